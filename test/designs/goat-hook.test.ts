import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { boardOf, makePart, type Model, RequestProblem, resolveParameters } from '#design'
import {
  boundsOf,
  build,
  intersect,
  joinMeshes,
  type Mesh,
  moveMesh,
  plus,
  solidOf,
  startKernel,
  subtract,
  times,
  union,
} from '#solid'
import goatHook from '../../designs/goat-hook.ts'
import { ph2, roundAlong, screwdriverAt } from '../../designs/goat-hook/screwdriver.ts'
import { type GoatHook, holeOf } from '../../designs/goat-hook/goat-hook.ts'
import { type Hole, holeAxes, holeSolids } from '../../designs/goat-hook/hole.ts'
import { plateOf } from '../../designs/goat-hook/place.ts'
import { estimatePrint } from '../../src/check/print.ts'
import { inTheWay, meshOfDrawing, overlap } from '../support/fit.ts'
import { owl } from '../support/owl.ts'
import { centreOfGravity } from '../support/screwdriver.ts'
import { volumeOf } from '../support/volume.ts'

beforeAll(() => startKernel())

type Given = Readonly<Record<string, unknown>>

function hung(given: Given = {}, quality: 'draft' | 'normal' | 'fine' = 'normal') {
  const values = resolveParameters(goatHook, given)
  const part = makePart(goatHook, values, { orientation: 'hung', quality })
  return { values: values as unknown as GoatHook, part, hole: holeOf(values as unknown as GoatHook) }
}

const refusal = (given: Given): string => {
  try {
    resolveParameters(goatHook, given)
  } catch (error) {
    if (error instanceof RequestProblem) return error.message
    throw error
  }
  return ''
}

describe('the goat', () => {
  test('is one body with its plate, and a strip for each column', () => {
    expect(hung().part.measures.bodies).toBe(3)
    expect(hung({ mount: 'integral' }).part.measures.bodies).toBe(1)
  })

  test('looks into the room from its plate: horns above, beard below, taller than wide without its ears', () => {
    const { part, values } = hung()
    const { min, max } = part.measures.bounds
    const plate = plateOf(values, { board: boardOf(resolveParameters(goatHook, {})), mount: 'slide-in' })
    expect(-min[1] - plate.thickness).toBeGreaterThan(45)
    expect(max[2]).toBeLessThanOrEqual(plate.top + 0.01)
    const heightOf = (given: Given) => {
      const bounds = headBounds(given)
      return bounds.max[2] - bounds.min[2]
    }
    expect(heightOf({})).toBeGreaterThan(60)
    expect(headBounds({ beard: false }).min[2]).toBeGreaterThan(headBounds({}).min[2] + 3)
    expect(headBounds({ horns: 0 }).max[2]).toBeLessThan(headBounds({}).max[2] - 8)
  })

  test.each(['draft', 'normal', 'fine'] as const)('a shank passes from crown to mouth at %s quality', (quality) => {
    const { part, hole } = hung({}, quality)
    const { length } = holeAxes(hole)
    expect(overlap(part.mesh, () => roundAlong(hole, [-60, length + 110], [3.5, 3.5]))).toBe(0)
  })

  test('a screwdriver slides in, rests by its shoulder in the funnel, and stands there', () => {
    const { part, hole } = hung()
    const { along, length } = holeAxes(hole)
    const clear = (station: number) => overlap(part.mesh, () => screwdriverAt(hole, station)) === 0
    const rest = Array.from({ length: 80 }, (_, k) => -10 + k * 0.25).find((station) => !clear(station)) as number
    expect(rest).toBeGreaterThan(0)
    expect(rest).toBeLessThan(hole.funnel.depth)
    // All the way from above the head down to there nothing is touched.
    const { length: reach } = ph2
    expect(
      inTheWay(part.mesh, () => screwdriverAt(hole, -length - reach), {
        along,
        from: 0,
        to: length + reach + rest - 0.3,
      }),
    ).toBe(0)
    // It does not lean on the board, nor on what hangs beside it.
    const at = boundsOf(meshOfDrawing(() => union(...screwdriverAt(hole, rest))).points)
    expect(at.max[1]).toBeLessThan(0)
    // Its weight pulls straight down through the funnel's mouth, so that it does not tip.
    const centre = plus(hole.from, times(along, rest - centreOfGravity()))
    expect(Math.hypot(centre[0] - hole.from[0], centre[1] - hole.from[1])).toBeLessThan(hole.funnel.diameter / 2)
  })

  test('flesh surrounds the hole by what its walls are said to be', () => {
    const tenths = (min: number, max: number) => fc.integer({ min: min * 10, max: max * 10 }).map((value) => value / 10)
    const checked = fc.record({
      scale: tenths(0.8, 2),
      shankDiameter: tenths(3, 14),
      funnelDiameter: tenths(8, 30),
      funnelDepth: tenths(0, 12),
    })
    let accepted = 0
    fc.assert(
      fc.property(checked, (given) => {
        if (refusal(given)) return
        accepted++
        const { part, hole } = hung(given, 'draft')
        // Whole soon below the rim, all the way until the mouth opens, and never again after it.
        const whole = surrounded(part, hole, 1.1).map((share) => (share > 0.97 ? 'w' : '-'))
        expect(`${JSON.stringify(given)} ${whole.join('')}`).toMatch(/ -{0,4}w+-*$/)
      }),
      { numRuns: 12 },
    )
    expect(accepted).toBeGreaterThan(2)
  })

  test.each([
    {},
    { beard: false },
    { horns: 0 },
    { horns: 12 },
    { horns: 6 },
    { horns: 0, beard: false },
    { scale: 0.8, funnelDiameter: 14 },
    { scale: 1.6 },
    { shankDiameter: 3, funnelDepth: 0 },
    { board: 'metric-25' },
    { board: 'skadis' },
  ])('prints without supports: %o', (given) => {
    const part = makePart(goatHook, resolveParameters(goatHook, given))
    expect(estimatePrint(part.mesh).overhangArea).toBeLessThan(5)
  })

  test('a larger one takes more cells of the board, and reaches no further behind its plate', () => {
    const { part, values } = hung({ scale: 3 }, 'draft')
    expect([values.columns, values.rows]).toEqual([6, 9])
    const { part: plain } = hung({}, 'draft')
    expect(part.measures.bounds.max[1]).toBe(plain.measures.bounds.max[1])
  })

  test.each([
    [
      { shankDiameter: 20, funnelDiameter: 24 },
      /--scale and --shank-diameter .* do not go together: the goat's mouth is open for ⌀9.5; try --scale 2.\d/,
    ],
    [
      { funnelDiameter: 40 },
      /--scale and --shank-diameter and --funnel-diameter do not go together: .*; try --scale \d/,
    ],
    [{ scale: 0.5 }, /try --scale/],
    [{ columns: 1, rows: 2 }, /--columns 1 leaves .*try --columns 2\n.*--rows 2 leaves .*try --rows 3/],
    [{ detail: 0.1 }, /--detail and --scale do not go together: at least 0\.\d at this scale; try --detail/],
  ])('%o is refused with what would do', (given, words) => {
    const told = refusal(given)
    expect(told).toMatch(words)
    const offers = [...told.matchAll(/try --(\S+) (\S+)/g)].map(([, name, value]) => [camelCase(name), value])
    expect(refusal({ ...given, ...Object.fromEntries(offers) })).toBe('')
  })

  test('detail sets the length of the triangles, whatever the quality', () => {
    const volume = (given: Given, quality: 'draft' | 'fine') => hung(given, quality).part.measures
    expect(volume({ detail: 1.4 }, 'draft').area).toBeCloseTo(volume({ detail: 1.4 }, 'fine').area, -2)
    expect(volume({}, 'fine').triangles).toBeGreaterThan(4 * volume({}, 'draft').triangles)
  })
})

/** Bounds of the head alone: what stands further out than the plate's face. */
function headBounds(given: Given) {
  const { part, values } = hung(given, 'draft')
  const front = -plateOf(values, { board: boardOf(values as never), mount: 'slide-in' }).thickness
  return aheadOf(part.mesh, front - 1)
}

/** How much of what should surround the hole is there, slice by slice from below its funnel on: 1 where a wall of the thickness is whole. */
const surrounded = ({ mesh }: { mesh: Mesh }, hole: Hole, thickness: number): number[] =>
  build(() => {
    const part = solidOf(mesh)
    const cut = holeSolids(hole, () => 48)
    const { length } = holeAxes(hole)
    const first = Math.max(hole.funnel.depth, hole.shank) + 0.5
    return Array.from({ length: Math.max(0, Math.floor((length - first) / 0.5)) }, (_, k) => {
      const radius = hole.shank / 2 + thickness
      const sleeve = subtract(roundAlong(hole, [first + k * 0.5, first + k * 0.5 + 0.4], [radius, radius]), ...cut)
      return volumeOf(intersect(part, sleeve)) / volumeOf(sleeve)
    })
  })

describe('a sculpture from a file', () => {
  const model = (mesh: Mesh): Model => ({ name: 'owl.stl', mesh, mended: [] })
  const plain = { sculpture: model(owl()), funnelDiameter: 14, funnelDepth: 8 }

  test('stands before the middle of the plate, and melts into it', () => {
    const { part, values } = hung({ ...plain, shankDiameter: 4, funnelDiameter: 8, sculptureSink: 4 })
    const plate = plateOf(values, { board: boardOf(values as never), mount: 'slide-in' })
    const { min, max } = aheadOf(part.mesh, -plate.thickness - 0.1)
    const own = boundsOf(owl().points)
    expect(min[1]).toBeCloseTo(-plate.thickness + 4 - (own.max[1] - own.min[1]), 1)
    expect((min[0] + max[0]) / 2).toBeCloseTo(0, 1)
    expect(max[2] - min[2]).toBeCloseTo(own.max[2] - own.min[2], 0)
    expect(part.measures.bodies).toBe(3)
    // A deeper sink takes nothing away behind the plate.
    expect(hung({ ...plain, shankDiameter: 3, funnelDiameter: 6, sculptureSink: 12 }).part.measures.bounds.max[1]).toBe(
      part.measures.bounds.max[1],
    )
  })

  test('is as high as it is told to be, and turned', () => {
    const higher = hung({ ...plain, sculptureHeight: 120 })
    const { min, max } = aheadOf(higher.part.mesh, -6.1)
    expect(max[2] - min[2]).toBeGreaterThan(110)
    const lying = hung({
      ...plain,
      sculptureTurn: [0, 90, 0],
      funnelDiameter: 8,
      holeFrom: [0, -18, -6],
      holeTo: [0, -18, -50],
    })
    const bounds = aheadOf(lying.part.mesh, -6.1)
    expect(bounds.max[0] - bounds.min[0]).toBeGreaterThan(55)
  })

  test('has its hole straight down through what stands out, unless told', () => {
    const { part, hole } = hung(plain)
    expect(hole.from[0]).toBe(0)
    expect(hole.from[1]).toBe(hole.to[1])
    const { length } = holeAxes(hole)
    expect(overlap(part.mesh, () => roundAlong(hole, [-60, length + 60], [3.5, 3.5]))).toBe(0)
    const whole = surrounded(part, hole, 1.1)
    expect(whole[0]).toBeGreaterThan(0.97)
  })

  test.each([
    [{ sculptureScale: 0.5 }, /do not go together: the (wall around the )?hole .*try --sculpture-scale/],
    [{ holeFrom: [60, -20, 20], holeTo: [60, -20, -80] }, /the hole misses the sculpture/],
    [{ holeFrom: [0, -20, -25], holeTo: [0, -20, -80] }, /begins deep inside the sculpture/],
    [{ holeFrom: [0, -20, 10], holeTo: [0, -20, -30] }, /ends inside the sculpture/],
    [{ holeFrom: [15, -20, 10], holeTo: [15, -20, -80] }, /open at the side|mm thick at/],
    [{ holeFrom: [12.7, -10, 10], holeTo: [12.7, -10, -80] }, /meets the plate's pegs/],
    [{ holeFrom: [0, -8, 10], holeTo: [0, -6, -80] }, /meets the plate's back/],
    [{ holeFrom: [0, -5, 30], holeTo: [0, -30, -80] }, /would meet the board/],
    [{ holeFrom: [0, -30, 0], holeTo: [0, -60, -10] }, /must go down/],
    [{ holeFrom: [0, -20, -50], holeTo: [0, -20, 10] }, /must go down/],
    [{ holeTo: [0, -20, 10], holeFrom: [0, -20, 10] }, /are the same place/],
    [{ sculptureScale: 100 }, /makes a sculpture of \d+ mm.*try --sculpture-scale/],
    [{ sculptureHeight: 2 }, /makes a sculpture of .*try --sculpture-height 80/],
    [{ sculptureScale: 2, sculptureHeight: 80 }, /do not go together: either says/],
    [{ scale: 2 }, /--scale and --sculpture do not go together/],
    [{ horns: 12, beard: false }, /--horns and --sculpture .*\n.*--beard and --sculpture/],
    [{ funnelDiameter: 5 }, /a funnel narrows/],
    [
      { funnelDepth: 60, holeFrom: [0, -20, 10], holeTo: [0, -20, -40] },
      /--funnel-depth 60 is too deep: the whole hole is 50.0 long; try --funnel-depth 25/,
    ],
  ])('%o is refused in words', (given, words) => {
    expect(refusal({ ...plain, ...given })).toMatch(words)
  })

  test('a size that is offered works', () => {
    for (const given of [
      { ...plain, sculptureScale: 0.6 },
      { ...plain, sculptureHeight: 30 },
    ]) {
      const [, name, value] = /try --(\S+) (\S+)/.exec(refusal(given)) ?? []
      expect(refusal({ ...given, [camelCase(name)]: value })).toBe('')
    }
  })

  test('a body that would hang in the air is refused with how deep it must sink', () => {
    const [big, small] = [owl(), moveMesh(owl(0.2, 1), (x, y, z) => [x + 30, y + 8, z])]
    const given = { ...plain, sculpture: model(joinMeshes([big, small])) }
    const sink = /leaves one of the sculpture's bodies in the air.*try --sculpture-sink (\S+)/.exec(refusal(given))?.[1]
    expect(Number(sink)).toBeGreaterThan(2)
    expect(refusal({ ...given, sculptureSink: sink })).not.toContain('in the air')
  })

  test('sculpture parameters without a sculpture are no goat’s', () => {
    expect(refusal({ sculptureScale: 2 })).toMatch(/--sculpture-scale and --sculpture do not go together/)
  })
})

const camelCase = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

/** Bounds of what stands further out than a face. */
function aheadOf({ points }: Mesh, face: number) {
  const ahead: number[] = []
  for (let i = 0; i < points.length; i += 3) {
    if (points[i + 1] < face) ahead.push(points[i], points[i + 1], points[i + 2])
  }
  return boundsOf(Float32Array.from(ahead))
}
