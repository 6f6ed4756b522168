import { remembered, type Solid, subtract, translate, union } from '#solid'
import type { Board } from './boards.ts'
import { hookPeg, pinPeg } from './peg.ts'
import { filletRadius } from './peg-root.ts'
import { pegSolid, rowHeights, wellSolid } from './peg-solid.ts'
import type { Laid, Piece, Plate } from './piece.ts'
import { plateSolid } from './plate-solid.ts'
import { slotDepth, slotSolid, stripSolid } from './strip.ts'

/** How pegs are joined to a part: in one piece with it, or as strips that are printed lying down and slid into its back. */
export const mountStyles = ['integral', 'slide-in'] as const
export type MountStyle = (typeof mountStyles)[number]

/** Where a part is mounted, and how finely. */
export interface MountContext {
  readonly board: Board
  readonly mount: MountStyle
  readonly arc: (radius: number) => number
}

/** Pegs further apart than this leave a wide plate free to bow. */
const FARTHEST = 80

/** How deep a mount reaches into a part from its rear face. */
export const mountDepth = ({ board, mount }: Pick<MountContext, 'board' | 'mount'>, laid: Laid): number =>
  mount === 'integral' ? filletRadius(board) : slotDepth(board, laid)

/** Least thickness of a back plate that holds its mount and keeps its face closed. */
export const leastPlate = (context: Pick<MountContext, 'board' | 'mount'>, laid: Laid): number =>
  Math.ceil((mountDepth(context, laid) + 1.2) * 10) / 10

/** The columns that carry pegs: the outermost, and between them so many that none is further than {@link FARTHEST} from the next. x of each. */
export function pegColumns(columns: number, board: Board): number[] {
  const span = (columns - 1) * board.pitch
  if (columns === 1) return [0]
  const gaps = Math.ceil(span / FARTHEST)
  return Array.from({ length: gaps + 1 }, (_, i) => Math.round((i * (columns - 1)) / gaps) * board.pitch - span / 2)
}

/**
 * Hangs a body on the board: joins it to a back plate and gives that its pegs.
 *
 * @param part.body What stands in front of the plate, reaching into it by {@link OVERLAP} or more; left out for a bare plate.
 * @param part.cut What is taken away from body and plate, before the mount is added, so that it can never thin a peg.
 * @param part.laid How the body prints; with integral pegs it cannot lie on its back, and lies on its front instead.
 */
export function hang(
  part: { plate: Plate; body?: Solid; cut?: readonly Solid[]; laid: Laid },
  context: MountContext,
): Piece[] {
  const { board, mount } = context
  const { plate, body, cut = [], laid } = part
  const columns = pegColumns(plate.columns, board)
  const pose: Laid = mount === 'integral' && laid === 'on its back' ? 'on its front' : laid
  const back = plateSolid(plate, context, pose)
  const backed = body ? union(back, body) : back
  if (mount === 'slide-in') {
    const slot = slotSolid(plate, board, laid)
    const slotted = subtract(backed, ...cut, ...columns.map((x) => translate([x, 0, 0], slot)))
    const strip = remembered(`strip ${plate.rows} ${JSON.stringify(board)}`, () => stripSolid(plate, board))
    return [
      { solid: slotted, laid, plate },
      ...columns.map((x): Piece => ({ solid: translate([x, 0, 0], strip), laid: 'on its side' })),
    ]
  }
  const rows = rowHeights(plate.rows, board)
  const places = columns.flatMap((x) => rows.map((z, row) => ({ x, z, row })))
  const [hook, pin] = [pegSolid(hookPeg(board)), pegSolid(pinPeg(board))]
  const well = wellSolid(board)
  const recessed = subtract(backed, ...cut, ...places.map(({ x, z }) => translate([x, 0, z], well)))
  const pegs = places.map(({ x, z, row }) => translate([x, 0, z], row === 0 ? hook : pin))
  return [{ solid: union(recessed, ...pegs), laid: pose, plate }]
}
