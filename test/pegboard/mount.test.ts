import { beforeAll, describe, expect, test } from 'vitest'
import {
  type Board,
  type BoardName,
  boards,
  hang,
  leastPlate,
  type MountContext,
  pegColumns,
  pegDiameter,
  plateBounds,
} from '#pegboard'
import { boundsOf, box, build, intersect, measure, meshOf, soundMesh, startKernel, translate } from '#solid'
import { volumeOf } from '../support/volume.ts'

beforeAll(() => startKernel())

const context = (name: BoardName, mount: MountContext['mount'], changes: Partial<Board> = {}): MountContext => ({
  board: { name, ...boards[name], ...changes },
  mount,
  arc: () => 32,
})

const bare = (on: MountContext, laid: 'on its front' | 'upright' | 'on its back' = 'on its front') =>
  hang({ plate: { columns: 3, rows: 2, thickness: leastPlate(on, laid), cornerRadius: 3 }, laid }, on)

describe.each(Object.keys(boards) as BoardName[])('on %s', (name) => {
  test.each(['on its front', 'upright', 'on its back'] as const)(
    'a strip slides up into a body that prints %s, stays in play all the way, and cannot be pulled out of it',
    (laid) => {
      build(() => {
        const [body, strip] = bare(context(name, 'slide-in'), laid).map(({ solid }) => solid)
        const shared = (by: readonly [number, number, number]) => volumeOf(intersect(translate(by, strip), body))
        for (let down = 0; down <= 90; down += 2) expect(shared([0, 0, -down])).toBe(0)
        for (const by of [
          [0, 0.5, 0],
          [0, -0.3, 0],
          [0.3, 0, 0],
          [-0.3, 0, 0],
          [0, 0, 1],
        ] as const) {
          expect(shared(by), `moved by ${by.join()}`).toBeGreaterThan(0.05)
        }
      })
    },
  )

  test('the face of a plate of the least thickness stays closed, over 1.2 mm', () => {
    for (const laid of ['on its front', 'upright', 'on its back'] as const) {
      const on = context(name, 'slide-in')
      build(() => {
        const [{ solid, plate }] = bare(on, laid)
        const { left, right, bottom } = plateBounds(plate!, on.board)
        const top = boundsOf(meshOf(solid).points).max[2]
        const skin = box([left + 4, -plate!.thickness, bottom + 4], [right - 4, 1.2 - plate!.thickness, top - 4])
        expect(volumeOf(intersect(solid, skin))).toBeCloseTo(measure(meshOf(skin)).volume, 1)
      })
    }
  })

  test('a peg is nowhere between plate and board thinner than at the board, and widens towards its root', () => {
    for (const mount of ['integral', 'slide-in'] as const) {
      const on = context(name, mount)
      build(() => {
        const pieces = bare(on).map(({ solid }) => solid)
        const peg = pieces[pieces.length - 1]
        const area = (y: number) => {
          const [x] = pegColumns(3, on.board).slice(-1)
          const around = box([x - 4, y, -on.board.hole.diameter * 1.6], [x + 4, y + 0.01, on.board.hole.diameter * 1.6])
          return volumeOf(intersect(peg, around)) / 0.01
        }
        const atBoard = area(0.02)
        expect(area(-0.4)).toBeGreaterThan(atBoard)
        expect(area(-0.9)).toBeGreaterThan(area(-0.4))
        const d = pegDiameter(on.board)
        if (on.board.hole.shape === 'round') expect(atBoard).toBeGreaterThan(0.78 * (Math.PI / 4) * d * d)
      })
    }
  })
})

test('the plate covers its cells, less a gap of 0.3 to its neighbour, and stands in front of the board', () => {
  for (const name of Object.keys(boards) as BoardName[]) {
    const on = context(name, 'integral')
    const { min, max } = boundsOf(build(() => meshOf(bare(on)[0].solid)).points)
    expect(max[0] - min[0]).toBeCloseTo(3 * on.board.pitch - 0.3, 4)
    expect(min[2]).toBeCloseTo(-1.5 * on.board.pitch + 0.15, 4)
    expect(min[1]).toBeCloseTo(-leastPlate(on, 'on its front'), 4)
  }
})

test('wide plates have pegs at both ends and none further apart than 80 mm; every peg stands on a column of holes', () => {
  for (const name of Object.keys(boards) as BoardName[]) {
    const board = { name, ...boards[name] }
    for (let columns = 1; columns <= 40; columns++) {
      const xs = pegColumns(columns, board)
      expect(xs[0]).toBeCloseTo((-(columns - 1) * board.pitch) / 2, 9)
      for (const [i, x] of xs.entries()) {
        const column = (x + ((columns - 1) * board.pitch) / 2) / board.pitch
        expect(column).toBeCloseTo(Math.round(column), 6)
        if (i > 0) expect(x - xs[i - 1]).toBeLessThanOrEqual(Math.max(80, board.pitch) + board.pitch)
      }
    }
  }
})

test('the wall of a body, however thick, leaves its pegs as they are', () => {
  const pegs = [6, 9, 14].map((thickness) => {
    const on = context('us-quarter-inch', 'slide-in')
    const [, strip] = build(() =>
      hang({ plate: { columns: 2, rows: 2, thickness, cornerRadius: 2 }, laid: 'upright' }, on).map(
        ({ solid }) => measure(soundMesh(meshOf(solid))).volume,
      ),
    )
    return strip
  })
  expect(new Set(pegs.map((volume) => volume.toFixed(6))).size).toBe(1)
})
