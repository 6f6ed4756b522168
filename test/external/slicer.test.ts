import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Design, makePart, resolveParameters } from '#design'
import { type BoardName, boards } from '#pegboard'
import { startKernel } from '#solid'
import { catalogue } from '../../designs/index.ts'
import { estimatePrint } from '../../src/check/print.ts'
import { binaryStl } from '../../src/files/stl.ts'
import { admesh, missing, slice, slicerInfo } from './programs.ts'

const printer = [
  ...['--nozzle-diameter', '0.4'],
  ...['--filament-diameter', '1.75'],
  ...['--bed-shape', '0x0,250x0,250x250,0x250'],
]
/** Supports wherever PrusaSlicer finds that one is needed; bridges are not. */
const supports = [
  '--support-material',
  '--support-material-threshold',
  '40',
  '--dont-support-bridges',
  ...printer,
  '--gcode-comments',
]
/** PLA, two walls of 0.45 (that is its width for a nozzle of 0.4), five layers of 0.2 at top and bottom. */
const usual = [
  ...['--perimeters', '2'],
  ...['--layer-height', '0.2', '--first-layer-height', '0.2'],
  ...['--top-solid-layers', '5', '--bottom-solid-layers', '5'],
  ...['--filament-density', '1.24'],
  ...['--skirts', '0'],
  ...printer,
]

const absent = missing('admesh', 'prusa-slicer')
if (process.env.CI && absent.length > 0) throw new Error(`not installed: ${absent.join(', ')}`)
const why = absent.length > 0 ? ` (skipped: ${absent.join(' and ')} not installed)` : ''
if (why) console.warn(`The catalogue is not judged by admesh and PrusaSlicer${why}`)

describe.skipIf(absent.length > 0).concurrent(`the catalogue, judged by admesh and PrusaSlicer${why}`, () => {
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pegsmith-'))
    await startKernel()
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const cases = catalogue.flatMap((design) =>
    (Object.keys(boards) as BoardName[]).map((board): [string, Design, BoardName] => [
      `${design.name} on ${board}`,
      design,
      board,
    ]),
  )

  test.each(cases)('%s', { timeout: 180_000 }, async (name, design, board) => {
    const { mesh, measures } = makePart(design, resolveParameters(design, { board }))
    const file = (ending: string) => join(folder, `${name.replaceAll(' ', '-')}${ending}`)
    writeFileSync(file('.stl'), binaryStl(mesh, name))

    const { volume, ...sound } = await admesh(file('.stl'))
    expect(sound).toEqual({
      facets: measures.triangles,
      openFacets: 0,
      degenerateFacets: 0,
      repairs: 0,
      parts: measures.bodies,
    })
    expect(Math.abs(volume / measures.volume - 1)).toBeLessThan(1e-4)
    expect(await slicerInfo(file('.stl'))).toMatchObject({ manifold: 'yes', number_of_parts: `${measures.bodies}` })

    const supported = await slice(file('.stl'), file('-supports.gcode'), supports)
    expect(supported).toContain(';TYPE:External perimeter')
    expect(supported).not.toContain(';TYPE:Support')

    const grams = await gramsOf(file('.stl'), 15)
    const { mass, overhangArea } = estimatePrint(mesh)
    expect(Math.abs(mass / grams - 1), `${mass} g, PrusaSlicer: ${grams} g`).toBeLessThan(0.15)
    expect(overhangArea).toBeLessThan(1)
  })
  // At 100 % PrusaSlicer has no infill that crosses itself.
  test.each([
    [10, []],
    [100, ['--fill-pattern', 'rectilinear']],
  ])('the mass at %d %% infill', { timeout: 180_000 }, async (infill, pattern) => {
    const design = catalogue.find(({ name }) => name === 'battery-holder')!
    const { mesh } = makePart(design, resolveParameters(design, {}))
    const file = join(folder, `${infill}.stl`)
    writeFileSync(file, binaryStl(mesh, 'infill'))
    const { mass } = estimatePrint(mesh, { filament: 'PLA', infill })
    expect(Math.abs(mass / (await gramsOf(file, infill, pattern)) - 1)).toBeLessThan(0.06)
  })

  /** What PrusaSlicer says that a part weighs. */
  async function gramsOf(stl: string, infill: number, pattern: readonly string[] = []): Promise<number> {
    const gcode = await slice(stl, `${stl}.gcode`, [...usual, '--fill-density', `${infill}%`, ...pattern])
    return Number(/^; filament used \[g\] = ([\d.]+)/m.exec(gcode)?.[1])
  }
})
