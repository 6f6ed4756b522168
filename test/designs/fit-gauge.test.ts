import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { boardOf, makePart, RequestProblem, resolveParameters } from '#design'
import { boards, boardSolid, hookPeg, pegSection } from '#pegboard'
import {
  boundsOf,
  box,
  build,
  circle,
  drawnFromSide,
  extrude,
  hexagon,
  intersect,
  meshOf,
  rotate,
  type Solid,
  solidOf,
  startKernel,
  translate,
} from '#solid'
import fitGauge from '../../designs/fit-gauge.ts'
import { valuesOf, wheelOf } from '../../designs/fit-gauge/wheel.ts'
import { type Draw, freePath, overlap } from '../support/fit.ts'
import { volumeOf } from '../support/volume.ts'

beforeAll(() => startKernel())

/** A gauge, hung, and where its spokes are. */
function gauge(given: Record<string, unknown>) {
  const parameters = resolveParameters(fitGauge, given)
  const { steps, from, step, item, itemSize } = parameters as {
    steps: number
    from: number
    step: number
    item: string
    itemSize: number
  }
  const board = boardOf(parameters)
  const takes = { hexagonal: item === 'hex-bit', size: itemSize }
  const wheel = wheelOf(valuesOf({ steps, from, step }), takes, board)
  const part = makePart(fitGauge, parameters, { orientation: 'hung' })
  const bed = part.measures.bounds.min[0]
  return { part, board, wheel, takes, bed }
}
type Gauge = ReturnType<typeof gauge>

/** How far the middle of a peg lies above its flat, for a board whose pegs are thinner by `clearance`. */
const halfWidth = (board: Gauge['board'], clearance: number) => pegSection({ ...board, clearance }).at(-1)![0]

/** The gauge turned so that one of its pegs is where the peg of a hung part is. Within a build. */
const presenting = ({ part, board, wheel, bed }: Gauge, { angle, value }: { angle: number; value: number }): Solid =>
  translate(
    [-bed - halfWidth(board, value), -wheel.apothem, 0],
    rotate([-angle, 0, 0], translate([0, wheel.hookAt, 0], solidOf(part.mesh))),
  )

/** Something drawn from the right side, its x along a spoke from the middle of the wheel, put where it belongs on the hung gauge. */
const onSpoke = ({ wheel, bed }: Gauge, angle: number, drawn: Solid): Solid =>
  translate([bed, -wheel.hookAt, 0], drawnFromSide(rotate([0, 0, angle], drawn)))

describe.each(Object.keys(boards))('for %s', (board) => {
  test('each peg is thinner than its hole by the number on it', () => {
    const it = gauge({ board })
    for (const spoke of it.wheel.spokes) {
      const { min, max } = build(() =>
        boundsOf(meshOf(intersect(presenting(it, spoke), box([-9, 0.05, -9], [9, 0.06, 9]))).points),
      )
      const { diameter, shape } = it.board.hole
      const flat = shape === 'slot' ? 0.9 : Math.SQRT1_2
      expect((max[0] - min[0]) / flat).toBeCloseTo(diameter - spoke.value, 2)
      if (shape === 'round') expect(max[2] - min[2]).toBeCloseTo(diameter - spoke.value, 1)
    }
  })

  test('each peg goes into a hole by itself, its edge on the board and all others clear of it', () => {
    const it = gauge({ board })
    build(() => {
      const sheet = boardSolid(it.board, { columns: 1, rows: 1, margin: 3 }, () => 96)
      for (const spoke of it.wheel.spokes) {
        const seated = presenting(it, spoke)
        expect(volumeOf(intersect(seated, sheet))).toBeCloseTo(0, 4)
        expect(volumeOf(intersect(translate([0, 0.3, 0], seated), sheet))).toBeGreaterThan(1)
        const beside = box([-20, -0.9, -99], [20, 0, 99])
        const around =
          volumeOf(intersect(seated, beside)) - volumeOf(intersect(seated, box([-20, -0.9, -16], [20, 0, 16])))
        expect(around).toBeCloseTo(0, 4)
      }
    })
  })

  test('each number stands in relief between its bore and its peg', () => {
    const it = gauge({ board })
    for (const { angle } of it.wheel.spokes) {
      const { thickness, labelsAt } = it.wheel
      const above: Draw = () => onSpoke(it, angle, translate([labelsAt, 0, thickness], box([-2, -5, 0.1], [2, 5, 0.5])))
      expect(overlap(it.part.mesh, above)).toBeGreaterThan(2)
    }
  })
})

describe.each([
  ['hex-bit', 6.35],
  ['round', 14.5],
] as const)('for %s', (item, size) => {
  test('each bore takes what is thinner than it by less than nothing, and nothing thicker', () => {
    const it = gauge({ item })
    for (const { angle, value } of it.wheel.spokes) {
      const rod =
        (wide: number): Draw =>
        () => {
          const outline = item === 'round' ? circle(wide / 2, 128) : rotate([0, 0, 30], hexagon(wide))
          return onSpoke(it, angle, translate([it.wheel.boresAt, 0, 0], extrude(outline, 10)))
        }
      const through = { along: [1, 0, 0], from: -20, to: 10 } as const
      expect(freePath(it.part.mesh, rod(size + value - 0.002), through)).toBe(true)
      expect(freePath(it.part.mesh, rod(size + value + 0.1), through)).toBe(false)
    }
  })
})

test('it is small: a pocket holds it, and little filament makes it', () => {
  const { min, max } = makePart(fitGauge, resolveParameters(fitGauge, {})).measures.bounds
  expect(Math.max(max[0] - min[0], max[1] - min[1])).toBeLessThan(70)
  expect(gauge({}).part.measures.volume).toBeLessThan(6000)
})

test('its hook is the one that parts for this board hang by', () => {
  const { part, board } = gauge({ clearance: 0.5 })
  const [, reach] = part.measures.bounds.max
  expect(reach).toBeCloseTo(Math.max(...hookPeg(board).profile.map(([y]) => y)), 4)
})

test('pegs too thin to hold are refused, with a step that works', () => {
  expect(() => resolveParameters(fitGauge, { step: 0.2, steps: 9 })).toThrow(
    /--step and --from and --steps .*1\.8.*1\.2.*try --step 0\.12/,
  )
})

test('whatever is asked for is made sound, or refused with values that work', () => {
  const anything = fc.record({
    steps: fc.integer({ min: 2, max: 9 }),
    from: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
    step: fc.oneof(fc.constantFrom(0.02, 0.2), fc.double({ min: 0.02, max: 0.2, noNaN: true })),
    item: fc.constantFrom('hex-bit', 'round'),
    itemSize: fc.option(fc.oneof(fc.constantFrom(3, 25), fc.double({ min: 3, max: 25, noNaN: true })), {
      nil: undefined,
    }),
    board: fc.constantFrom(...Object.keys(boards)),
  })
  const settle = (given: Record<string, unknown>) => {
    try {
      return resolveParameters(fitGauge, given)
    } catch (error) {
      if (!(error instanceof RequestProblem)) throw error
      return resolveParameters(fitGauge, {
        ...given,
        ...Object.fromEntries(error.problems.map(({ parameters, suggestion }) => [parameters[0], suggestion])),
      })
    }
  }
  fc.assert(
    fc.property(anything, (given) => {
      const parameters = settle(given)
      const part = makePart(fitGauge, parameters, { quality: 'draft' })
      expect(part.measures.bodies).toBe(1)
      expect(part.measures.bounds.min[2]).toBe(0)
      // A ring with a bore for every step; digits of the labels have no part in it.
      expect(part.measures.genus).toBe(1 + (parameters.steps as number))
      expect(makePart(fitGauge, parameters, { quality: 'draft' }).mesh).toEqual(part.mesh)
    }),
    { numRuns: 20 },
  )
})
