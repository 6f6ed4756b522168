import type { Board } from './boards.ts'
import type { Profile } from './profile.ts'

/** Gap that neighbouring plates leave each other, half on either. */
const SIDE_GAP = 0.15
/** Chamfer of the edges that lie on the board: hides an elephant's foot, and a bead of paint round a hole. */
const REAR_CHAMFER = 0.4
/** Chamfer of the edges that are touched and, as a rule, lie on the bed. */
const FRONT_CHAMFER = 0.6

/**
 * Outline of the back plate, which covers whole cells of the board: rear face on y = 0, counter-clockwise.
 *
 * @param thickness Of the plate, 2.4 or more.
 */
export function plateProfile({ rows, board, thickness }: { rows: number; board: Board; thickness: number }): Profile {
  const top = board.pitch / 2 - SIDE_GAP
  const bottom = -(rows - 0.5) * board.pitch + SIDE_GAP
  return [
    [-thickness, bottom + FRONT_CHAMFER],
    [-thickness + FRONT_CHAMFER, bottom],
    [-REAR_CHAMFER, bottom],
    [0, bottom + REAR_CHAMFER],
    [0, top - REAR_CHAMFER],
    [-REAR_CHAMFER, top],
    [-thickness + FRONT_CHAMFER, top],
    [-thickness, top - FRONT_CHAMFER],
  ]
}
