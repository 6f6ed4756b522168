import { leastPlate, type MountContext, type Plate, plateBounds } from '#pegboard'
import type { Tiers } from './tiers.ts'

const THICKNESS = 6
/** Radius of the corners; two of them lie on the bed, where a larger one would hang over. */
const CORNER = 1
/** Least height of a plate: one that is lower takes a second row of holes, whose pins steady it. */
const STEADY = 35

/** The back plate that covers a rack's width and height in whole cells of the board, its corners above the stairs. */
export function plateFor({ size }: Tiers, context: MountContext): Plate {
  const { board } = context
  const cell = plateBounds({ columns: 1, rows: 1 }, board)
  const cells = (length: number, one: number) => 1 + Math.max(0, Math.ceil((length - one) / board.pitch))
  return {
    columns: cells(size.width, cell.right - cell.left),
    rows: cells(Math.max(size.height + CORNER, STEADY), cell.top - cell.bottom),
    thickness: Math.max(THICKNESS, leastPlate(context, 'upright')),
    cornerRadius: CORNER,
  }
}
