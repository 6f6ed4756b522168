import type { Solid } from '#solid'

/**
 * How a piece lies on the bed: as it hangs; on the face that looks to the board; on the face that looks into the room;
 * or on its left side, as pegs do, so that layers run along them.
 */
export type Laid = 'upright' | 'on its back' | 'on its front' | 'on its side'

/** One body of a part, in the pose in which it hangs. */
export interface Piece {
  readonly solid: Solid
  readonly laid: Laid
}
