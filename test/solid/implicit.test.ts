import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { ball, blend, carve, ellipsoid, type Field, implicit, measure, meshFault, startKernel, taper } from '#solid'

beforeAll(() => startKernel())

const bounds = { min: [-12, -12, -12], max: [12, 12, 12] } as const

test.each([0.2, 0.5, 1.5])('a ball of edges of %s has its volume, closed and smooth', (edge) => {
  const mesh = implicit(ball([0.3, 0.1, -0.2], 5), bounds, edge)
  expect(meshFault(mesh)).toBeUndefined()
  const { volume, area, bodies, genus } = measure(mesh)
  const ideal = (4 / 3) * Math.PI * 125
  // Flat facets between points on a ball of radius r lose about e²/r² of its volume.
  expect(volume / ideal).toBeGreaterThan(1 - (edge * edge) / 25)
  expect(volume / ideal).toBeLessThanOrEqual(1.0001)
  expect(area / (4 * Math.PI * 25)).toBeCloseTo(1, 1)
  expect({ bodies, genus }).toEqual({ bodies: 1, genus: 0 })
  for (let i = 0; i < mesh.points.length; i += 3) {
    const [x, y, z] = mesh.points.subarray(i, i + 3)
    expect(Math.abs(Math.hypot(x - 0.3, y - 0.1, z + 0.2) - 5)).toBeLessThan(0.06 * edge * edge + 1e-5)
  }
})

test('solids that touch, cross and pierce each other stay closed', () => {
  const place = fc.tuple(
    ...([0, 1, 2].map(() => fc.double({ min: -6, max: 6, noNaN: true })) as never[]),
  ) as fc.Arbitrary<[number, number, number]>
  const part: fc.Arbitrary<Field> = fc.oneof(
    fc.tuple(place, fc.double({ min: 0.3, max: 5, noNaN: true })).map(([at, radius]) => ball(at, radius)),
    fc
      .tuple(place, fc.tuple(...([0, 1, 2].map(() => fc.double({ min: 0.6, max: 5, noNaN: true })) as never[])))
      .map(([at, radii]) => ellipsoid(at, radii as never)),
    fc.tuple(place, place).map(([from, to]) => taper(from, to, 2, 0.4)),
  )
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 2, maxLength: 8 }),
      fc.double({ min: 0.01, max: 3, noNaN: true }),
      (parts, width) => {
        const field = carve(0.5, blend(width, ball([0, 0, 0], 1.5), ...parts), taper([0, 0, -8], [0.1, 0, 8], 0.3, 0.9))
        for (const edge of [0.7, 1.9]) expect(meshFault(implicit(field, bounds, edge))).toBeUndefined()
      },
    ),
    { numRuns: 150 },
  )
})

test('nothing far from the surface is evaluated, and nothing of it is missed', () => {
  let asked = 0
  const counted: Field = (x, y, z) => {
    asked++
    return blend(1, ball([-6, 0, 0], 2), ball([6, 0, 0], 2), ellipsoid([0, 6, 0], [3, 1.5, 2]))(x, y, z)
  }
  const mesh = implicit(counted, bounds, 0.25)
  expect(measure(mesh).bodies).toBe(3)
  expect(asked).toBeLessThan((24 / 0.25) ** 3 / 20)
})

test('what cannot be meshed is refused', () => {
  expect(() => implicit(ball([0, 0, 0], 20), bounds, 1)).toThrow('reaches beyond its bounds')
  expect(() => implicit(() => 1, bounds, 1)).toThrow('is empty')
  expect(() => implicit(ball([0, 0, 0], 5), bounds, 0.01)).toThrow('too short')
})

test('whatever corners of the grid are inside, each edge of the mesh is between two facets', () => {
  fc.assert(
    fc.property(fc.integer(), fc.double({ min: 0.1, max: 0.9, noNaN: true }), (seed, share) => {
      const noise: Field = (x, y, z) => {
        const mixed = Math.sin(x * 12.9898 + y * 78.233 + z * 37.719 + (seed % 1000)) * 43758.5453
        const chance = mixed - Math.floor(mixed)
        // Nowhere far from 0, so that no block is skipped.
        return Math.max(Math.abs(x), Math.abs(y), Math.abs(z)) > 5
          ? 0.1
          : chance < share
            ? -0.1 * (chance + 0.1)
            : 0.1 * chance
      }
      expect(meshFault(implicit(noise, bounds, 1))).toBeUndefined()
    }),
    { numRuns: 60 },
  )
})
