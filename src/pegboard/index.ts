export { boardSolid } from './board-solid.ts'
export { type Board, type BoardName, boards, type Hole } from './boards.ts'
export {
  hang,
  leastPlate,
  mountDepth,
  type MountContext,
  mountStyles,
  type MountStyle,
  pegColumns,
  type Plate,
  plateBounds,
} from './mount.ts'
export { type Laid, type Piece } from './piece.ts'
