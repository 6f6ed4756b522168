import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import {
  bore,
  box,
  build,
  extrude,
  hexagon,
  type Mesh,
  meshFault,
  meshOf,
  measure,
  rectangle,
  rotate,
  soundMesh,
  startKernel,
  subtract,
  union,
} from '#solid'

beforeAll(() => startKernel())

const cube = (): Mesh => soundMesh(build(() => meshOf(box([0, 0, 0], [1, 1, 1]))))

test('a closed mesh has no fault; one without a face, with a face too many or turned has', () => {
  const { points, triangles } = cube()
  expect(meshFault({ points, triangles })).toBeUndefined()
  expect(meshFault({ points, triangles: triangles.slice(3) })).toMatch(/open at/)
  expect(meshFault({ points, triangles: Uint32Array.from([...triangles, ...triangles.slice(0, 3)]) })).toMatch(
    /more than two/,
  )
  const turned = Uint32Array.from(triangles)
  turned.set([triangles[1], triangles[0]], 0)
  expect(meshFault({ points, triangles: turned })).toMatch(/look to opposite sides/)
  expect(meshFault({ points, triangles: new Uint32Array() })).toMatch(/empty/)
})

test('solids that share only an edge are refused: in a file four faces would meet there', () => {
  const touching = () => build(() => meshOf(union(box([0, 0, 0], [1, 1, 1]), box([1, 1, 0], [2, 2, 1]))))
  expect(() => soundMesh(touching())).toThrow(/more than two faces/)
})

/** A tetrahedron with one edge split by a point on it, of which only one of the two faces knows: the other side is a sliver. */
test('a sliver without area is turned away, not dropped: the surface stays closed', () => {
  const points = Float32Array.from([0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 2, 1, 0, 0])
  const triangles = Uint32Array.from([
    ...[0, 2, 1], // floor, along the whole edge
    ...[0, 1, 4], // the sliver: three corners on a line
    ...[0, 4, 3],
    ...[4, 1, 3],
    ...[0, 3, 2],
    ...[1, 2, 3],
  ])
  const sound = soundMesh({ points, triangles })
  expect(measure(sound).volume).toBeCloseTo(8 / 6, 6)
  expect(smallestHeight(sound)).toBeGreaterThan(0.1)
})

test('what is cut in 2D and extruded has no sliver left, at any angle', () => {
  fc.assert(
    fc.property(fc.double({ min: -30, max: 30, noNaN: true }), fc.integer({ min: 1, max: 12 }), (lean, count) => {
      const mesh = soundMesh(
        build(() => {
          const holes = Array.from({ length: count }, (_, i) => hexagon(6.75, [i * 12.1 + 0.037, 0.011]))
          const plate = subtract(
            rectangle([count * 12.1 + 8, 13], [(count * 12.1) / 2, 0], 3),
            ...holes,
            bore(4, 32, [-2, 0]),
          )
          return meshOf(rotate([lean, 0, 0], extrude(plate, 12)))
        }),
      )
      expect(smallestHeight(mesh)).toBeGreaterThan(1e-5)
    }),
    { numRuns: 30 },
  )
})

function smallestHeight({ points, triangles }: Mesh): number {
  let smallest = Infinity
  for (let i = 0; i < triangles.length; i += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => [0, 1, 2].map((axis) => points[triangles[i + k] * 3 + axis]))
    const [u, v] = [b.map((x, k) => x - a[k]), c.map((x, k) => x - a[k])]
    const area = Math.hypot(u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0])
    const longest = Math.max(Math.hypot(...u), Math.hypot(...v), Math.hypot(...b.map((x, k) => x - c[k])))
    smallest = Math.min(smallest, area / longest)
  }
  return smallest
}
