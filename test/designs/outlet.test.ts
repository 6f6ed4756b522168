import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { makePart, type Part, RequestProblem, resolveParameters } from '#design'
import { boards, mountStyles } from '#pegboard'
import {
  box,
  build,
  cylinder,
  drawnFromFront,
  intersect,
  meshOf,
  rotate,
  type Solid,
  solidOf,
  startKernel,
  translate,
} from '#solid'
import { boundsOf, measure } from '#solid'
import outlet from '../../designs/outlet.ts'
import { type Draw, freePath, overlap } from '../support/fit.ts'
import { volumeOf } from '../support/volume.ts'

beforeAll(() => startKernel())

const make = (given: Record<string, unknown>) =>
  makePart(outlet, resolveParameters(outlet, given), { orientation: 'hung' })

/*
 * Plugs at the largest that their standards allow, drawn from the front as they look when plugged in: x to the right, y up from the receptacle's
 * middle, pins from their seat at z = 0 down to −z. Figures from the standards themselves, not from the design's table.
 */
type Pin = { at: readonly [number, number]; length: number } & (
  { width: number; height: number } | { diameter: number }
)
const blade = (x: number, y: number, height: number): Pin => ({ at: [x, y], width: 1.524, height, length: 18.3 })
const plugs: Record<string, readonly Pin[]> = {
  // ANSI/NEMA WD 6: neutral left and wider, line right, ground below, seen from the front.
  'nema-5-15': [
    blade(-6.35, 3.175, 8.179),
    blade(6.35, 3.175, 6.604),
    { at: [0, -8.712], diameter: 4.826, length: 21.5 },
  ],
  'nema-1-15': [blade(-6.35, 0, 8.179), blade(6.35, 0, 6.604)],
  // CEE 7/4 and 7/16.
  schuko: [-9.5, 9.5].map((x): Pin => ({ at: [x, 0], diameter: 4.8, length: 19 })),
  europlug: [-9.5, 9.5].map((x): Pin => ({ at: [x, 0], diameter: 4, length: 19 })),
  // BS 1363: earth above, 22.2 over the line of the others.
  'bs-1363': [
    { at: [-11.1, -11.1], width: 6.4, height: 4, length: 17.7 },
    { at: [11.1, -11.1], width: 6.4, height: 4, length: 17.7 },
    { at: [0, 11.1], width: 4, height: 8, length: 22.7 },
  ],
}
/** What of a plug's body goes into the receptacle. */
const bodies: Record<string, { width: number; height: number; depth: number }> = {
  schuko: { width: 37.2, height: 37.2, depth: 17.5 },
  europlug: { width: 35.3, height: 13.7, depth: 6 },
}

const pinSolid = (pin: Pin, longer = 0): Solid => {
  const [x, y] = pin.at
  const from = -pin.length - longer
  return 'diameter' in pin
    ? translate([x, y, 0], cylinder({ radius: pin.diameter / 2, from, to: 0, segments: 64 }))
    : box([x - pin.width / 2, y - pin.height / 2, from], [x + pin.width / 2, y + pin.height / 2, 0])
}

/** A plug in a receptacle whose middle is at x, z and whose seat at y; turned about its axis, it is plugged in wrongly. */
const plugged =
  (name: string, [x, y, z]: readonly [number, number, number], turned = 0): Draw =>
  () => {
    const body = bodies[name]
    const round = body && body.width === body.height
    const sunk =
      body &&
      (round
        ? cylinder({ radius: body.width / 2, from: 0.001, to: body.depth, segments: 64 })
        : box([-body.width / 2 + 4, -body.height / 2, 0.001], [body.width / 2 - 4, body.height / 2, body.depth]))
    return [...plugs[name].map((pin) => pinSolid(pin)), ...(sunk ? [sunk] : [])].map((solid) =>
      translate([x, y, z], drawnFromFront(rotate([0, 0, turned], solid))),
    )
  }

/** How far the part reaches into the room at x, z, as a depth in −y. */
const surfaceAt = ({ mesh }: Part, x: number, z: number): number =>
  build(
    () =>
      boundsOf(meshOf(intersect(solidOf(mesh), box([x - 0.2, -100, z - 0.2], [x + 0.2, 0, z + 0.2]))).points).min[1],
  )

const middleOf = ({ measures: { bounds } }: Part) => (bounds.min[2] + bounds.max[2]) / 2
/** From outside, pins clear of everything, to the seat. */
const pushedIn = { along: [0, 1, 0], from: -60, to: -0.001 } as const

describe.each(Object.keys(plugs))('%s', (receptacle) => {
  const places = receptacle.startsWith('nema') ? [19.05, -19.05] : [0]
  describe.each(Object.keys(boards))('on %s', (board) => {
    const seatsOf = (part: Part) =>
      places.map((up) => {
        const z = middleOf(part) + up
        return [0, surfaceAt(part, 0, z), z] as const
      })

    test('a plug at its largest slides in to its seat and touches nothing', () => {
      const part = make({ receptacle, board })
      for (const seat of seatsOf(part)) expect(freePath(part.mesh, plugged(receptacle, seat), pushedIn)).toBe(true)
    })

    test('it is held from sliding aside, and from going further in', () => {
      const part = make({ receptacle, board })
      for (const seat of seatsOf(part)) {
        const plug = plugged(receptacle, seat)
        for (const aside of [
          [2, 0, 0],
          [-2, 0, 0],
          [0, 0, 2],
          [0, 0, -2],
        ] as const)
          expect(overlap(part.mesh, plug, aside)).toBeGreaterThan(1)
        expect(overlap(part.mesh, plug, [0, 2.5, 0])).toBeGreaterThan(1)
      }
    })

    test('at least a millimetre of the part lies behind each pin, clear of the pegs', () => {
      const part = make({ receptacle, board })
      for (const [x, y, z] of seatsOf(part)) {
        for (const { at, length } of plugs[receptacle]) {
          const behind = build(() =>
            volumeOf(
              intersect(
                solidOf(part.mesh),
                box([x + at[0] - 0.5, y + length, z + at[1] - 0.5], [x + at[0] + 0.5, 0, z + at[1] + 0.5]),
              ),
            ),
          )
          expect(behind).toBeGreaterThan(1)
        }
      }
    })
  })

  test('a plug that has a right way round does not go in the wrong one', () => {
    const part = make({ receptacle, play: 0.5 })
    const z = middleOf(part) + places[0]
    const wrong = overlap(part.mesh, plugged(receptacle, [0, surfaceAt(part, 0, z), z], 180))
    const eitherWay = ['schuko', 'europlug'].includes(receptacle)
    if (eitherWay) expect(wrong).toBe(0)
    else expect(wrong).toBeGreaterThan(1)
  })
})

test('a europlug whose pins converge by 0.75 each goes in, too', () => {
  const part = make({ receptacle: 'europlug' })
  const z = middleOf(part)
  const seat = surfaceAt(part, 0, z)
  const tips: Draw = () =>
    [-1, 1].map((side) =>
      translate([side * 8.75, seat, z], drawnFromFront(cylinder({ radius: 2, from: -19, to: 0, segments: 64 }))),
    )
  expect(freePath(part.mesh, tips, pushedIn)).toBe(true)
})

test.each([
  [{}, 69.85, 114.3],
  [{ gangs: 2 }, 115.85, 114.3],
  [{ receptacles: 1 }, 69.85, 114.3],
  [{ receptacle: 'schuko' }, 80, 80],
  [{ receptacle: 'bs-1363' }, 86, 86],
  [{ receptacle: 'bs-1363', gangs: 2 }, 146.3, 86],
])('the wall plate of %j is %d wide and %d high', (given, width, height) => {
  const { min, max } = make(given).measures.bounds
  expect(max[0] - min[0]).toBeCloseTo(width, 3)
  expect(max[2] - min[2]).toBeCloseTo(height, 3)
})

test.each(Object.keys(boards))('on %s, the back is engraved, and closed behind the engraving', (board) => {
  const { mesh } = make({ board, mount: 'integral' })
  const marked = build(() => {
    const part = solidOf(mesh)
    const { min, max } = boundsOf(mesh.points)
    const slab = (from: number, to: number) =>
      volumeOf(intersect(part, box([min[0], from, min[2]], [max[0], to, max[2]]))) / (to - from)
    return slab(-0.75, -0.65) - slab(-0.55, -0.45)
  })
  // Five letters of some 9 mm, in strokes of 1.4; the back's own slopes make up to 40.
  expect(marked).toBeGreaterThan(100)
})

test('a kind that has one receptacle in a gang refuses two, and says what would work', () => {
  expect(() => resolveParameters(outlet, { receptacle: 'schuko', receptacles: 2 })).toThrow(
    /--receptacles and --receptacle .*--gangs.*try --receptacles 1/,
  )
})

test('whatever is asked for is made sound, or refused with a value that works', () => {
  const anything = fc.record({
    receptacle: fc.constantFrom(...Object.keys(plugs)),
    receptacles: fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined }),
    gangs: fc.integer({ min: 1, max: 3 }),
    play: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
    board: fc.constantFrom(...Object.keys(boards)),
    mount: fc.constantFrom(...mountStyles),
    pitch: fc.option(fc.oneof(fc.constantFrom(20, 60), fc.double({ min: 20, max: 60, noNaN: true })), {
      nil: undefined,
    }),
  })
  fc.assert(
    fc.property(anything, (given) => {
      try {
        resolveParameters(outlet, given)
      } catch (error) {
        if (!(error instanceof RequestProblem)) throw error
        const mended = Object.fromEntries(
          error.problems.map(({ parameters, suggestion }) => [parameters[0], suggestion]),
        )
        resolveParameters(outlet, { ...given, ...mended })
        return
      }
      const parameters = resolveParameters(outlet, given)
      const part = makePart(outlet, parameters, { quality: 'draft' })
      expect(part.measures.bounds.min[2]).toBe(0)
      const pieces = build(() => outlet.main(parameters, 'draft').length)
      expect(part.measures.bodies).toBe(pieces)
      expect(measure(makePart(outlet, parameters, { quality: 'draft' }).mesh)).toEqual(part.measures)
    }),
    { numRuns: 25 },
  )
})
