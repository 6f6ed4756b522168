/** A point of a cross-section at right angles to the board: [y, z] in millimetres, y into the board, z up. */
export type Point = readonly [y: number, z: number]

/** A simple closed polygon of at least three points, counter-clockwise with y to the right and z up; the last point is not repeated. */
export type Profile = readonly Point[]

const less = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1]]
const cross = (a: Point, b: Point) => a[0] * b[1] - a[1] * b[0]
const at = (profile: Profile, index: number) => profile[(index + profile.length) % profile.length]!

/** Signed area in square millimetres; positive when the profile runs counter-clockwise. */
export const area = (profile: Profile): number =>
  profile.reduce((sum, point, i) => sum + cross(point, at(profile, i + 1)), 0) / 2

/**
 * Moves every edge of a profile inward by the same distance and meets neighbours in a mitre, so that the vertex count stays. Only the closing edge,
 * from the last point to the first, stays where it is: it is the base by which a peg is joined to its plate.
 *
 * Keeping the count is what lets two insets of one profile be joined by flat quads.
 *
 * @param inset Millimetres; must be small enough that no edge collapses, see {@link isSimple}.
 */
export function insetProfile(profile: Profile, inset: number): Profile {
  const last = profile.length - 1
  return profile.map((point, i) => {
    const before = unit(less(point, at(profile, i - 1)))
    const after = unit(less(at(profile, i + 1), point))
    if (i === 0) return slide(point, before, inset / cross(after, before))
    if (i === last) return slide(point, after, inset / cross(before, after))
    // The mitre lies on the bisector of the two inward normals, longer the sharper the corner.
    const reach = inset / (1 + before[0] * after[0] + before[1] * after[1])
    return slide(point, [-before[1] - after[1], before[0] + after[0]], reach)
  })
}

const slide = (from: Point, along: Point, by: number): Point => [from[0] + along[0] * by, from[1] + along[1] * by]

const unit = ([y, z]: Point): Point => {
  const length = Math.hypot(y, z)
  return [y / length, z / length]
}

/** Whether no two edges of a closed profile meet except neighbours at their shared corner, and no edge folds back. */
export function isSimple(profile: Profile): boolean {
  const n = profile.length
  return profile.every((a, i) => {
    const b = at(profile, i + 1)
    const c = at(profile, i + 2)
    const foldsBack =
      cross(less(b, a), less(c, b)) === 0 && (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]) <= 0
    if (foldsBack) return false
    for (let j = i + 2; j < n; j++) {
      if (i === 0 && j === n - 1) continue
      if (cuts(a, b, at(profile, j), at(profile, j + 1))) return false
    }
    return true
  })
}

const cuts = (a: Point, b: Point, c: Point, d: Point) =>
  cross(less(b, a), less(c, a)) * cross(less(b, a), less(d, a)) <= 0 &&
  cross(less(d, c), less(a, c)) * cross(less(d, c), less(b, c)) <= 0

/**
 * Points along an arc, both ends included, all on the true arc.
 *
 * From and to are degrees from +y towards +z.
 */
export function arc(centre: Point, radius: number, [from, to]: readonly [number, number], steps: number): Point[] {
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = ((from + ((to - from) * i) / steps) * Math.PI) / 180
    return [centre[0] + radius * Math.cos(angle), centre[1] + radius * Math.sin(angle)]
  })
}
