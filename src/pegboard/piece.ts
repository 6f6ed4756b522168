import type { Solid } from '#solid'

/**
 * How a piece lies on the bed: as it hangs; on the face that looks to the board; on the face that looks into the room;
 * or on its left side, as pegs do, so that layers run along them.
 */
export type Laid = 'upright' | 'on its back' | 'on its front' | 'on its side'

/** The back plate of a part. It covers whole cells of the board. */
export interface Plate {
  /** Cells that it covers. */
  readonly columns: number
  readonly rows: number
  readonly thickness: number
  readonly cornerRadius: number
}

/** One body of a part, in the pose in which it hangs. */
export interface Piece {
  readonly solid: Solid
  readonly laid: Laid
  /** The back plate that it hangs by, if it is the piece that hangs. */
  readonly plate?: Plate
}
