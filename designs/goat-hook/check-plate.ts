import { type Board, leastPlate, type MountStyle, pegColumns, pegDiameter } from '#pegboard'
import { plus, times } from '#solid'
import { type Fault, LEAST_WALL } from './check-hole.ts'
import { coneOf, type Hole, holeAxes } from './hole.ts'
import type { plateOf } from './place.ts'

/** Room above its funnel that a screwdriver takes as it hangs; beyond it, a long handle may lean on the board. */
const HANDLE = 60

interface Mounted {
  readonly plate: ReturnType<typeof plateOf>
  readonly columns: number
  readonly board: Board
  readonly mount: MountStyle
}

/** Whether a hole comes too near to the pegs in the plate or to the board, and by how much. */
export function plateFault(hole: Hole, { plate, columns, board, mount }: Mounted): Fault | undefined {
  const { along, length } = holeAxes(hole)
  const { radiusAt } = coneOf(hole)
  const back = Math.sqrt(1 - along[1] * along[1])
  const aside = Math.sqrt(1 - along[0] * along[0])
  const pegs = pegColumns(columns, board)
  for (let station = -HANDLE; station <= length + HANDLE; station++) {
    const [x, y, z] = plus(hole.from, times(along, station))
    const radius = radiusAt(station)
    const rear = y + radius * back
    if (rear > 0)
      return { ends: true, reason: `the hole would meet the board: bring it ${tenths(rear)} mm further out` }
    if (z < plate.bottom || z > plate.top) continue
    const nearPegs = pegs.some((peg) => Math.abs(x - peg) < radius * aside + pegDiameter(board) / 2 + LEAST_WALL)
    const limit = nearPegs ? -leastPlate({ board, mount }, 'on its back') : -LEAST_WALL
    if (rear > limit) {
      const reason = `the hole meets the plate's ${nearPegs ? 'pegs' : 'back'}: bring it ${tenths(rear - limit)} mm further out`
      return { ends: true, reason }
    }
  }
  return undefined
}

const tenths = (distance: number) => (Math.ceil(distance * 10) / 10).toFixed(1)
