import { isModel, kebabCase, type Orientation, type Part, type PlainValue, plainValue } from '#design'
import { boundsOf, type Measures, type Mesh, moveMesh } from '#solid'
import { type Filling, usualFilling } from './check/mass.ts'
import { estimatePrint, type PrintEstimate } from './check/print.ts'
import type { BuildVolume } from './check/printers.ts'

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

/** What a part is going to be printed with. */
export interface PrintPlan extends Filling {
  /** A part that is larger than this is warned of. */
  readonly room?: BuildVolume
}

/** Any common printer, those sold as 250 or 256, at its usual settings. */
const usualPlan: PrintPlan = { ...usualFilling, room: { x: 250, y: 250, z: 250 } }

/**
 * Reports on a part and the files that it was written to.
 *
 * @param known Warnings about how it came to be.
 */
export function report(
  part: Part,
  files: Report['files'] = [],
  known: readonly string[] = [],
  plan: PrintPlan = usualPlan,
): Report {
  const { mass, overhangArea } = estimatePrint(onBed(part.mesh), plan)
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
      ...(plan.room ? tooLarge(part, plan.room) : []),
    ],
  }
}

/** A warning for each thing that was mended in a model. */
const mended = ({ parameters }: Part): string[] =>
  Object.values(parameters)
    .filter(isModel)
    .flatMap(({ name, mended }) => mended.map((each) => `${name}: ${each}`))

/** A warning that names the axes along which the part is longer than a bed. */
function tooLarge({ measures: { bounds } }: Part, room: BuildVolume): string[] {
  const long = (['x', 'y', 'z'] as const)
    .map((axis, i) => ({ axis, size: bounds.max[i] - bounds.min[i] }))
    .filter(({ axis, size }) => size > room[axis])
    .map(({ axis, size }) => `${size.toFixed(1)} mm in ${axis}`)
  return long.length > 0 ? [`larger than a bed of ${room.x} × ${room.y} × ${room.z}: ${long.join(', ')}`] : []
}

/** Grams and square millimetres are estimates: two decimals say enough. */
const round = (value: number) => Math.round(value * 100) / 100

/** A part in its hung pose is judged as it would be printed so. */
function onBed(mesh: Mesh): Mesh {
  const lowest = boundsOf(mesh.points).min[2]
  return lowest === 0 ? mesh : moveMesh(mesh, (x, y, z) => [x, y, z - lowest])
}
