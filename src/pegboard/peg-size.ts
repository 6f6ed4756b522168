import type { Board } from './boards.ts'

/** Thickness of a peg: the hole less the clearance. The one place where clearance is taken off. */
export const pegDiameter = ({ hole, clearance }: Board): number => hole.diameter - clearance

/** Height that a peg may take of its hole where it enters it. */
export const pegHeight = (board: Board): number =>
  (board.hole.shape === 'slot' ? board.hole.height : board.hole.diameter) - board.clearance
