import type { Board } from './boards.ts'

/** Thickness of a peg: the hole less the clearance. The one place where clearance is taken off. */
export const pegDiameter = ({ hole, clearance }: Board): number => hole.diameter - clearance

/** Height that a peg may take of its hole where it enters it. */
export const pegHeight = (board: Board): number =>
  (board.hole.shape === 'slot' ? board.hole.height : board.hole.diameter) - board.clearance

/**
 * Where a peg is cut flat sideways, as a part of its half width. A round one where its flanks reach 45°; a slot's goes on at 45° from there,
 * to nine tenths: fuller would thin its tip, whose edges move in with all others.
 */
export const pegFlat = ({ hole }: Board): number => (hole.shape === 'slot' ? 0.9 : Math.SQRT1_2)
