import { beforeAll, describe, expect, test } from 'vitest'
import {
  box,
  build,
  cylinder,
  loft,
  type Mesh,
  meshOf,
  rotate,
  type Solid,
  soundMesh,
  startKernel,
  subtract,
  translate,
  union,
} from '#solid'
import { estimatePrint } from '../../src/check/print.ts'

const meshed = (make: () => Solid): Mesh => soundMesh(build(() => meshOf(make())))
const overhang = (make: () => Solid) => estimatePrint(meshed(make)).overhangArea
const mass = (make: () => Solid) => estimatePrint(meshed(make)).mass

beforeAll(() => startKernel())

/** A tunnel 20 long through a block, open at both ends, `span` wide. */
const tunnel = (span: number) => () => subtract(box([0, 0, 0], [span + 8, 20, 12]), box([4, -1, -1], [span + 4, 21, 8]))

/** A wall 20 wide that leans out: its underside rises at `degrees` from the bed, 10 mm far. */
const ramp = (degrees: number) => () => {
  const rise = 10 * Math.tan((degrees * Math.PI) / 180)
  const ring = (z: number, reach: number) => ({
    z,
    points: [
      [0, 0],
      [5 + reach, 0],
      [5 + reach, 20],
      [0, 20],
    ] as [number, number][],
  })
  return loft([ring(0, 0), ring(rise, 10), ring(rise + 2, 10)])
}

describe('overhang', () => {
  test('a bridge of 9 is none, nor one of 10, however it is turned', () => {
    for (const span of [9, 10]) {
      expect(overhang(tunnel(span)), `${span}`).toBe(0)
      for (const angle of [7, 30, 50])
        expect(
          overhang(() => rotate([0, 0, angle], tunnel(span)())),
          `${span} at ${angle}°`,
        ).toBe(0)
    }
  })

  test('a bridge of 11 is, whole', () => {
    expect(overhang(tunnel(11))).toBeCloseTo(11 * 20, 3)
  })

  test('a pocket is bridged the short way', () => {
    expect(overhang(() => subtract(box([0, 0, 0], [60, 20, 12]), box([5, 6, -1], [55, 14, 8])))).toBe(0)
  })

  test('a frame-shaped groove is bridged around its corners', () => {
    const groove = () => subtract(box([5, 5, -1], [55, 45, 2]), box([8, 8, -2], [52, 42, 3]))
    expect(overhang(() => subtract(box([0, 0, 0], [60, 50, 6]), groove()))).toBe(0)
  })

  test('a shelf is held on one side only', () => {
    const shelf = () => union(box([0, 0, 0], [4, 20, 20]), box([3, 0, 10], [6, 20, 13]))
    expect(overhang(shelf)).toBeCloseTo(2 * 20, 3)
  })

  test('a lip that goes up beyond its edge carries no bridge', () => {
    const holed = () => subtract(tunnel(9)(), box([6, 4, 5], [11, 16, 13]))
    const area = overhang(holed)
    expect(area).toBeGreaterThan(4 * 12 * 0.8)
    expect(area).toBeLessThanOrEqual(4 * 12 * 1.2)
  })

  test('a slope of 46° or 45° stands, one of 44° sags', () => {
    expect(overhang(ramp(46))).toBe(0)
    expect(overhang(ramp(45))).toBe(0)
    expect(overhang(ramp(44))).toBeCloseTo((10 * 20) / Math.cos((44 * Math.PI) / 180), 1)
  })

  test('of a ball on the bed, the cap below 45° sags', () => {
    const ball = () => {
      const rings = Array.from({ length: 91 }, (_, i) => {
        const angle = ((i - 45) * 1.99 * Math.PI) / 180
        const radius = 15 * Math.cos(angle)
        return {
          z: 15 + 15 * Math.sin(angle),
          points: Array.from({ length: 96 }, (_, k): [number, number] => [
            radius * Math.cos((k * Math.PI) / 48),
            radius * Math.sin((k * Math.PI) / 48),
          ]),
        }
      })
      return loft(rings)
    }
    const cap = 2 * Math.PI * 15 ** 2 * (1 - Math.cos(Math.PI / 4))
    expect(Math.abs(overhang(ball) / cap - 1)).toBeLessThan(0.05)
  })

  test('the crown of a lying bore is a bridge while it is narrow', () => {
    const bored = (diameter: number) => () =>
      subtract(
        box([-15, 0, 0], [15, 30, 30]),
        translate([0, 0, 15], rotate([-90, 0, 0], cylinder({ radius: diameter / 2, from: -1, to: 31, segments: 96 }))),
      )
    expect(overhang(bored(13))).toBe(0)
    const crown = (16 * Math.PI * 30) / 4
    expect(Math.abs(overhang(bored(16)) / crown - 1)).toBeLessThan(0.05)
  })

  test('a lip no wider than a layer is high prints as a slope does', () => {
    const lipped = (width: number) => () => union(box([0, 0, 0], [4, 20, 20]), box([3, 0, 10], [4 + width, 20, 13]))
    expect(overhang(lipped(0.2))).toBe(0)
    expect(overhang(lipped(0.5))).toBeCloseTo(10, 3)
  })
})

describe('mass', () => {
  const density = 1.24e-3

  test('what is thinner than its shells is solid', () => {
    expect(mass(() => box([0, 0, 0], [60, 60, 2]))).toBeCloseTo(density * 60 * 60 * 2, 3)
    expect(mass(() => box([0, 0, 0], [60, 1.2, 40]))).toBeCloseTo(density * 60 * 1.2 * 40, 3)
  })

  test('a post is solid: its infill would be too small a spot', () => {
    expect(mass(() => box([0, 0, 0], [6, 6, 40]))).toBeCloseTo(density * 6 * 6 * 40, 3)
  })

  test('a block is walls, floor and ceiling around 15 % of its inside', () => {
    const inside = (70 - 1.9) * (110 - 1.9) * (25 - 2)
    const expected = density * (70 * 110 * 25 - 0.84 * inside + 0.08 * 70 * 110)
    expect(Math.abs(mass(() => box([0, 0, 0], [70, 110, 25])) / expected - 1)).toBeLessThan(0.02)
  })

  test('a tilted or turned block takes about as much', () => {
    const straight = mass(() => box([0, 0, 0], [60, 40, 10]))
    for (const angle of [10, 22.5, 45, 80]) {
      const turned = mass(() => rotate([0, 0, angle], box([0, 0, 0], [60, 40, 10])))
      expect(Math.abs(turned / straight - 1), `${angle}°`).toBeLessThan(0.06)
    }
  })
})
