import type { Mesh } from '#solid'
import { alongLine, type Crossing, crossings } from './along-line.ts'
import { coneOf, gableAngle, type Hole, holeAxes, outsideTeardrop } from './hole.ts'

/** What surrounds a hole, station by station along it. */
export interface Walls {
  /** Distance along the hole of the first station, and from each to the next. */
  readonly first: number
  readonly step: number
  /** Least thickness of what surrounds the hole there, up to {@link FAR}; below 0 where the surface comes into the hole. */
  readonly thickness: Float32Array
  /** Whether the middle of the hole lies inside the sculpture there. */
  readonly inside: Uint8Array
}

/** Station to station. */
const STEP = 0.25
/** Facets are looked at in pieces no longer than this. */
const PIECE = 0.4
/** Walls are measured up to here: whatever is thicker is thick enough. */
const FAR = 2

/**
 * Measures how much of a sculpture will surround a hole, along all of it.
 *
 * @param above How far before its beginning to start.
 * @param below How far beyond its end to go on.
 */
export function wallsAround(mesh: Mesh, hole: Hole, above: number, below: number): Walls {
  const { along, forward, side, length: own } = holeAxes(hole)
  const length = own + below
  const { radiusAt, spread } = coneOf(hole)
  const outside = outsideTeardrop(gableAngle(hole))
  const count = Math.ceil((length + above) / STEP) + 1
  const thickness = new Float32Array(count).fill(FAR)
  const slant = Math.cos(spread)
  const widest = radiusAt(0)

  /** A place of the surface: `s` along the hole, `a` ahead of it and `b` aside. */
  const note = (s: number, a: number, b: number) => {
    const station = Math.round((s + above) / STEP)
    if (station < 0 || station >= count) return
    const across = outside(a, b, radiusAt(s))
    const wall = s > 0 && s < hole.funnel.depth ? across * slant : across
    if (wall < thickness[station]) thickness[station] = wall
  }
  /** Looks at a facet in ever smaller pieces, as long as some of it may be near. */
  const look = (
    ps: number,
    pa: number,
    pb: number,
    qs: number,
    qa: number,
    qb: number,
    rs: number,
    ra: number,
    rb: number,
  ): void => {
    const s = (ps + qs + rs) / 3
    const a = (pa + qa + ra) / 3
    const b = (pb + qb + rb) / 3
    const size = Math.sqrt(
      Math.max(squared(ps - s, pa - a, pb - b), squared(qs - s, qa - a, qb - b), squared(rs - s, ra - a, rb - b)),
    )
    if (s + size < -above || s - size > length) return
    // Along a cone's slope its wall grows no faster than the way: what is thick enough in the middle is so all over.
    if (outside(a, b, widest) - size > FAR) return
    if (outside(a, b, radiusAt(s)) * slant - size > FAR) return
    const pq = squared(ps - qs, pa - qa, pb - qb)
    const qr = squared(qs - rs, qa - ra, qb - rb)
    const rp = squared(rs - ps, ra - pa, rb - pb)
    const longest = Math.max(pq, qr, rp)
    if (longest <= PIECE * PIECE) {
      note(ps, pa, pb)
      note(qs, qa, qb)
      note(rs, ra, rb)
      note(s, a, b)
    } else if (longest === pq) {
      const [ms, ma, mb] = [(ps + qs) / 2, (pa + qa) / 2, (pb + qb) / 2]
      look(ps, pa, pb, ms, ma, mb, rs, ra, rb)
      look(ms, ma, mb, qs, qa, qb, rs, ra, rb)
    } else if (longest === qr) {
      const [ms, ma, mb] = [(qs + rs) / 2, (qa + ra) / 2, (qb + rb) / 2]
      look(qs, qa, qb, ms, ma, mb, ps, pa, pb)
      look(ms, ma, mb, rs, ra, rb, ps, pa, pb)
    } else {
      const [ms, ma, mb] = [(rs + ps) / 2, (ra + pa) / 2, (rb + pb) / 2]
      look(rs, ra, rb, ms, ma, mb, qs, qa, qb)
      look(ms, ma, mb, ps, pa, pb, qs, qa, qb)
    }
  }
  const { points, triangles } = mesh
  const places = alongLine(points, hole.from, [along, forward, side])
  for (let i = 0; i < triangles.length; i += 3) {
    const p = 3 * triangles[i]
    const q = 3 * triangles[i + 1]
    const r = 3 * triangles[i + 2]
    look(
      places[p],
      places[p + 1],
      places[p + 2],
      places[q],
      places[q + 1],
      places[q + 2],
      places[r],
      places[r + 1],
      places[r + 2],
    )
  }
  return { first: -above, step: STEP, thickness, inside: insides(crossings(places, triangles), count, above) }
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

const squared = (x: number, y: number, z: number) => x * x + y * y + z * z
