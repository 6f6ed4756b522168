/*
 * Loops over facets and points run once a process, before the engine optimises them, and there taking arrays apart ([a, b] = …) costs ten times
 * what it computes. So here, in welding and in measuring, numbers are named one by one.
 */

/**
 * The normal of a facet by the right-hand rule, as long as twice the facet's area.
 *
 * @param start Where its corners begin in `triangles`.
 * @param normal Takes the normal, if it is asked for.
 * @returns Its length.
 */
export function facetNormal(
  points: Float32Array,
  triangles: Uint32Array,
  start: number,
  normal?: Float64Array,
): number {
  const a = triangles[start] * 3
  const b = triangles[start + 1] * 3
  const c = triangles[start + 2] * 3
  const ux = points[b] - points[a]
  const uy = points[b + 1] - points[a + 1]
  const uz = points[b + 2] - points[a + 2]
  const vx = points[c] - points[a]
  const vy = points[c + 1] - points[a + 1]
  const vz = points[c + 2] - points[a + 2]
  const x = uy * vz - uz * vy
  const y = uz * vx - ux * vz
  const z = ux * vy - uy * vx
  if (normal) {
    normal[0] = x
    normal[1] = y
    normal[2] = z
  }
  return Math.sqrt(x * x + y * y + z * z)
}

/** The square of the distance between two points. */
export function squaredDistance(points: Float32Array, from: number, to: number): number {
  const a = from * 3
  const b = to * 3
  const x = points[a] - points[b]
  const y = points[a + 1] - points[b + 1]
  const z = points[a + 2] - points[b + 2]
  return x * x + y * y + z * z
}
