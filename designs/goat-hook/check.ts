import { type Context, type Problem, problem } from '#design'
import { boundsOf } from '#solid'
import { goatHead } from '../goat/head.ts'
import { type GoatHook, goats, holeOf, sculptures } from './goat-hook.ts'
import { holeAxes } from './hole.ts'
import { judgeHole } from './judge-hole.ts'
import { FOOT, placeModel, plateOf, type Setup } from './place.ts'
import { looseBody } from './loose-body.ts'
import { edgeOf } from './sculpture.ts'

/** What cannot go together. */
export function checkGoatHook(values: GoatHook, context: Context): readonly Problem[] {
  const size = sculptureSize(values, context)
  if (size.length > 0) return size
  const problems = [
    ...strangers(values),
    ...holeShape(values),
    ...tooSmall(values, context),
    ...tooFine(values, context),
  ]
  if (problems.length > 0) return problems
  const bodies = judgeBodies(values, context)
  return bodies.length > 0 ? bodies : judgeHole(values, context)
}

/** Sizes between which a sculpture carries a hole and fits a printer. */
const [SMALLEST, GREATEST] = [8, 400]
/** A size that most sculptures do well at. */
const HANDY = 80

function sculptureSize(values: GoatHook, context: Context): Problem[] {
  if (!values.sculpture) return []
  const { min, max } = boundsOf(placeModel(values.sculpture, values, context).points)
  const size = Math.max(...max.map((high, axis) => high - min[axis]))
  if (size >= SMALLEST && size <= GREATEST) return []
  const name = values.sculptureScale === 1 || values.sculptureHeight > 0 ? 'sculptureHeight' : 'sculptureScale'
  const fit = name === 'sculptureHeight' ? HANDY : Number(((values.sculptureScale * HANDY) / size).toPrecision(2))
  return [
    problem(
      name,
      `makes a sculpture of ${Number(size.toPrecision(3))} mm: ${SMALLEST} to ${GREATEST} can be hung`,
      fit,
    ),
  ]
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
  if (length < 1) return [problem(['holeFrom', 'holeTo'], 'do not go together: they are the same place')]
  if (-holeAxes(holeOf(values)).along[2] < Math.sin((STEEP * Math.PI) / 180)) {
    const reason = `do not go together: the hole must go down, ${STEEP}° or steeper, for a screwdriver to hang in it`
    problems.push(problem(['holeFrom', 'holeTo'], reason))
  } else if (length <= funnelDepth) {
    const reason = `is too deep: the whole hole is ${length.toFixed(1)} long`
    problems.push(problem('funnelDepth', reason, Math.floor(length / 2)))
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
  const { min, max } = goatHead(values).bounds
  const room = min.reduce((volume, low, axis) => volume * (max[axis] - low) * values.scale, 1)
  const least = Math.ceil(10 * Math.cbrt(room / MOST)) / 10
  return edgeOf(values, context) < least
    ? [problem(['detail', 'scale'], `do not go together: at least ${least} at this scale`, least)]
    : []
}

/** A body of the sculpture that would not hang on the plate. */
function judgeBodies(values: GoatHook, context: Context): Problem[] {
  if (!values.sculpture) return []
  const mesh = placeModel(values.sculpture, values, context)
  const loose = looseBody(mesh, plateOf(values, context))
  if (!loose) return []
  const around = loose.middle.map((each) => each.toFixed(0)).join(',')
  const reason = `leaves one of the sculpture's bodies in the air, around ${around}: join them, or sink it deeper`
  const sink = Math.ceil(10 * (values.sculptureSink + loose.gap + 0.5)) / 10
  const { min, max } = boundsOf(mesh.points)
  return [problem('sculptureSink', reason, sink < (max[1] - min[1]) / 2 ? sink : undefined)]
}
