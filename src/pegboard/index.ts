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
  plateBounds,
} from './mount.ts'
export { type Laid, type Piece, type Plate } from './piece.ts'
export { type HangingPlan, planHanging, planPlate } from './hanging.ts'
export { type HookProblem, hookProblem } from './limits.ts'
export { hookPeg, pegSection, pinPeg, type Peg } from './peg.ts'
export { filletRadius } from './peg-root.ts'
export { pegDiameter } from './peg-size.ts'
export { plateProfile } from './plate.ts'
export { insetProfile } from './profile.ts'
