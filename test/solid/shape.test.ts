import { beforeAll, expect, test } from 'vitest'
import {
  block,
  bore,
  box,
  circle,
  cylinder,
  drawnFromFront,
  drawnFromSide,
  extrude,
  hull,
  intersect,
  loft,
  offset,
  polygon,
  project,
  rectangle,
  revolve,
  rotate,
  slice,
  startKernel,
  subtract,
  translate,
  union,
} from '#solid'
import { measured } from '../support/solid.ts'

beforeAll(() => startKernel())

test('booleans add, take away and share volume', () => {
  const [a, b] = [() => box([0, 0, 0], [4, 4, 4]), () => box([2, 0, 0], [6, 4, 4])]
  expect(measured(() => union(a(), b())).volume).toBeCloseTo(96, 5)
  expect(measured(() => subtract(a(), b())).volume).toBeCloseTo(32, 5)
  expect(measured(() => intersect(a(), b())).volume).toBeCloseTo(32, 5)
})

test('flat booleans are the solid ones, cheaper', () => {
  const flat = measured(() => extrude(subtract(rectangle([10, 10]), circle(2, 64), bore(2, 32, [4, 4])), 3))
  const solid = measured(() =>
    subtract(
      box([-5, -5, 0], [5, 5, 3]),
      cylinder({ radius: 2, from: -1, to: 4, segments: 64 }),
      translate([4, 4, 0], cylinder({ radius: 1 / Math.cos(Math.PI / 32), from: -1, to: 4, segments: 32 })),
    ),
  )
  expect(flat.volume).toBeCloseTo(solid.volume, 3)
  expect(flat.genus).toBe(solid.genus)
})

test('a bore lets pass what is as thick as it is named, however coarsely it is cut', () => {
  for (const segments of [8, 12, 48]) {
    const rest = measured(() => subtract(extrude(rectangle([30, 30]), 5), extrude(bore(14.5, segments), 5)))
    const pushed = measured(() =>
      subtract(
        subtract(extrude(rectangle([30, 30]), 5), extrude(bore(14.5, segments), 5)),
        cylinder({ radius: 7.2499, from: -1, to: 6, segments: 256 }),
      ),
    )
    expect(pushed.volume).toBeCloseTo(rest.volume, 4)
  }
})

test('an outline grows by the same distance on every side', () => {
  expect(measured(() => extrude(offset(rectangle([10, 6]), 1, 'sharp'), 1)).volume).toBeCloseTo(12 * 8, 4)
  expect(measured(() => extrude(offset(rectangle([10, 6]), -1, 'sharp'), 1)).volume).toBeCloseTo(8 * 4, 4)
  const round = measured(() => extrude(offset(rectangle([10, 6]), 1, 'round', 128), 1)).volume
  expect(round).toBeCloseTo(12 * 8 - 4 + Math.PI, 1)
})

test('hull, slice, shadow and turned body', () => {
  expect(measured(() => hull([0, 0, 0], [3, 0, 0], [0, 3, 0], [0, 0, 3])).volume).toBeCloseTo(4.5, 5)
  const cone = () => cylinder({ radius: [4, 2], from: 0, to: 8, segments: 128 })
  expect(measured(() => extrude(slice(cone(), 4), 1)).volume).toBeCloseTo(Math.PI * 9, 1)
  expect(measured(() => extrude(project(cone()), 1)).volume).toBeCloseTo(Math.PI * 16, 1)
  expect(
    measured(() =>
      revolve(
        polygon([
          [2, 0],
          [3, 0],
          [3, 5],
          [2, 5],
        ]),
        128,
      ),
    ),
  ).toMatchObject({ genus: 1, bodies: 1 })
})

test('a loft runs straight from ring to ring', () => {
  const frustum = measured(() =>
    loft([
      {
        z: 0,
        points: [
          [0, 0],
          [4, 0],
          [4, 4],
          [0, 4],
        ],
      },
      {
        z: 3,
        points: [
          [1, 1],
          [3, 1],
          [3, 3],
          [1, 3],
        ],
      },
    ]),
  )
  expect(frustum.volume).toBeCloseTo(28, 5)
  expect(() =>
    measured(() =>
      loft([
        {
          z: 0,
          points: [
            [0, 0],
            [1, 0],
            [1, 1],
          ],
        },
        {
          z: 0,
          points: [
            [0, 0],
            [1, 0],
            [1, 1],
          ],
        },
      ]),
    ),
  ).toThrow(/rise/)
})

test('a block is chamfered where it says', () => {
  const { bounds, volume } = measured(() =>
    block({ size: [20, 10, 6], radius: 0, segments: 4, bottomChamfer: 1, topChamfer: 1 }),
  )
  expect(bounds.max[2] - bounds.min[2]).toBeCloseTo(6, 5)
  // A frustum of 45° a millimetre high takes away a mean of half a millimetre all round, its corners a third of a cubic millimetre each.
  const frustum = (20 * 10 + 18 * 8 + 4 * 19 * 9) / 6
  expect(volume).toBeCloseTo(20 * 10 * 4 + 2 * frustum, 1)
})

test('drawings stand up the right way round', () => {
  const corner = () =>
    extrude(
      polygon([
        [0, 0],
        [3, 0],
        [0, 2],
      ]),
      1,
    )
  expect(measured(() => drawnFromSide(corner())).bounds).toEqual({ min: [0, 0, 0], max: [1, 3, 2] })
  expect(measured(() => drawnFromFront(corner())).bounds).toEqual({ min: [0, -1, 0], max: [3, 0, 2] })
  expect(measured(() => rotate([0, 0, 90], corner())).bounds).toEqual({ min: [-2, 0, 0], max: [0, 3, 1] })
})
