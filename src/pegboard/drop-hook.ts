import type { Board } from './boards.ts'
import { lowerRoot, upperRoot } from './peg-root.ts'
import { pegHeight } from './peg.ts'
import type { Profile } from './profile.ts'

/** Play between the board's rear face and the lip. */
const BEHIND = 0.15
/** The part of the height that passes the slot which hangs down as the lip: a third, 5 of 15 in Skådis designs. */
const LIP = 1 / 3
/** Depth of the lip's lower end, as a part of the slot's width: it must outlast the section's insets on both sides. */
const LIP_END = 0.65

/** How far a part for slots is lowered once its lip is behind the board. */
export const dropHeight = (board: Board): number => LIP * pegHeight(board)

/**
 * A hook for slots: passes straight through, then drops, so that its neck sits on the lower end of the slot and a lip hangs down behind the board.
 *
 * The lip's face leans by 45°, so that the hook prints pointing up.
 */
export function dropHook(board: Board): Profile {
  const drop = dropHeight(board)
  const bottom = -pegHeight(board) / 2
  const behind = board.thickness + BEHIND
  const reach = behind + drop + LIP_END * board.hole.diameter
  const top = bottom + pegHeight(board) - drop
  const chamfer = 0.5 * board.hole.diameter
  return [
    ...lowerRoot(board, bottom),
    [behind, bottom],
    [behind + drop, bottom - drop],
    [reach, bottom - drop],
    [reach, top - chamfer],
    [reach - chamfer, top],
    ...upperRoot(board, top),
  ]
}

/** A pin for slots: the neck without its lip, four fifths of the board long, so that it drops along with the hook. */
export function slotPin(board: Board): Profile {
  const bottom = -pegHeight(board) / 2
  const top = bottom + pegHeight(board) - dropHeight(board)
  const length = Math.max(0.8 * board.thickness, 0.6 * board.hole.diameter)
  const chamfer = 0.25 * board.hole.diameter
  return [
    ...lowerRoot(board, bottom),
    [length - chamfer, bottom],
    [length, bottom + chamfer],
    [length, top - chamfer],
    [length - chamfer, top],
    ...upperRoot(board, top),
  ]
}
