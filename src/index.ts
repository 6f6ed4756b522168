/**
 * Parametric, 3D-printable pegboard accessories.
 *
 * ```ts
 * import { make, write } from 'pegsmith'
 *
 * const part = await make('blank', { columns: 4 })
 * await write(part, 'output/')
 * ```
 *
 * Lengths are millimetres, angles degrees. All but {@link write} runs in browsers, too.
 */
export {
  type Design,
  type Model,
  type Orientation,
  orientations,
  type Parameter,
  type Parameters,
  type Part,
  type PlainValue,
  type Problem,
  qualities,
  type Quality,
  RequestProblem,
  type Resolved,
  resolveParameters,
  type Value,
} from '#design'
export { GeometryProblem, type Measures, type Mesh } from '#solid'
export { catalogue } from '../designs/index.ts'
export { encode, type Format, formats } from './files/format.ts'
export { FileProblem } from './files/problem.ts'
export { readModel } from './files/read-model.ts'
export { write, type WrittenFile } from './files/write.ts'
export { findDesign, make, type MakeOptions } from './make.ts'
export { report, type Report } from './report.ts'
