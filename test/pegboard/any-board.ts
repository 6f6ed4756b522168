import fc from 'fast-check'
import type { Board } from '../../src/pegboard/boards.ts'
import { hookProblem } from '../../src/pegboard/limits.ts'

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })

/** Boards with round holes over the whole range that is accepted. */
export const roundBoard: fc.Arbitrary<Board> = between(3, 10)
  .chain((diameter) =>
    fc.record({
      name: fc.constant('us-quarter-inch' as const),
      pitch: between(Math.max(12, diameter + 5), 60),
      hole: fc.constant({ shape: 'round' as const, diameter }),
      thickness: between(1, 1.15 * diameter),
      clearance: between(0, Math.min(1.2, diameter / 4, diameter - 2.4)),
      staggered: fc.constant(false),
    }),
  )
  .filter((board) => hookProblem(board) === undefined)

/** Boards with upright slots over the whole range that is accepted. */
export const slottedBoard: fc.Arbitrary<Board> = fc
  .tuple(between(3, 6), between(2.4, 4))
  .chain(([diameter, slenderness]) =>
    fc.record({
      name: fc.constant('skadis' as const),
      pitch: between(slenderness * diameter + 5, 60),
      hole: fc.constant({ shape: 'slot' as const, diameter, height: slenderness * diameter }),
      thickness: between(0.15 * slenderness * diameter, 0.54 * slenderness * diameter),
      clearance: between(0, Math.min(1.2, diameter / 4, diameter - 2.4)),
      staggered: fc.constant(true),
    }),
  )
  .filter((board) => hookProblem(board) === undefined)

export const anyBoard = fc.oneof(roundBoard, slottedBoard)
