import type { Board } from './boards.ts'
import type { Laid } from './piece.ts'
import type { Profile } from './profile.ts'

/** Gap that neighbouring plates leave each other, half on either. */
export const SIDE_GAP = 0.15
/** Chamfer of the edges that lie on the board: hides an elephant's foot, and a bead of paint round a hole. */
const REAR_CHAMFER = 0.4
/** Chamfer of the edges that are touched and, as a rule, lie on the bed. */
const FRONT_CHAMFER = 0.6

/** Height up to which the plate lies on the board: about this edge the part is turned as it is put in. */
const turningEdge = ({ hole }: Board) => (hole.shape === 'slot' ? 0.5 * hole.height : 1.9 * hole.diameter)
/** How far the rear face leans away above that edge: as far as the part tilts, with a margin; further where it would hang in the air in print. */
const leanDegrees = (laid: Laid) => (laid === 'on its back' ? 45 : 18)
/** What the plate's top keeps of its thickness, without chamfers. */
const LEAST_TOP = 1.2

/**
 * Outline of the back plate, which covers whole cells of the board: rear face on y = 0, counter-clockwise.
 *
 * Where the plate rises far above a hole, its rear face leans back so that the part can tilt in; a plate too thin for that ends lower.
 *
 * @param options.thickness Of the plate, 2.4 or more.
 * @param options.laid How the part prints; default upright. Lying on its back, the rear face leans further, which takes away more and nothing else.
 */
export function plateProfile(options: { rows: number; board: Board; thickness: number; laid?: Laid }): Profile {
  const { rows, board, thickness, laid = 'upright' } = options
  const cellTop = board.pitch / 2 - SIDE_GAP
  const bottom = -(rows - 0.5) * board.pitch + SIDE_GAP
  const edge = Math.min(turningEdge(board), cellTop)
  const lean = Math.tan((leanDegrees(laid) * Math.PI) / 180)
  const front = Math.min(FRONT_CHAMFER, (thickness - REAR_CHAMFER - LEAST_TOP) / 2)
  const room = thickness - front - LEAST_TOP
  const top = Math.min(cellTop, edge + room / lean)
  const cut = (top - edge) * lean
  // A lean shallower than the rear chamfer ends in one, too.
  const rear: Profile =
    cut > REAR_CHAMFER
      ? [
          [0, edge],
          [-cut, top],
        ]
      : [
          [0, top - REAR_CHAMFER],
          [-REAR_CHAMFER, top],
        ]
  return [
    [-thickness, bottom + front],
    [-thickness + front, bottom],
    [-REAR_CHAMFER, bottom],
    [0, bottom + REAR_CHAMFER],
    ...rear,
    [-thickness + front, top],
    [-thickness, top - front],
  ]
}
