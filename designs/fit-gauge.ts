import { choice, count, defineDesign, length, problem } from '#design'
import { hookProblem, lyingPeg, type Peg } from '#pegboard'
import { drawnFromSide, rotate, sinkPockets, translate, union } from '#solid'
import { disc, labels } from './fit-gauge/solids.ts'
import { halfOf, type Item, valuesOf, wheelOf } from './fit-gauge/wheel.ts'

/** Across the flats of a 1/4-inch bit; an AA cell at its largest (IEC 60086-2). */
const sizes = { 'hex-bit': 6.35, round: 14.5 }

/** Less could not be told apart, nor printed. */
const LEAST_STEP = 0.02

/**
 * A wheel to find the clearances of a printer and a board with: each spoke is a peg, a bore, and the number that both are made with.
 *
 * The pegs are the board's own pins, lying on the bed as strips of pegs do, so what is tried is what will be printed. They stand around a wheel since on a
 * straight edge one peg's neighbours would meet the board before it is in. `--clearance` takes the number of the peg that fits, `--play` that of the bore.
 * It hangs by a hook of its own, with the clearance that the board has now.
 */
export default defineDesign({
  name: 'fit-gauge',
  summary: 'A wheel of pegs and bores, each with its clearance on it: try them, and type the number that fits.',
  parameters: {
    steps: count('Clearances to try', { default: 6, min: 2, max: 9 }),
    from: length('The least of them', { default: 0.2, min: 0, max: 1 }),
    step: length('From one to the next', { default: 0.1, min: LEAST_STEP, max: 0.2 }),
    item: choice('What the bores take', ['hex-bit', 'round'], { default: 'hex-bit' }),
    itemSize: length('Size of that: across its flats, or its diameter', {
      default: ({ item }) => sizes[item as keyof typeof sizes],
      min: 3,
      max: 25,
    }),
  },
  check: ({ steps, from, step }, { board }) => {
    const [last] = valuesOf({ steps, from, step }).slice(-1)
    const unfit = hookProblem({ ...board, clearance: last })
    if (!unfit) return []
    const most = unfit.suggestion
    const down = (value: number) => Math.floor(value * 100 + 1e-6) / 100
    const wrong = (first: string, suggestion: number) =>
      problem(
        [first, ...['from', 'step', 'steps'].filter((name) => name !== first)],
        `lead to a clearance of ${last}; a peg in a hole of ${board.hole.diameter} holds with ${most} at most`,
        suggestion,
      )
    const narrower = down((most - from) / (steps - 1))
    if (narrower >= LEAST_STEP) return [wrong('step', narrower)]
    const fewer = (steps - 1) * step > most ? [wrong('step', down(most / (steps - 1)))] : []
    return [wrong('from', Math.max(0, down(most - (steps - 1) * step))), ...fewer]
  },
  main: ({ steps, from, step, item, itemSize }, { board, arc }) => {
    const takes: Item = { hexagonal: item === 'hex-bit', size: itemSize }
    const wheel = wheelOf(valuesOf({ steps, from, step }), takes, board)
    const { spokes, hook, apothem, hookAt, thickness } = wheel
    const onEdge = (peg: Peg, at: number) => translate([at, 0, 0], lyingPeg(peg, halfOf(peg)))
    const labelled = sinkPockets(disc(wheel, takes, { arc }), {
      pocket: labels(wheel),
      mouths: [[0, 0, thickness]],
      lean: 0,
    })
    const gauge = union(
      labelled,
      onEdge(hook, hookAt),
      ...spokes.map(({ peg, angle }) => rotate([0, 0, angle], onEdge(peg, apothem))),
    )
    const hung = drawnFromSide(translate([-hookAt, 0, -halfOf(hook)], gauge))
    return [{ solid: hung, laid: 'on its side', plate: { columns: 1, rows: 1, thickness, cornerRadius: 0 } }]
  },
})
