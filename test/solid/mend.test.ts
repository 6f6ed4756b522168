import modeling from '@jscad/modeling'
import { beforeAll, expect, test } from 'vitest'
import { build, mend, type Solid, startKernel, union } from '#solid'
import { measured } from '../support/solid.ts'

beforeAll(() => startKernel())

const { booleans, expansions, extrusions, hulls, measurements, primitives, text, transforms } = modeling
const { cuboid, cylinder, sphere, torus } = primitives
const strokes = () => text.vectorText({ input: 'AB', height: 6 }) as unknown as [number, number][][]
const corners = Array.from({ length: 40 }, (_, i): [number, number, number] => [
  (i % 10) * 8 - 36,
  Math.floor(i / 10) * 9,
  4,
])

/** What JSCAD itself makes of some shapes, and how many handles each has; the kernel takes none of them as it is. */
const left: Record<string, [genus: number, make: () => unknown]> = {
  'a ball bored through': [1, () => booleans.subtract(sphere({ radius: 10 }), cylinder({ radius: 3, height: 30 }))],
  'two balls joined': [0, () => booleans.union(sphere({ radius: 10 }), sphere({ radius: 7, center: [8, 3, 2] }))],
  'a rack of sockets': [
    0,
    () =>
      booleans.subtract(
        cuboid({ size: [84, 90, 12] }),
        corners.map((at) => transforms.translate(at, cylinder({ radius: 3.3, height: 12, segments: 6 }))),
      ),
  ],
  'a turned block, bored and hollowed': [
    5,
    () =>
      booleans.subtract(
        transforms.rotate([0.3, 0.2, 0.1], cuboid({ size: [20, 20, 20] })),
        transforms.rotate([1, 0.5, 0.7], cylinder({ radius: 4, height: 60 })),
        sphere({ radius: 11, segments: 24 }),
      ),
  ],
  'a ring on a bar': [
    2,
    () => booleans.union(torus({ innerRadius: 2, outerRadius: 10 }), cuboid({ size: [30, 3, 2] })),
  ],
  'letters on a plate': [
    3,
    () =>
      booleans.union(
        cuboid({ size: [20, 10, 2] }),
        strokes().map((points) =>
          extrusions.extrudeLinear({ height: 3 }, expansions.expand({ delta: 0.5 }, primitives.line(points))),
        ),
      ),
  ],
  'a chain of hulls': [
    0,
    () =>
      hulls.hullChain(sphere({ radius: 2, center: [10, 0, 0] }), sphere({ radius: 3 }), sphere({ center: [0, 9, 0] })),
  ],
}

test.each(Object.entries(left))('%s is closed, and keeps its size', (_, [genus, make]) => {
  const solid = make() as Solid
  expect(() => build(() => union(solid))).toThrow(/open/)
  const { volume, ...others } = measured(() => mend(solid))
  expect(others).toMatchObject({ bodies: 1, genus })
  expect(volume / measurements.measureVolume(solid as never)).toBeCloseTo(1, 6)
})

test('what is closed stays as it is', () => {
  const solid = cuboid({ size: [1, 2, 3] }) as unknown as Solid
  expect(mend(solid).polygons).toEqual(solid.polygons.map(({ vertices }) => ({ vertices })))
})
