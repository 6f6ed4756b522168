import { boundsOf, largestSide } from '../measure.ts'
import type { Mesh } from '../mesh.ts'

/** Facets in the order of their middles along a curve that fills space (Z order): neighbours in the list are neighbours in space. */
export function alongCurve({ points, triangles }: Mesh): Uint32Array {
  const count = triangles.length / 3
  const { min, max } = boundsOf(points)
  const scale = 1023 / (3 * largestSide({ min, max }) || 1)
  const keys = new Uint32Array(count)
  for (let facet = 0; facet < count; facet++) {
    const a = triangles[facet * 3] * 3
    const b = triangles[facet * 3 + 1] * 3
    const c = triangles[facet * 3 + 2] * 3
    const x = (points[a] + points[b] + points[c] - 3 * min[0]) * scale
    const y = (points[a + 1] + points[b + 1] + points[c + 1] - 3 * min[1]) * scale
    const z = (points[a + 2] + points[b + 2] + points[c + 2] - 3 * min[2]) * scale
    keys[facet] = spread(x) | (spread(y) << 1) | (spread(z) << 2)
  }
  return sortedByKey(keys)
}

/** Ten bits with two empty ones after each. */
function spread(value: number): number {
  let bits = value & 0x3ff
  bits = (bits | (bits << 16)) & 0x030000ff
  bits = (bits | (bits << 8)) & 0x0300f00f
  bits = (bits | (bits << 4)) & 0x030c30c3
  return (bits | (bits << 2)) & 0x09249249
}

/** The places of keys of 30 bits in their order, by three rounds of counting. */
function sortedByKey(keys: Uint32Array): Uint32Array {
  let from = new Uint32Array(keys.length).map((_, i) => i)
  let to = new Uint32Array(keys.length)
  for (let shift = 0; shift < 30; shift += 10) {
    const starts = new Uint32Array(1025)
    for (let i = 0; i < keys.length; i++) starts[((keys[i] >>> shift) & 1023) + 1]++
    for (let digit = 1; digit < 1025; digit++) starts[digit] += starts[digit - 1]
    for (let i = 0; i < from.length; i++) to[starts[(keys[from[i]] >>> shift) & 1023]++] = from[i]
    ;[from, to] = [to, from]
  }
  return from
}
