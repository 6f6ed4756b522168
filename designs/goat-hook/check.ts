import { type Context, type Problem, problem } from '#design'
import { type GoatHook, holeOf } from './goat-hook.ts'
import { holeAxes } from './hole.ts'
import { judgeHole } from './judge-hole.ts'
import { FOOT, headOf, placeModel, plateOf, type Setup } from './place.ts'
import { looseBody } from './loose-body.ts'
import { edgeOf } from './sculpture.ts'

/** What of the design is the goat's, and what a sculpture's, each with its default. */
const goats = { scale: 1, horns: 18, beard: true } as const
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
function tooSmall(values: GoatHook, context: Context): Problem[] {
  if (values.sculpture) return []
  const needed = cellsUnder(values.scale, context)
  return (['columns', 'rows'] as const)
    .filter((name) => values[name] < needed[name])
    .map((name) => problem(name, `leaves the goat's horns and neck in the air: at least ${needed[name]}`, needed[name]))
}

/** Cells of the board that the goat's foot takes at a scale. */
export function cellsUnder(scale: number, setup: Setup) {
  const one = plateOf({ columns: 1, rows: 1 }, setup)
  const cells = (length: number, least: number) => 1 + Math.max(0, Math.ceil((length - least) / setup.board.pitch))
  return {
    columns: cells(FOOT.width * scale, one.right - one.left),
    rows: cells(FOOT.height * scale, one.top - one.bottom),
  }
}

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
