import type { Board } from './boards.ts'
import { lowerRoot, upperRoot } from './peg-root.ts'
import { pegDiameter, pegHeight } from './peg-size.ts'
import type { Profile } from './profile.ts'

/** Length, as a part of the board's thickness: not through, so that it swings out early. */
const LENGTH = 0.8
/** Least length, as a part of the peg's thickness: behind thin boards a shorter pin would be all chamfer. */
const LEAST_LENGTH = 0.6
const CHAMFER = 0.25
/** Half its height in a slot, as a part of its thickness: in the slot's middle, it leaves the hook free to rise and sink as the part tilts. */
const HALF_HEIGHT = 0.7
/** How much the underside rises at least, as a part of the hole's width: a thin board's hook sinks by as much when it starts to slide out. */
const LEAST_RISE = 0.04

/**
 * The lower peg, straight, which only keeps the part from swinging.
 *
 * As the part tilts, a pin swings about the top row; its underside rises towards the tip by the height of that arc, or it would jam.
 */
export function pinProfile(board: Board): Profile {
  const thick = pegDiameter(board)
  const top = Math.min(pegHeight(board) / 2, HALF_HEIGHT * thick)
  const length = Math.max(LENGTH * board.thickness, LEAST_LENGTH * thick)
  const rise = Math.max(length ** 2 / (2 * board.pitch), LEAST_RISE * board.hole.diameter)
  const chamfer = CHAMFER * thick
  const underside = (y: number) => -top + (rise * y) / length
  return [
    ...lowerRoot(board, -top),
    [length - chamfer, underside(length - chamfer)],
    [length, underside(length) + chamfer],
    [length, top - chamfer],
    [length - chamfer, top],
    ...upperRoot(board, top),
  ]
}
