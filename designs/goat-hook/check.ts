import { type Context, type Problem, problem } from '#design'
import type { Mesh, Vec3 } from '#solid'
import { holeFault } from './check-hole.ts'
import { plateFault } from './check-plate.ts'
import { type Hole, holeAxes } from './hole.ts'
import { headOf, placeModel, plateOf, type Setup, usualHole, type Wanted } from './place.ts'
import { looseBody } from './loose-body.ts'
import { edgeOf, goatMesh } from './sculpture.ts'

/** All that the design is told. */
export interface GoatHook extends Wanted {
  readonly shankDiameter: number
  readonly funnelDiameter: number
  readonly funnelDepth: number
  readonly detail: number
  readonly holeFrom: Vec3
  readonly holeTo: Vec3
}

export const holeOf = (values: GoatHook): Hole => ({
  from: values.holeFrom,
  to: values.holeTo,
  shank: values.shankDiameter,
  funnel: { diameter: values.funnelDiameter, depth: values.funnelDepth },
})

/** Size of what the goat's neck and horns grow from, at its true size. */
export const FOOT = { columns: 46, rows: 74 }

/** What of the design is the goat's, and what a sculpture's, each with its default. */
const goats = { scale: 1, horns: 20, beard: true } as const
const sculptures = { sculptureScale: 1, sculptureHeight: 0, sculptureTurn: '0,0,0', sculptureSink: 2 } as const

/** What cannot go together. */
export function checkGoatHook(values: GoatHook, context: Context): readonly Problem[] {
  const problems = [
    ...strangers(values),
    ...holeShape(values),
    ...tooSmall(values, context),
    ...tooFine(values, context),
  ]
  if (problems.length > 0) return problems
  return [...judgeHole(values, context), ...judgeBodies(values, context)]
}

/** What was given for the one though the other is made. */
function strangers(values: GoatHook): Problem[] {
  const [foreign, reason] = values.sculpture
    ? ([goats, 'the goat has it, not a sculpture from a file'] as const)
    : ([sculptures, 'there is no sculpture'] as const)
  const problems = Object.entries(foreign)
    .filter(([name, usual]) => String(values[name as keyof GoatHook]) !== String(usual))
    .map(([name]) => problem([name, 'sculpture'], `do not go together: ${reason}`))
  if (values.sculptureHeight > 0 && values.sculptureScale !== 1) {
    problems.push(
      problem(['sculptureHeight', 'sculptureScale'], 'do not go together: either says how large it becomes'),
    )
  }
  return problems
}

/** Least steepness of a hole in degrees: on a slope of 45° a screwdriver is held by friction no more. */
const STEEP = 45

function holeShape(values: GoatHook): Problem[] {
  const { shankDiameter, funnelDiameter, funnelDepth, holeFrom, holeTo } = values
  const problems: Problem[] = []
  if (funnelDiameter < shankDiameter) {
    problems.push(problem(['funnelDiameter', 'shankDiameter'], 'do not go together: a funnel narrows', shankDiameter))
  }
  const length = Math.hypot(...holeTo.map((each, axis) => each - holeFrom[axis]))
  if (length <= funnelDepth) {
    const deepest = Math.floor(length / 2)
    problems.push(
      problem(['funnelDepth', 'holeTo'], `do not go together: the hole is ${length.toFixed(1)} long in all`, deepest),
    )
  } else if (-holeAxes(holeOf(values)).along[2] < Math.sin((STEEP * Math.PI) / 180)) {
    problems.push(
      problem(
        ['holeFrom', 'holeTo'],
        `do not go together: the hole must go down, ${STEEP}° or steeper, for a screwdriver to hang in it`,
      ),
    )
  }
  return problems
}

/** A plate that the goat's neck and horns do not fit on. */
function tooSmall(values: GoatHook, { board }: Context): Problem[] {
  if (values.sculpture) return []
  return (['columns', 'rows'] as const)
    .map((name) => ({ name, least: cellsUnder(FOOT[name] * values.scale, board.pitch) }))
    .filter(({ name, least }) => values[name] < least)
    .map(({ name, least }) => problem(name, `leaves the goat's horns and neck in the air: at least ${least}`, least))
}

/** Cells of the board that a length takes. */
export const cellsUnder = (length: number, pitch: number) => Math.max(1, Math.ceil(length / pitch))

/** Most corners of the grid that the goat is told on. */
const MOST = 2e7

function tooFine(values: GoatHook, context: Context): Problem[] {
  if (values.sculpture || values.detail === 0) return []
  const { min, max } = headOf(values).bounds
  const room = min.reduce((volume, low, axis) => volume * (max[axis] - low) * values.scale, 1)
  const least = Math.ceil(10 * Math.cbrt(room / MOST)) / 10
  return edgeOf(values, context) < least
    ? [problem(['detail', 'scale'], `do not go together: at least ${least} at this scale`, least)]
    : []
}

/** Triangles as coarse as this tell where the goat's surface is to a few hundredths, at its true size. */
const COARSE = 1.5

/** The mesh that is judged: a sculpture's own, or the goat's, coarser than it will be made. */
const judged = (values: GoatHook, setup: Setup): Mesh =>
  values.sculpture ? placeModel(values.sculpture, values, setup) : goatMesh(values, setup, COARSE * values.scale)

function judgeHole(values: GoatHook, context: Context): Problem[] {
  const hole = holeOf(values)
  const plate = plateOf(values, context)
  const met = plateFault(hole, { plate, columns: values.columns, ...context })
  if (met) return [problem(['holeFrom', 'holeTo'], `cannot be met: ${met}`)]
  const fault = holeFault(judged(values, context), hole)
  if (!fault) return []
  if (fault.ends) return [problem(['holeFrom', 'holeTo'], `cannot be met: ${fault.reason}`)]
  const name = values.sculpture ? (values.sculptureHeight > 0 ? 'sculptureHeight' : 'sculptureScale') : 'scale'
  return [
    problem(
      [name, 'shankDiameter', 'funnelDiameter'],
      `do not go together: ${fault.reason}`,
      sufficient(name, values, context),
    ),
  ]
}

/** The smallest size, in steps of a twentieth, at which the walls of the hole are thick enough; nothing, if the hole was given by its ends or no size helps. */
function sufficient(
  name: 'scale' | 'sculptureScale' | 'sculptureHeight',
  values: GoatHook,
  setup: Setup,
): number | undefined {
  const usual = usualHole(values, setup)
  if (String(usual.from) !== String(values.holeFrom) || String(usual.to) !== String(values.holeTo)) return undefined
  const limit = name === 'scale' ? 4 : 8 * values[name]
  for (let size = values[name] * 1.05; size <= limit; size *= 1.05) {
    const rounded = Number(size.toPrecision(3))
    const larger = { ...values, [name]: rounded }
    const { from, to } = usualHole(larger, setup)
    if (!holeFault(judged(larger, setup), holeOf({ ...larger, holeFrom: from, holeTo: to }))) return rounded
  }
  return undefined
}

/** A body of the sculpture that would not hang on the plate. */
function judgeBodies(values: GoatHook, context: Context): Problem[] {
  if (!values.sculpture) return []
  const plate = plateOf(values, context)
  const loose = looseBody(placeModel(values.sculpture, values, context), plate)
  if (!loose) return []
  const sink = Math.ceil(10 * (values.sculptureSink + loose.gap + 0.5)) / 10
  return [
    problem(
      'sculptureSink',
      `leaves a body of the sculpture in the air, around ${loose.middle.map((each) => each.toFixed(0)).join(',')}`,
      sink,
    ),
  ]
}
