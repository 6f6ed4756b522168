import type { Plate } from '#pegboard'
import type { CellName } from './cells.ts'
import type { Label } from './label.ts'

/** The design's own parameters, as its `main` receives them. */
export interface StationValues {
  readonly battery: CellName
  readonly cellDiameter: number
  readonly cellLength: number
  readonly columns: number
  readonly rows: number
  readonly depth: number
  readonly lean: number
  readonly wall: number
  readonly play: number
  readonly label: string
}

/**
 * Where everything of a holder lies, in millimetres.
 *
 * Cells and all that follows them are placed in the leaning frame (x, v, w): w runs up along the cells, v at right angles to them towards the
 * board. Its origin is the middle of the floor that the front row stands on.
 */
export interface Station {
  readonly plate: Plate
  /** z of the plate's lower edge, and so of the bed, in the hung pose. */
  readonly bottom: number
  /** Where the leaning frame has its origin in the hung pose. */
  readonly origin: { readonly y: number; readonly z: number }
  readonly lean: { readonly degrees: number; readonly sin: number; readonly cos: number }
  /** The hollow for one cell. */
  readonly bore: {
    readonly width: number
    readonly thickness: number
    readonly round: boolean
    readonly corner: number
  }
  readonly depth: number
  readonly wall: number
  /** Of the mouths and of the block's upper edges. */
  readonly chamfer: number
  /** x of each column. */
  readonly columns: readonly number[]
  /** From the front: the middle of the floor, v of the face before it, and how far above the floor the windows begin. */
  readonly rows: readonly { readonly v: number; readonly w: number; readonly front: number; readonly sill: number }[]
  /** The block: its width, the height of its highest edge above the bed, how far it stands out from the board, its upright edges' radius. */
  readonly width: number
  readonly height: number
  readonly reach: number
  readonly corner: number
  /** Left out where no text is wanted. What has no room comes out too small or too high up: see {@link hasRoomForLabel}. */
  readonly label?: Label
}
