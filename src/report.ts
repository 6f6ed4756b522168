import { isModel, kebabCase, type Orientation, type Part, type PlainValue, plainValue } from '#design'
import { boundsOf, type Measures, type Mesh, moveMesh } from '#solid'
import { estimatePrint, type PrintEstimate } from './check/print.ts'

/** What was made, told to a script. Lengths in millimetres, areas and volumes in their squares and cubes, mass in grams. */
export interface Report {
  readonly design: string
  /** Every parameter by its kebab-case name: giving these back makes the same part. A model is the name that it was read by. */
  readonly parameters: Readonly<Record<string, PlainValue>>
  readonly files: readonly { readonly path: string; readonly format: string; readonly bytes: number }[]
  readonly mesh: Measures
  readonly print: { readonly orientation: Orientation } & PrintEstimate
  readonly warnings: readonly string[]
}

/** Overhang that a slicer does not support, in square millimetres: a few strands. */
const NEGLIGIBLE = 5

/** Side of the build volume of common printers, in millimetres: those sold as 250 or 256. */
const BED = 250

/**
 * Reports on a part and the files that it was written to.
 *
 * @param known Warnings about how it came to be.
 */
export function report(part: Part, files: Report['files'] = [], known: readonly string[] = []): Report {
  const { mass, overhangArea } = estimatePrint(onBed(part.mesh))
  const print = { orientation: part.orientation, mass: round(mass), overhangArea: round(overhangArea) }
  return {
    design: part.design,
    parameters: Object.fromEntries(
      Object.entries(part.parameters).map(([name, value]) => [kebabCase(name), plainValue(value)]),
    ),
    files: files.map(({ path, format, bytes }) => ({ path, format, bytes })),
    mesh: part.measures,
    print,
    warnings: [
      ...known,
      ...mended(part),
      ...(print.overhangArea > NEGLIGIBLE
        ? [`${print.overhangArea} mm² hang free in this pose: print it with supports`]
        : []),
      ...tooLarge(part),
    ],
  }
}

/** A warning for each thing that was mended in a model. */
const mended = ({ parameters }: Part): string[] =>
  Object.values(parameters)
    .filter(isModel)
    .flatMap(({ name, mended }) => mended.map((each) => `${name}: ${each}`))

/** A warning that names the axes along which the part is longer than a bed. */
function tooLarge({ measures: { bounds } }: Part): string[] {
  const long = bounds.max
    .map((max, axis) => ({ name: 'xyz'[axis], size: max - bounds.min[axis] }))
    .filter(({ size }) => size > BED)
    .map(({ name, size }) => `${size.toFixed(1)} mm in ${name}`)
  return long.length > 0 ? [`larger than a bed of ${BED} × ${BED} × ${BED}: ${long.join(', ')}`] : []
}

/** Grams and square millimetres are estimates: two decimals say enough. */
const round = (value: number) => Math.round(value * 100) / 100

/** A part in its hung pose is judged as it would be printed so. */
function onBed(mesh: Mesh): Mesh {
  const lowest = boundsOf(mesh.points).min[2]
  return lowest === 0 ? mesh : moveMesh(mesh, (x, y, z) => [x, y, z - lowest])
}
