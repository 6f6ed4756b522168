import { build, manifold } from '../kernel.ts'

/** Polygons of more corners are cut by the kernel: a fan of that many facets would be of needles. */
const MOST_IN_FAN = 12

/**
 * Cuts a polygon in space into triangles: a fan around a corner that sees all others, or what the kernel makes of its shadow on the plane that
 * it is nearest to. A polygon of n corners always becomes n − 2 triangles between just these corners, however bent it is.
 *
 * @param loop Places in `points`, counter-clockwise as seen from outside.
 * @returns Three places a triangle.
 */
export function cutPolygon(points: ArrayLike<number>, loop: readonly number[]): readonly number[] {
  if (loop.length === 3) return loop
  const normal = polygonNormal(points, loop)
  for (let apex = 0; apex < loop.length && loop.length <= MOST_IN_FAN; apex++) {
    if (seesAll(points, loop, apex, normal)) return fan(loop, apex)
  }
  const [u, v] = shadowAxes(normal)
  const shadow = loop.map((place): [number, number] => [points[place * 3 + u], points[place * 3 + v]])
  return build(() => (manifold().triangulate([shadow]) as unknown as number[][]).flat()).map((corner) => loop[corner])
}

/** Twice the area of a polygon's shadow on each of the planes yz, zx and xy: its normal. Its place is of no weight, so a far one loses nothing. */
export function polygonNormal(points: ArrayLike<number>, loop: readonly number[]): [number, number, number] {
  const origin = loop[0] * 3
  let [x, y, z] = [0, 0, 0]
  for (let k = 1; k + 1 < loop.length; k++) {
    const [a, b] = [loop[k] * 3, loop[k + 1] * 3]
    const [ax, ay, az] = [
      points[a] - points[origin],
      points[a + 1] - points[origin + 1],
      points[a + 2] - points[origin + 2],
    ]
    const [bx, by, bz] = [
      points[b] - points[origin],
      points[b + 1] - points[origin + 1],
      points[b + 2] - points[origin + 2],
    ]
    x += ay * bz - az * by
    y += az * bx - ax * bz
    z += ax * by - ay * bx
  }
  return [x, y, z]
}

function seesAll(points: ArrayLike<number>, loop: readonly number[], apex: number, normal: readonly number[]): boolean {
  for (let k = 1; k + 1 < loop.length; k++) {
    const [x, y, z] = polygonNormal(points, [
      loop[apex],
      loop[(apex + k) % loop.length],
      loop[(apex + k + 1) % loop.length],
    ])
    if (!(x * normal[0] + y * normal[1] + z * normal[2] > 0)) return false
  }
  return true
}

const fan = (loop: readonly number[], apex: number) =>
  loop.slice(2).flatMap((_, k) => [0, k + 1, k + 2].map((step) => loop[(apex + step) % loop.length]))

/** Which two axes to keep, in which order, so that a polygon of this normal is seen from outside and at its largest. */
function shadowAxes(normal: readonly number[]): [number, number] {
  const [x, y, z] = normal.map(Math.abs)
  const dropped = x > y ? (x > z ? 0 : 2) : y > z ? 1 : 2
  const axes: [number, number] = [(dropped + 1) % 3, (dropped + 2) % 3]
  return normal[dropped] > 0 ? axes : [axes[1], axes[0]]
}
