import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { boardOf, makePart, problemText, RequestProblem, type Resolved, resolveParameters } from '#design'
import { pegColumns, plateBounds } from '#pegboard'
import { boundsOf, box, build, joinMeshes, loft, meshOf, rotate, startKernel, translate, type Vec3 } from '#solid'
import rack from '../../designs/hex-bit-rack.ts'
import { plateFor } from '../../designs/hex-bit-rack/plate.ts'
import { mouthsOf } from '../../designs/hex-bit-rack/stairs.ts'
import { type Choice, layTiers } from '../../designs/hex-bit-rack/tiers.ts'
import { freePath, inTheWay, overlap } from '../support/fit.ts'

beforeAll(() => startKernel())

/** Bits at the most that their standard allows: across the flats, and the length of the shortest. */
const standard = {
  'quarter-inch': { across: 6.35, length: 25 },
  '4mm': { across: 4, length: 28 },
  'five-sixteenths-inch': { across: 7.94, length: 25 },
} as const

type Given = Readonly<Record<string, unknown>>

/** A rack as it hangs, and where its bits stand. */
function hung(given: Given) {
  const values = resolveParameters(rack, given)
  const choice = values as unknown as Choice
  const board = boardOf(values)
  const tiers = layTiers(choice)
  const plate = plateFor(tiers, { board, mount: 'slide-in', arc: () => 32 })
  const stand = { plate: -plate.thickness, bed: plateBounds(plate, board).bottom }
  const tilt = (choice.lean * Math.PI) / 180
  return {
    part: makePart(rack, values, { orientation: 'hung' }).mesh,
    choice,
    mouths: mouthsOf(choice, tiers, stand),
    plateFace: stand.plate,
    riserFace: (mouth: number) => mouth - tiers.front,
    out: [0, -Math.sin(tilt), Math.cos(tilt)] as Vec3,
    back: [0, Math.cos(tilt), Math.sin(tilt)] as Vec3,
  }
}

/** A bit from `from` above the mouth (below, if negative) to `to`, a flat to either side, turned about itself by `turn` degrees. */
const bit = ({ bit, lean }: Choice, mouth: Vec3, from: number, to: number, turn = 0) => {
  const radius = standard[bit].across / Math.sqrt(3)
  const points = Array.from({ length: 6 }, (_, i): [number, number] => {
    const angle = ((30 + 60 * i + turn) * Math.PI) / 180
    return [radius * Math.cos(angle), radius * Math.sin(angle)]
  })
  const shank = loft([from, to].map((z) => ({ z, points })))
  return translate(mouth, rotate([lean, 0, 0], shank))
}

/** Towards the eye of somebody who looks down at the board. */
const fromAbove = (degrees: number): Vec3 => [
  0,
  -Math.cos((degrees * Math.PI) / 180),
  Math.sin((degrees * Math.PI) / 180),
]

const times = (direction: Vec3, by: number) => direction.map((axis) => axis * by) as unknown as Vec3

/** Rounding of faces that touch, in mm³ and in mm. */
const TOUCH = 1e-3
const HAIR = 0.01

const kinds = Object.keys(standard).flatMap((kind) => [
  { bit: kind, fit: 'snug', lean: 15, columns: 3, rows: 3 },
  { bit: kind, fit: 'easy', lean: 0, columns: 3, rows: 2 },
  { bit: kind, fit: 'easy', lean: 30, columns: 2, rows: 3 },
])

describe('a bit at its largest', () => {
  test.each([{}, ...kinds])('slides into every socket and rests on its floor: %j', (given) => {
    const { part, choice, mouths, out } = hung(given)
    const { length } = standard[choice.bit]
    for (const mouth of mouths) {
      const seated = () => bit(choice, mouth, HAIR - choice.depth, length - choice.depth)
      expect(freePath(part, seated, { along: out, from: 60, to: 0 })).toBe(true)
      expect(overlap(part, seated, times(out, -0.2))).toBeGreaterThan(1)
    }
  })

  test.each(kinds)('cannot turn, nor fall to a side: %j', (given) => {
    const { part, choice, mouths, back } = hung(given)
    const mouth = mouths[choice.columns]
    for (const turn of [-15, 15]) {
      expect(overlap(part, () => bit(choice, mouth, HAIR - choice.depth, 5, turn))).toBeGreaterThan(0.1)
    }
    const seated = () => bit(choice, mouth, HAIR - choice.depth, 5)
    for (const aside of [[0.5, 0, 0], [-0.5, 0, 0], times(back, 0.5), times(back, -0.5)] as Vec3[]) {
      expect(overlap(part, seated, aside)).toBeGreaterThan(1)
    }
  })

  test.each(Object.keys(standard))('is held closer by a snug socket than by an easy one: %s', (kind) => {
    const moved = (fit: string) => {
      const { part, choice, mouths } = hung({ bit: kind, fit, columns: 2, rows: 1 })
      return overlap(part, () => bit(choice, mouths[0], HAIR - choice.depth, 5), [0.15, 0, 0])
    }
    expect(moved('snug')).toBeGreaterThan(1)
    expect(moved('easy')).toBeLessThan(TOUCH)
  })

  test.each([{}, ...kinds])('is seen whole from 30° above, and can be gripped: %j', (given) => {
    const { part, choice, mouths, plateFace } = hung(given)
    const { across, length } = standard[choice.bit]
    const proud = length - choice.depth
    const bits = build(() => joinMeshes(mouths.map((mouth) => meshOf(bit(choice, mouth, -choice.depth, proud)))))
    expect(proud).toBeGreaterThanOrEqual(8)
    for (const [i, mouth] of mouths.entries()) {
      const shown = () => bit(choice, mouth, proud - 8, proud)
      expect(inTheWay(part, shown, { along: fromAbove(30), from: 0, to: 300 })).toBeLessThan(TOUCH)
      if (i < choice.columns * (choice.rows - 1)) continue
      // Of the tier behind, no bit before it hides the upper 8 mm.
      expect(inTheWay(bits, shown, { along: fromAbove(30), from: 4 * across, to: 300 })).toBeLessThan(TOUCH)
      expect(mouth[1] + (across / Math.sqrt(3)) * Math.cos((choice.lean * Math.PI) / 180)).toBeLessThan(plateFace - 8)
    }
    // A fingertip on either flat: as thick as half of what neighbours leave free.
    const tip = 2.3
    for (const side of [-1, 1]) {
      const finger = () =>
        translate(
          mouths[0],
          rotate(
            [choice.lean, 0, 0],
            side < 0
              ? box([-across / 2 - tip, -3, 0.5], [-across / 2 - HAIR, 3, 8.5])
              : box([across / 2 + HAIR, -3, 0.5], [across / 2 + tip, 3, 8.5]),
          ),
        )
      expect(overlap(part, finger)).toBeLessThan(TOUCH)
      expect(overlap(bits, finger)).toBeLessThan(TOUCH)
    }
  })
})

describe('labels', () => {
  const plain = { columns: 3, rows: 2, spacing: 15, step: 12 }

  /** How much stands out from each riser below its socket, in mm³, the front tier first. */
  const relief = (labels: string) => {
    const { part, mouths, riserFace } = hung({ ...plain, labels })
    return mouths.map(([x, y, z]) => {
      const face = riserFace(y)
      return overlap(part, () => box([x - 7, face - 1, z - 8], [x + 7, face - HAIR, z - 2]))
    })
  }

  test('stand in relief under their sockets, the top row from the left first', () => {
    const first = relief('PH1')
    expect(first[3]).toBeGreaterThan(1)
    expect(first.toSpliced(3, 1)).toEqual([0, 0, 0, 0, 0])
    const all = relief('PH0,PH1,PH2,T10,T15,T20')
    for (const each of all) expect(each).toBeGreaterThan(1)
    expect(all[3]).toBeGreaterThan(all[4])
  })

  test('blank ones leave their socket bare', () => {
    const [frontLeft, frontMiddle, frontRight, ...behind] = relief(' , ,, ,T25')
    expect(frontMiddle).toBeGreaterThan(1)
    expect([frontLeft, frontRight, ...behind]).toEqual([0, 0, 0, 0, 0])
    expect(hung({ ...plain, labels: ',, ,' }).part).toEqual(hung(plain).part)
  })

  test('make room for themselves where spacing and step are not given', () => {
    const { choice } = hung({ labels: 'SL5.5,SL6.5' })
    expect(choice.spacing).toBeGreaterThan(12)
    expect(choice.step).toBeGreaterThan(8)
  })

  test('show above the tips of the bits before them, from 40° above', () => {
    const { part, choice, mouths, riserFace } = hung({ labels: 'PH1,PH2,PH3', columns: 3, rows: 2 })
    const before = build(() =>
      joinMeshes(mouths.slice(0, 3).map((mouth) => meshOf(bit(choice, mouth, 0, 25 - choice.depth)))),
    )
    for (const [x, y, z] of mouths.slice(3)) {
      const upperHalf = () => box([x - 4, riserFace(y) - 0.5, z - 4.9], [x + 4, riserFace(y), z - 3])
      expect(overlap(part, upperHalf)).toBeGreaterThan(1)
      expect(inTheWay(before, upperHalf, { along: fromAbove(40), from: 0, to: 100 })).toBe(0)
    }
  })
})

const refused = (given: Given) => {
  try {
    resolveParameters(rack, given)
  } catch (error) {
    if (error instanceof RequestProblem) return error.problems
    throw error
  }
  return []
}

describe('what cannot be made is refused, naming the parameters and what would work', () => {
  test.each([
    [{ spacing: 8 }, ['spacing', 'bit', 'mouthChamfer'], /no wall between sockets/],
    [{ mouthChamfer: 2 }, ['spacing', 'bit', 'mouthChamfer'], /no wall between sockets/],
    [{ depth: 18 }, ['depth', 'bit'], /too little to grip/],
    [{ step: 4 }, ['step', 'lean', 'spacing'], /too little of each riser/],
    [{ step: 7, labels: 'H3' }, ['step', 'lean', 'spacing', 'labels'], /carries a label/],
    [{ spacing: 12, labels: 'PH2,Phillips' }, ['spacing', 'labels'], /no room for "Phillips"/],
    [{ columns: 100 }, ['columns', 'spacing'], /1199 wide: 1000 at most/],
    [{ rows: 90, columns: 1 }, ['rows', 'spacing'], /deep: 1000 at most/],
    [{ rows: 30, step: 60, columns: 1 }, ['rows', 'step'], /high: 1000 at most/],
  ] as const)('%j', (given, parameters, reason) => {
    const [problem, ...others] = refused(given)
    expect(problem.parameters).toEqual(parameters)
    expect(problemText(problem)).toMatch(reason)
    expect(others).toEqual([])
    expect(refused({ ...given, [parameters[0]]: problem.suggestion })).toEqual([])
  })

  test('more labels than sockets', () => {
    const [problem] = refused({ columns: 2, rows: 1, labels: 'A,B,C' })
    expect(problemText(problem)).toMatch(/3 labels for 2 sockets/)
    expect(refused({ columns: 2, rows: 1, labels: 'A,' })).toEqual([])
  })

  test('a glyph that lettering does not have', () => {
    expect(problemText(refused({ labels: 'PH1,Ø4' })[0])).toMatch(/--labels .*no glyph.*"Ø"/)
  })

  test('a label that no spacing has room for', () => {
    const [problem] = refused({ labels: 'PH1,the screwdriver that I lent to John' })
    expect(problem.parameters).toEqual(['labels'])
    expect(problemText(problem)).toMatch(/"the screwdriver that I lent to John" is too long/)
  })

  test('everything wrong at once', () => {
    expect(refused({ depth: 20, spacing: 7, labels: 'A,B', columns: 1, rows: 1 }).length).toBeGreaterThanOrEqual(3)
  })
})

describe('over the whole range', () => {
  const length = (min: number, max: number) =>
    fc.oneof(
      fc.constantFrom(min, max),
      fc.integer({ min: min * 10, max: max * 10 }).map((tenths) => tenths / 10),
    )
  /** Mostly a few, since what is large takes long. */
  const count = (min: number, max: number) =>
    fc.oneof({ weight: 1, arbitrary: fc.constantFrom(min, max) }, { weight: 5, arbitrary: fc.integer({ min, max: 7 }) })
  const request = fc.record(
    {
      columns: count(1, 100),
      rows: count(1, 100),
      bit: fc.constantFrom(...Object.keys(standard)),
      fit: fc.constantFrom('snug', 'easy'),
      lean: length(0, 30),
      depth: length(8, 20),
      spacing: length(7, 60),
      step: length(2, 60),
      mouthChamfer: length(0, 2),
      labels: fc
        .array(fc.constantFrom('PH2', 'T25', '', 'SL5.5', 'h'), { maxLength: 8 })
        .map((labels) => labels.join()),
      board: fc.constantFrom('us-quarter-inch', 'us-eighth-inch', 'metric-25', 'skadis'),
      mount: fc.constantFrom('slide-in', 'integral'),
    },
    { requiredKeys: [] },
  )

  test('a rack is refused with what would work, or sound, on the bed, of the size that was asked for, and the same again', () => {
    let made = 0
    fc.assert(
      fc.property(request, (given) => {
        const values = accepted(given)
        const choice = values as unknown as Choice
        fc.pre(choice.columns * choice.rows <= 100)
        made++
        const { mesh, measures } = makePart(rack, values)
        const board = boardOf(values)
        const tiers = layTiers(choice)
        const plate = plateFor(tiers, { board, mount: values.mount as 'integral', arc: () => 32 })
        const upright = values.mount !== 'integral'
        expect(measures.bodies).toBe(upright ? 1 + pegColumns(plate.columns, board).length : 1)
        expect(measures.bounds.min[2]).toBe(0)
        const { left, right, top, bottom } = plateBounds(plate, board)
        expect(tiers.size.width).toBeLessThanOrEqual(right - left)
        expect(tiers.size.height).toBeLessThanOrEqual(top - bottom)
        const hung = boundsOf(makePart(rack, values, { orientation: 'hung' }).mesh.points)
        expect(hung.max[0] - hung.min[0]).toBeCloseTo(right - left, 3)
        const relief = -hung.min[1] - plate.thickness - tiers.size.depth
        expect(relief).toBeGreaterThan(-HAIR)
        expect(relief).toBeLessThan(0.5)
        if (upright) expect(measures.bounds.max[2]).toBeCloseTo(top - bottom, 3)
        expect(makePart(rack, values).mesh).toEqual(mesh)
      }),
      { numRuns: 18 },
    )
    expect(made).toBeGreaterThanOrEqual(18)
  })

  /** What a request resolves to once every suggestion is taken. */
  function accepted(given: Given): Resolved {
    let request = given
    for (let round = 0; round < 8; round++) {
      const problems = refused(request)
      if (problems.length === 0) return resolveParameters(rack, request)
      for (const { parameters, suggestion } of problems) {
        // Where there are more labels than sockets, there is nothing to suggest but to leave them out.
        request = { ...request, [parameters[0]]: suggestion }
      }
    }
    throw new Error(`no suggestion helps: ${JSON.stringify(given)}`)
  }

  test('4,000 sockets cost no more than in proportion to 400', () => {
    const cost = (columns: number, rows: number) => {
      const values = resolveParameters(rack, { columns, rows })
      const start = performance.now()
      const { measures } = makePart(rack, values)
      expect(measures.triangles).toBeGreaterThan(20 * columns * rows)
      return performance.now() - start
    }
    cost(40, 10)
    expect(cost(80, 50) / Math.min(cost(40, 10), cost(40, 10))).toBeLessThan(25)
  })
})
