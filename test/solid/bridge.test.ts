import * as modeling from '@jscad/modeling'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  build,
  extrude,
  GeometryProblem,
  meshOf,
  type Profile,
  type Solid,
  startKernel,
  subtract,
  translate,
  union,
} from '#solid'
import { measured } from '../support/solid.ts'

const { primitives, extrusions, hulls, transforms, measurements, geometries } = modeling

beforeAll(() => startKernel())

const { cuboid, cylinder, sphere, torus, roundedCuboid, roundedCylinder, ellipsoid, geodesicSphere, polygon, circle } =
  primitives
const ring = () => primitives.star({ vertices: 5, outerRadius: 6, innerRadius: 3 })
const solids = {
  cuboid: () => cuboid({ size: [3, 4, 5] }),
  cylinder: () => cylinder({ radius: 3, height: 7 }),
  'elliptic cone': () => primitives.cylinderElliptic({ startRadius: [3, 2], endRadius: [1, 1], height: 4 }),
  sphere: () => sphere({ radius: 4 }),
  torus: () => torus({ innerRadius: 1, outerRadius: 5 }),
  'rounded cuboid': () => roundedCuboid({ size: [6, 5, 4], roundRadius: 1 }),
  'rounded cylinder': () => roundedCylinder({ radius: 3, height: 9, roundRadius: 1 }),
  ellipsoid: () => ellipsoid({ radius: [3, 4, 5] }),
  'geodesic sphere': () => geodesicSphere({ radius: 4, frequency: 6 }),
  prism: () => extrusions.extrudeLinear({ height: 3 }, ring()),
  'turned body': () => extrusions.extrudeRotate({ segments: 24 }, circle({ radius: 1, center: [4, 0] })),
  'half turned body': () =>
    extrusions.extrudeRotate(
      { segments: 24, angle: Math.PI },
      polygon({
        points: [
          [1, 0],
          [3, 0],
          [2, 2],
        ],
      }),
    ),
  hull: () => hulls.hull(sphere({ radius: 1 }), transforms.translate([5, 0, 0], sphere({ radius: 2 }))),
  'mirrored, turned, scaled': () =>
    transforms.scale([1, 2, 1.5], transforms.rotateX(0.4, transforms.mirrorX(cylinder({ radius: 2, height: 3 })))),
}

describe.each(Object.entries(solids))('a JSCAD %s', (_, make) => {
  test('enters the kernel with its volume unchanged', () => {
    const expected = measurements.measureVolume(make())
    expect(measured(() => make() as unknown as Solid).volume / expected).toBeCloseTo(1, 4)
  })
})

test('JSCAD can look at what the kernel made while the build lasts, moved or not', () => {
  const [volume, moved] = build(() => {
    const plate = subtract(
      cuboid({ size: [10, 10, 2] }) as unknown as Solid,
      cuboid({ size: [2, 2, 4] }) as unknown as Solid,
    )
    const shifted = transforms.translate([0, 0, 5], plate as never)
    expect(geometries.geom3.isA(plate)).toBe(true)
    return [measurements.measureVolume(plate as never), measurements.measureBoundingBox(shifted)]
  })
  expect(volume).toBeCloseTo(192, 5)
  expect(moved).toEqual([
    [-5, -5, 4],
    [5, 5, 6],
  ])
})

test('what outlives its build says so when it is looked at', () => {
  const late = build(() => union(cuboid({ size: [1, 1, 1] }) as never, cuboid({ size: [1, 1, 3] }) as never) as Solid)
  expect(() => late.polygons.length).toThrow(/after its build ended/)
})

test('a profile with a hole keeps it, whatever the order of its sides', () => {
  const frame = build(() => {
    const cut = subtract(primitives.square({ size: 10 }) as unknown as Profile, primitives.square({ size: 4 }) as never)
    return cut.sides.map((side) => side)
  })
  const shuffled = [...frame].reverse()
  expect(measured(() => extrude({ sides: shuffled, transforms: [...identity] }, 2)).volume).toBeCloseTo(168, 5)
})

const identity = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]
const polygons = (solid: unknown) => (solid as Solid).polygons

describe('refused, with the operand named', () => {
  const good = () => cuboid({ size: [2, 2, 2] }) as unknown as Solid
  const cases: [string, () => Solid, RegExp][] = [
    ['an open solid', () => ({ ...good(), polygons: polygons(good()).slice(1) }), /operand 2 of 2.*open/],
    ['an empty solid', () => ({ ...good(), polygons: [] }), /operand 2 of 2.*empty/],
    [
      'a solid inside out',
      () => ({ ...good(), polygons: polygons(good()).map(({ vertices }) => ({ vertices: [...vertices].reverse() })) }),
      /operand 2 of 2.*inside out/,
    ],
    [
      'a coordinate that is no number',
      () => ({
        ...good(),
        polygons: polygons(cuboid({ size: [2, 2, 2], center: [0, 0, 0] })).map(({ vertices }) => ({
          vertices: vertices.map(([x, y]) => [x, y, NaN] as const),
        })),
      }),
      /operand 2 of 2.*not finite/,
    ],
    [
      'a transform that flattens',
      () => transforms.scale([1, 1, 1e-20], good() as never) as unknown as Solid,
      /flattens/,
    ],
    ['a move to nowhere', () => translate([Infinity, 0, 0], good()), /not finite/],
  ]
  test.each(cases)('%s', (_, bad, message) => {
    expect(() => build(() => union(good(), bad()))).toThrow(GeometryProblem)
    expect(() => build(() => union(good(), bad()))).toThrow(message)
  })

  test('a list of nothing, a mixture of flat and solid, a result of nothing', () => {
    expect(() => build(() => union())).toThrow(/nothing to combine/)
    expect(() => build(() => union<Solid | Profile>(good(), primitives.circle({ radius: 1 }) as never))).toThrow(/all/)
    expect(() => build(() => meshOf(subtract(good(), cuboid({ size: [9, 9, 9] }) as never)))).toThrow(/nothing is left/)
  })
})

test('work outside a build is refused, and a build that fails leaves the next one whole', () => {
  const cube = () => cuboid({ size: [1, 1, 1] }) as unknown as Solid
  expect(() => union(cube(), cube())).toThrow(/no build is under way/)
  expect(() => build(() => union(cube(), { ...cube(), polygons: [] }))).toThrow(GeometryProblem)
  expect(measured(cube).volume).toBeCloseTo(1, 6)
})

test('memory stays flat over a thousand builds, failed ones among them', () => {
  const work = (i: number) => {
    try {
      build(() => {
        const plate = subtract(
          sphere({ radius: 9, segments: 24 }) as never,
          cylinder({ radius: 2, height: 30 }) as never,
        )
        if (i % 3 === 0) throw new Error('a design that fails')
        return meshOf(plate as Solid)
      })
    } catch {
      // One build in three fails on purpose.
    }
  }
  for (let i = 0; i < 100; i++) work(i)
  const before = process.memoryUsage().rss
  for (let i = 0; i < 900; i++) work(i)
  expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(120)
})
