import type { Mesh, Vec3 } from '#solid'
import { alongLine, type Crossing, crossings } from './along-line.ts'
import { coneOf, gableAngle, type Hole, holeAxes, outsideTeardrop } from './hole.ts'

/** What surrounds a hole, station by station along it. */
export interface Walls {
  /** Distance along the hole of the first station, and from each to the next. */
  readonly first: number
  readonly step: number
  /** Least thickness of what surrounds the hole there, beyond {@link FAR} not measured; below 0 where the surface comes into the hole. */
  readonly thickness: Float32Array
  /** Whether the middle of the hole lies inside the sculpture there. */
  readonly inside: Uint8Array
}

/** Station to station. */
const STEP = 0.25
/** Facets are looked at in pieces no longer than this. */
const PIECE = 0.4
/** Walls are measured up to here. */
const FAR = 4

/** Measures how much of a sculpture surrounds a hole that will be cut, from where the hole enters it, at `above` before its beginning at the earliest, to its end. */
export function wallsAround(mesh: Mesh, hole: Hole, above: number): Walls {
  const { along, forward, side, length } = holeAxes(hole)
  const { radiusAt, spread } = coneOf(hole)
  const gable = gableAngle(hole)
  const count = Math.ceil((length + above) / STEP) + 1
  const thickness = new Float32Array(count).fill(FAR)
  const reach = radiusAt(0) / Math.cos(gable) + FAR

  /** Notes a piece of surface: `s` along, `a` ahead, `b` aside. */
  const note = (s: number, a: number, b: number) => {
    const station = Math.round((s + above) / STEP)
    if (station < 0 || station >= count) return
    const slant = s > 0 && s < hole.funnel.depth ? Math.cos(spread) : 1
    const wall = outsideTeardrop(a, b, radiusAt(s), gable) * slant
    if (wall < thickness[station]) thickness[station] = wall
  }
  const look = (p: Vec3, q: Vec3, r: Vec3): void => {
    for (let k = 0; k < 3; k++) {
      const [low, high] = [Math.min(p[k], q[k], r[k]), Math.max(p[k], q[k], r[k])]
      if (k === 0 ? high < -above - STEP || low > length + STEP : high < -reach || low > reach) return
    }
    const [pq, qr, rp] = [apart(p, q), apart(q, r), apart(r, p)]
    const longest = Math.max(pq, qr, rp)
    if (longest <= PIECE) {
      for (const [s, a, b] of [p, q, r, middleOf(middleOf(p, q), r)]) note(s, a, b)
    } else if (longest === pq) {
      look(p, middleOf(p, q), r)
      look(middleOf(p, q), q, r)
    } else if (longest === qr) {
      look(q, middleOf(q, r), p)
      look(middleOf(q, r), r, p)
    } else {
      look(r, middleOf(r, p), q)
      look(middleOf(r, p), p, q)
    }
  }

  const { points, triangles } = mesh
  const own = alongLine(points, hole.from, [along, forward, side])
  const corner = (place: number): Vec3 => [own[3 * place], own[3 * place + 1], own[3 * place + 2]]
  for (let i = 0; i < triangles.length; i += 3) {
    if (isAside(own, triangles, i, reach)) continue
    const [p, q, r] = [corner(triangles[i]), corner(triangles[i + 1]), corner(triangles[i + 2])]
    look(p, q, r)
  }
  return { first: -above, step: STEP, thickness, inside: insides(crossings(own, triangles), count, above) }
}

/** Whether a facet lies wholly on one side of the hole, as nearly all do. */
function isAside(own: Float64Array, triangles: Uint32Array, start: number, reach: number): boolean {
  const [p, q, r] = [3 * triangles[start], 3 * triangles[start + 1], 3 * triangles[start + 2]]
  for (let k = 1; k < 3; k++) {
    const [a, b, c] = [own[p + k], own[q + k], own[r + k]]
    if ((a > reach && b > reach && c > reach) || (a < -reach && b < -reach && c < -reach)) return true
  }
  return false
}

function insides(way: readonly Crossing[], count: number, above: number): Uint8Array {
  const inside = new Uint8Array(count)
  let [depth, next] = [0, 0]
  for (let station = 0; station < count; station++) {
    for (; next < way.length && way[next].at <= station * STEP - above; next++) depth += way[next].into ? 1 : -1
    inside[station] = depth > 0 ? 1 : 0
  }
  return inside
}

const apart = (p: Vec3, q: Vec3) => Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])
const middleOf = (p: Vec3, q: Vec3): Vec3 => [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2, (p[2] + q[2]) / 2]
