import { boundsOf, largestSide } from '../measure.ts'
import type { Mesh } from '../mesh.ts'
import { GeometryProblem } from '../problem.ts'
import { cutPolygon, polygonNormal } from './cut-polygon.ts'
import { after, CROWDED, type Edges, OPEN, pairEdges } from './edges.ts'
import { withFacets } from './facets.ts'
import { millimetres, placeOf } from './words.ts'

/** Which holes are closed. */
export interface Limits {
  /** Up to this size, in millimetres, a hole is closed whatever its shape. */
  readonly small: number
  /** A hole whose rim strays from a plane by no more than this share of its own size is closed at any size, as the cut foot of a bust is. */
  readonly flat: number
}

export interface Closed {
  readonly mesh: Mesh
  readonly holes: number
  /** The size of the largest. */
  readonly largest: number
}

/**
 * Closes holes that are small or flat.
 *
 * @throws {GeometryProblem} if one is neither; says where, and how large.
 */
export function closeHoles({ points, triangles }: Mesh, edges: Edges, limits: Limits): Closed {
  const rims = rimsOf(triangles, edges)
  const largest = rims.reduce((widest, rim) => Math.max(widest, refuseWide(points, rim, limits)), 0)
  let lids = rims.map((rim) => cutPolygon(points, rim))
  const closed = withFacets(triangles, lids.flat())
  const { mates, crowded } = pairEdges({ points, triangles: closed })
  if (crowded === 0) return { mesh: { points, triangles: closed }, holes: rims.length, largest }

  // A lid of which a side runs where facets meet already is made anew, as a fan around its middle.
  const middles: number[] = []
  let half = triangles.length
  lids = lids.map((lid, i) => {
    const stop = half + lid.length
    const crosses = mates.subarray(half, stop).includes(CROWDED)
    half = stop
    if (!crosses) return lid
    const middle = (points.length + middles.length) / 3
    for (let axis = 0; axis < 3; axis++) {
      middles.push(rims[i].reduce((sum, point) => sum + points[point * 3 + axis], 0) / rims[i].length)
    }
    return rims[i].flatMap((point, k) => [point, rims[i][(k + 1) % rims[i].length], middle])
  })
  const all = new Float32Array(points.length + middles.length)
  all.set(points)
  all.set(middles, points.length)
  return { mesh: { points: all, triangles: withFacets(triangles, lids.flat()) }, holes: rims.length, largest }
}

/** Refuses a hole that cannot be closed safely. @returns The size of one that can. */
function refuseWide(points: Float32Array, rim: readonly number[], { small, flat }: Limits): number {
  const box = boundsOf(pick(points, rim))
  const across = largestSide(box)
  if (across <= small || depthOf(points, rim) <= flat * across) return across
  const middle = box.max.map((most, axis) => (most + box.min[axis]) / 2)
  throw new GeometryProblem(
    `has a hole ${millimetres(across)} wide around ${placeOf(middle, 0)} that is not flat: close it first`,
  )
}

const pick = (points: Float32Array, some: readonly number[]) =>
  Float32Array.from({ length: some.length * 3 }, (_, i) => points[some[Math.floor(i / 3)] * 3 + (i % 3)])

/** How thick a rim is, across the plane that it is nearest to. */
function depthOf(points: Float32Array, rim: readonly number[]): number {
  const normal = polygonNormal(points, rim)
  const length = Math.hypot(...normal) || 1
  let [least, most] = [Infinity, -Infinity]
  for (const point of rim) {
    const height = normal.reduce((sum, part, axis) => sum + part * points[point * 3 + axis], 0) / length
    least = Math.min(least, height)
    most = Math.max(most, height)
  }
  return most - least
}

/** The rims of holes, each point of a rim once, in the way that lids run around. */
function rimsOf(triangles: Uint32Array, { mates }: Edges): number[][] {
  const seen = new Set<number>()
  const rims: number[][] = []
  for (let first = 0; first < mates.length; first++) {
    if (mates[first] !== OPEN || seen.has(first)) continue
    const way: number[] = []
    for (let half = first; !seen.has(half); half = nextOpen(half, mates)) {
      seen.add(half)
      way.push(triangles[half])
    }
    for (const rim of simpleLoops(way)) rims.push(rim.reverse())
  }
  return rims
}

/** The open half-edge that begins where this one ends, on the same side of the surface. */
function nextOpen(half: number, mates: Int32Array): number {
  let next = after(half)
  while (mates[next] >= 0) next = after(mates[next])
  return next
}

/** A closed way, taken apart wherever it comes to a point again. */
function simpleLoops(way: readonly number[]): number[][] {
  const loops: number[][] = []
  const open: number[] = []
  const places = new Map<number, number>()
  for (const point of way) {
    const before = places.get(point)
    if (before !== undefined) {
      const loop = open.splice(before)
      for (const each of loop) places.delete(each)
      loops.push(loop)
    }
    places.set(point, open.length)
    open.push(point)
  }
  return [...loops, open].filter((loop) => loop.length > 2)
}
