import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { boardOf, makePart, type Resolved, resolveParameters } from '#design'
import { type Board, boards, boardSolid, type Plate } from '#pegboard'
import { build, type Mesh, meshOf, moveMesh, soundMesh, startKernel } from '#solid'
import { catalogue } from '../../designs/index.ts'
import { binaryStl } from '../../src/files/stl.ts'
import { owl } from '../support/owl.ts'
import { openStudio } from './render.js'

/*
 * Draws the README's pictures: `npm run pictures`. Every part stands at its defaults on the default board, with the things that it holds.
 */

const draws = test.runIf(process.env.PICTURES)
const folder = mkdtempSync(join(tmpdir(), 'pictures-'))
const colours = ['#e8743b', '#3f7f78', '#c8a13a', '#ece6da', '#d9d0bf', '#7a6a9b']
const wood = '#b88d5a'
let studio: Awaited<ReturnType<typeof openStudio>>

beforeAll(async () => {
  if (!process.env.PICTURES) return
  await startKernel()
  studio = await openStudio()
})
afterAll(async () => {
  await studio?.close()
  rmSync(folder, { recursive: true })
})

interface Item {
  readonly mesh: Mesh
  readonly color: string
}

/** What the README's chapter on sculptures asks for. */
const owlOnPlate = {
  sculpture: { name: 'owl.stl', mesh: owl(1, 0.6), mended: [] },
  columns: 2,
  rows: 3,
  funnelDiameter: 14,
  funnelDepth: 8,
}

function hung(name: string, given = {}): { parameters: Resolved; plate: Plate; items: Item[] } {
  const design = catalogue.find((each) => each.name === name)!
  const parameters = resolveParameters(design, given)
  const part = makePart(design, parameters, { orientation: 'hung', quality: 'fine' })
  const plate = build(() => design.main(parameters, 'draft').find((piece) => piece.plate)?.plate)
  return {
    parameters,
    plate: plate ?? { columns: 1, rows: 1, thickness: 3, cornerRadius: 0 },
    items: [
      { mesh: part.mesh, color: colours[catalogue.indexOf(design)] },
      ...build(() => design.held(parameters, 'fine').map(({ solid, color }) => ({ mesh: meshOf(solid), color }))),
    ],
  }
}

let files = 0
function item({ mesh, color }: Item, framed = true) {
  const file = join(folder, `${files++}.stl`)
  writeFileSync(file, binaryStl(mesh, 'picture'))
  return { file, color, framed }
}

const sheet = (board: Board, extent: { columns: number; rows: number; margin: number }): Item => ({
  mesh: soundMesh(build(() => meshOf(boardSolid(board, extent, () => 48)))),
  color: wood,
})

const target = (name: string) => new URL(`${name}.png`, import.meta.url)

draws.each(catalogue.map(({ name }) => name))('%s', async (name) => {
  const { parameters, plate, items } = hung(name)
  const board = boardOf(parameters)
  const part = items.map((each) => item(each))
  const wall = item(sheet(board, { ...plate, margin: 3 }), false)
  const room = await studio.draw({ items: [...part, wall], view: 'home', zoom: 1.2 })
  const behind = await studio.draw({ items: part.slice(0, 1), view: 'behind', zoom: 1.2 })
  writeFileSync(target(name), await studio.strip([room, behind]))
  expect(room.length).toBeGreaterThan(10_000)
})

draws('the goat from all sides', async () => {
  const { items } = hung('goat-hook')
  const goat = items.slice(0, 1).map((each) => item(each))
  const views = ['front', [-0.8, -1, 0.35], 'right', 'below', 'top', 'left']
  const pictures = []
  for (const view of views) pictures.push(await studio.draw({ items: goat, view, zoom: 1.25 }))
  writeFileSync(target('goat-hook-sides'), await studio.strip(pictures))
  expect(pictures.every((picture) => picture.length > 10_000)).toBe(true)
})

draws('a sculpture from a file in place of the goat', async () => {
  const { parameters, plate, items } = hung('goat-hook', owlOnPlate)
  const wall = item(sheet(boardOf(parameters), { ...plate, margin: 2 }), false)
  const own = items.map((each) => item(each))
  const views = ['front', 'home'] as const
  const pictures = []
  for (const view of views) pictures.push(await studio.draw({ items: [...own, wall], view, zoom: 1.2 }))
  writeFileSync(target('sculpture'), await studio.strip(pictures))
  expect(pictures.every((picture) => picture.length > 10_000)).toBe(true)
})

draws('the whole catalogue on one board', async () => {
  const board: Board = { name: 'us-quarter-inch', ...boards['us-quarter-inch'] }
  const columns = 13
  const places: Record<string, readonly [column: number, row: number]> = {
    outlet: [1, 1],
    'battery-holder': [4, 1],
    'hex-bit-rack': [4, 4],
    blank: [8, 1],
    'fit-gauge': [12, 1],
    'goat-hook': [10, 3],
  }
  const items = catalogue.flatMap(({ name }) => {
    const { plate, items } = hung(name)
    const [column, row] = places[name] ?? [0, 0]
    const x = (column + (plate.columns - 1) / 2 - (columns - 1) / 2) * board.pitch
    return items.map(({ mesh, color }) => ({
      mesh: moveMesh(mesh, (px, py, pz) => [px + x, py, pz - row * board.pitch]),
      color,
    }))
  })
  const wall = item(sheet(board, { columns, rows: 7, margin: 0 }))
  const picture = await studio.draw({
    items: [...items.map((each) => item(each)), wall],
    view: [0.42, -1, 0.34],
    width: 1180,
    height: 680,
    zoom: 1.72,
  })
  writeFileSync(target('catalogue'), picture)
  expect(picture.length).toBeGreaterThan(10_000)
})
