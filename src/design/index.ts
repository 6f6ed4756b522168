export { boardOf, boardParameters } from './board.ts'
export { changed } from './changed.ts'
export { type Context, type Declaration, defineDesign, type Design, type Held } from './define.ts'
export type { Model } from './model.ts'
export { accept } from './accept.ts'
export { defaultOf, fillDefaults, type Standard, standards } from './defaults.ts'
export { allowed, describe, type Description, followed } from './describe.ts'
export { fromJscad, type JscadDesign, type JscadParameter, toJscad } from './jscad.ts'
export { didYouMean, nearest, nearestOrAll } from './nearest.ts'
export {
  angle,
  choice,
  type Chosen,
  count,
  flag,
  kebabCase,
  length,
  model,
  number,
  type Parameter,
  type Parameters,
  path,
  point,
  text,
  turn,
  type Values,
} from './parameter.ts'
export {
  centred,
  makePart,
  makePieces,
  type MeshPiece,
  type Orientation,
  orientations,
  type Part,
  posePart,
} from './part.ts'
export { type Pose, wayOnBoard } from './way-on-board.ts'
export { type Problem, problem, problemText, RequestProblem, type Spelling } from './problem.ts'
export { qualities, type Quality } from './quality.ts'
export { type Resolved, resolveParameters } from './resolve.ts'
export { type JsonSchema, propertiesOf, schemaOf } from './schema.ts'
export { isModel, type PlainValue, plainValue, type Value, valueText } from './value.ts'
