import type { Vec3 } from '#solid'

/** Points as distances from an origin along three directions, the first of which is the line looked along. */
export function alongLine(
  points: Float32Array,
  [ox, oy, oz]: Vec3,
  directions: readonly [Vec3, Vec3, Vec3],
): Float64Array {
  const own = new Float64Array(points.length)
  for (let k = 0; k < 3; k++) {
    const [dx, dy, dz] = directions[k]
    for (let i = 0; i < points.length; i += 3) {
      own[i + k] = (points[i] - ox) * dx + (points[i + 1] - oy) * dy + (points[i + 2] - oz) * dz
    }
  }
  return own
}

/** A little off the line, on which symmetrical meshes have their edges. */
const [OFF_AHEAD, OFF_ASIDE] = [1.7e-4, 2.3e-4]

/** Where a line goes into a mesh or comes out of it. */
export interface Crossing {
  /** Distance along the line. */
  readonly at: number
  readonly into: boolean
}

/** Where the line goes through the facets, in its order. @param own The mesh's points as {@link alongLine} tells them. */
export function crossings(own: Float64Array, triangles: Uint32Array): Crossing[] {
  const found: Crossing[] = []
  const turn = (from: number, to: number) =>
    (own[from + 1] - OFF_AHEAD) * (own[to + 2] - OFF_ASIDE) - (own[from + 2] - OFF_ASIDE) * (own[to + 1] - OFF_AHEAD)
  for (let i = 0; i < triangles.length; i += 3) {
    const p = 3 * triangles[i]
    const q = 3 * triangles[i + 1]
    const r = 3 * triangles[i + 2]
    const pq = turn(p, q)
    const qr = turn(q, r)
    if (pq > 0 !== qr > 0) continue
    const rp = turn(r, p)
    // A facet that the line runs along has no place where it goes through.
    if (pq > 0 !== rp > 0 || pq + qr + rp === 0) continue
    found.push({ at: (own[p] * qr + own[q] * rp + own[r] * pq) / (pq + qr + rp), into: pq < 0 })
  }
  return found.toSorted((a, b) => a.at - b.at)
}
