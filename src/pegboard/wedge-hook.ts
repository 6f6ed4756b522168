import type { Board } from './boards.ts'
import { lowerRoot, upperRoot } from './peg-root.ts'
import { pegHeight } from './peg-size.ts'
import type { Profile } from './profile.ts'

/** Play between the board's rear edge and the hook's upper side. */
const BEHIND = 0.25
/** How far the tip stands above the slot, as a part of the slot's height. */
const OVERLAP = 0.1
/** How much the underside rises from the plate to the board's rear face, as a part of its length: tilting in starts on it. */
const RISE = 0.06

/**
 * A hook for slots: a wedge that rests on the slot's lower end and rises by 45° from the plate to behind the slot's upper edge.
 *
 * Published hooks drop in instead, with a lip behind the slot's lower edge. Such a lip prints pointing up only if its face leans by 45°, and then a part
 * that reaches forward lifts itself out: the pull at the top is several times the weight. A pull on this wedge presses it down, onto the slot's end.
 */
export function wedgeHook(board: Board): Profile {
  const { hole, thickness } = board
  const height = hole.shape === 'slot' ? hole.height : hole.diameter
  const bottom = -pegHeight(board) / 2
  const rear = bottom + RISE * thickness
  const tip = (0.5 + OVERLAP) * height
  const back = thickness + 0.1 * height + 0.6 * hole.diameter
  const chamfer = 0.3 * hole.diameter
  // The 45° line that passes the slot's upper edge on the board's rear face.
  const line = (z: number) => thickness + BEHIND + z - height / 2
  return [
    ...lowerRoot(board, bottom),
    [thickness, rear],
    [back, rear + back - thickness],
    [back, tip - chamfer],
    [back - 0.6 * chamfer, tip],
    [line(tip), tip],
    ...upperRoot(board, height / 2 - thickness - BEHIND),
  ]
}
