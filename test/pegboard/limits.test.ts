import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boards, type Board, type BoardName } from '../../src/pegboard/boards.ts'
import { hookProblem, type HookProblem } from '../../src/pegboard/limits.ts'
import { anyBoard } from './any-board.ts'

const board = (name: BoardName): Board => ({ name, ...boards[name] })
const usual = board('us-quarter-inch')

/** The board with one figure replaced, as a maker would after reading the message. */
const heed = (board: Board, { parameter, suggestion }: HookProblem): Board =>
  parameter === 'holeDiameter'
    ? { ...board, hole: { ...board.hole, diameter: suggestion } }
    : { ...board, [parameter === 'boardThickness' ? 'thickness' : parameter]: suggestion }

test.each(Object.keys(boards) as BoardName[])('the standard board %s takes hooks', (name) => {
  expect(hookProblem(board(name))).toBeUndefined()
})

describe('boards refused', () => {
  test.each([
    ['a quarter-inch hole in a board 12 thick', { thickness: 12 }, 'boardThickness', 7.3],
    ['foil', { thickness: 0.3 }, 'boardThickness', 1],
    ['holes 8 apart', { pitch: 8 }, 'pitch', 12],
    ['holes 100 apart', { pitch: 100 }, 'pitch', 60],
    ['a peg thicker than its hole', { clearance: -0.2 }, 'clearance', 0],
    ['a peg that rattles', { clearance: 3 }, 'clearance', 1.2],
    ['a nail hole', { hole: { shape: 'round', diameter: 2 } }, 'holeDiameter', 3],
    ['a hole for a thumb', { hole: { shape: 'round', diameter: 20 } }, 'holeDiameter', 10],
    ['a Skådis slot in a board 12 thick', { ...boards.skadis, thickness: 12 }, 'boardThickness', 8.1],
    ['no figure at all', { thickness: Number.NaN }, 'boardThickness', 1],
  ] as const)('%s', (_, change, parameter, suggestion) => {
    const problem = hookProblem({ ...usual, ...change })
    expect(problem).toMatchObject({ parameter, suggestion })
  })

  test('heeding the suggestions, each for its own figure, ends at a board that takes hooks', () => {
    const figure = fc.double({ min: -5, max: 80, noNaN: true })
    fc.assert(
      fc.property(anyBoard, figure, figure, figure, figure, (board, diameter, thickness, clearance, pitch) => {
        let heeded: Board = { ...board, hole: { ...board.hole, diameter }, thickness, clearance, pitch }
        const told = new Set<string>()
        for (let problem = hookProblem(heeded); problem; problem = hookProblem(heeded)) {
          expect(told).not.toContain(problem.parameter)
          told.add(problem.parameter)
          heeded = heed(heeded, problem)
        }
      }),
    )
  })
})
