import { type Context, type Problem, problem } from '#design'
import type { Mesh } from '#solid'
import { type Fault, holeFault } from './check-hole.ts'
import { plateFault } from './check-plate.ts'
import { type GoatHook, holeOf } from './goat-hook.ts'
import type { Hole } from './hole.ts'
import { placeModel, plateOf, type Setup, usualHole } from './place.ts'
import { edges, goatMesh } from './sculpture.ts'

type Size = 'scale' | 'sculptureScale' | 'sculptureHeight'

/** What is wrong with the hole: told of its ends where these were given, of the sizes where they follow from the sculpture; with a size that would do. */
export function judgeHole(values: GoatHook, context: Context): Problem[] {
  const fault = faultOf(values, context)
  if (!fault) return []
  const size: Size = values.sculpture ? (values.sculptureHeight > 0 ? 'sculptureHeight' : 'sculptureScale') : 'scale'
  const usual = usualHole(values, context)
  const given = String([usual.from, usual.to]) !== String([values.holeFrom, values.holeTo])
  if (given) return [problem(['holeFrom', 'holeTo'], `do not fit the sculpture: ${fault.reason}`)]
  const enough = sufficient(size, values, context)
  if (fault.ends && enough === undefined) {
    return [problem(['holeFrom', 'holeTo'], `are to be given, for the usual hole does not do: ${fault.reason}`)]
  }
  return [problem([size, 'shankDiameter', 'funnelDiameter'], `do not go together: ${fault.reason}`, enough)]
}

function faultOf(values: GoatHook, setup: Setup): Fault | undefined {
  const hole = holeOf(values)
  const plate = plateOf(values, setup)
  const narrow = values.sculpture ? undefined : tooNarrow(hole, values.scale)
  if (narrow) return { ends: false, reason: narrow }
  return plateFault(hole, { plate, columns: values.columns, ...setup }) ?? holeFault(judged(values, setup), hole)
}

/** Diameters at the goat's true size: what its open mouth lets through before its jaw is cut off, and its crown before the roots of its horns are. */
const [GAPE, CROWN] = [9.5, 24]

function tooNarrow({ shank, funnel }: Hole, scale: number): string | undefined {
  const told = (diameter: number) => `⌀${Number((diameter * scale).toFixed(1))}`
  if (shank > GAPE * scale) return `the goat's mouth is open for ${told(GAPE)}`
  if (funnel.depth > 0 && funnel.diameter > CROWN * scale) return `there is ${told(CROWN)} between the goat's horns`
  return undefined
}

/** The mesh that is judged: a sculpture's own, or the goat's at draft, which tells where its surface is to a few hundredths. */
const judged = (values: GoatHook, setup: Setup): Mesh =>
  values.sculpture ? placeModel(values.sculpture, values, setup) : goatMesh(values, setup, edges.draft * values.scale)

/** Largest goat. */
export const LARGEST = 4

/** The smallest larger size, within a hundredth or so, at which the hole would be well; nothing, if none is. */
function sufficient(name: Size, values: GoatHook, setup: Setup): number | undefined {
  const isEnough = (size: number) => {
    const larger = { ...values, [name]: size }
    const { from, to } = usualHole(larger, setup)
    return !faultOf({ ...larger, holeFrom: from, holeTo: to }, setup)
  }
  // A scan is measured a few times only.
  const [limit, step] = name === 'scale' ? [LARGEST, 1.05] : [4 * values[name], 1.15]
  let [small, large] = [values[name], values[name] * step]
  while (!isEnough(large)) {
    if (large * step > limit) return undefined
    ;[small, large] = [large, large * step]
  }
  for (let halving = 0; halving < 3; halving++) {
    const middle = (small + large) / 2
    if (isEnough(middle)) large = middle
    else small = middle
  }
  const hundredths = Math.ceil(large * 100)
  for (let more = 0; more < 10; more++) if (isEnough((hundredths + more) / 100)) return (hundredths + more) / 100
  return large
}
