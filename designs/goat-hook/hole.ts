import { cross, dot, hull, minus, plus, type Solid, times, type Vec3 } from '#solid'

/** A straight round hole that a screwdriver hangs in: a funnel, then its shank's way on. Hung pose, millimetres. */
export interface Hole {
  /** The middle of the funnel's mouth. */
  readonly from: Vec3
  /** Where it is out again. */
  readonly to: Vec3
  /** Diameter of the narrow part. */
  readonly shank: number
  readonly funnel: { readonly diameter: number; readonly depth: number }
}

/** How far a hole is cut beyond either end, so that nothing stands in the way of handle and blade: longer than any of both. */
const REACH = 300

/** The y of a surface that looks to the bed as flat as prints without supports, 45°, and a little to spare. */
const STEEPEST = 0.69

/** Directions of a hole. */
export interface HoleAxes {
  /** From its funnel on. */
  readonly along: Vec3
  /** Across, into the room: up in print, where the hole's ceiling is. */
  readonly forward: Vec3
  readonly side: Vec3
  readonly length: number
}

export function holeAxes({ from, to }: Pick<Hole, 'from' | 'to'>): HoleAxes {
  const way = minus(to, from)
  const length = Math.hypot(...way)
  const along = times(way, 1 / length)
  // A hole straight into the wall has no ceiling; any direction will do.
  const room: Vec3 = Math.abs(along[1]) > 0.999 ? [0, 0, 1] : [0, -1, 0]
  const across = minus(room, times(along, dot(room, along)))
  const forward = times(across, 1 / Math.hypot(...across))
  return { along, forward, side: cross(along, forward), length }
}

/** The angle from straight ahead at which the round of the hole goes over into a gable, in radians: as little as keeps its ceiling printable. */
export function gableAngle(hole: Hole): number {
  const { along, forward } = holeAxes(hole)
  const { spread } = coneOf(hole)
  // A roof's normal is made of `forward`, by the gable, and of `along`, by the funnel's spread.
  const least = (slope: number) => (STEEPEST + Math.sin(slope) * along[1]) / (Math.cos(slope) * -forward[1])
  const cosine = Math.min(least(0), least(spread))
  return cosine >= 1 ? 0 : Math.acos(Math.max(cosine, Math.cos((70 * Math.PI) / 180)))
}

/** The funnel's wall against the axis, in radians; and the radius at a distance along the hole. */
export function coneOf({ shank, funnel }: Hole) {
  const [wide, narrow] = [Math.max(funnel.diameter, shank) / 2, shank / 2]
  const radiusAt = (station: number) =>
    station <= 0
      ? funnel.depth > 0
        ? wide
        : narrow
      : station >= funnel.depth
        ? narrow
        : wide + ((narrow - wide) * station) / funnel.depth
  return { spread: funnel.depth > 0 ? Math.atan2(wide - narrow, funnel.depth) : 0, radiusAt }
}

/** What is cut away for a hole: its funnel, open above, and the shank's way. No flat of their rounds comes nearer to the axis than the radius. */
export function holeSolids(hole: Hole, arc: (radius: number) => number): Solid[] {
  const { along, forward, side, length } = holeAxes(hole)
  const { radiusAt } = coneOf(hole)
  const gable = gableAngle(hole)
  const ring = (station: number, radius: number): Vec3[] => {
    const middle = plus(hole.from, times(along, station))
    return teardrop(radius, gable, arc(hole.funnel.diameter / 2)).map(([ahead, aside]) =>
      plus(middle, plus(times(forward, ahead), times(side, aside))),
    )
  }
  const { depth } = hole.funnel
  const begin = depth > 0 ? depth / 2 : -REACH
  const shank = hull(...ring(begin, hole.shank / 2), ...ring(length + REACH, hole.shank / 2))
  if (depth === 0) return [shank]
  return [hull(...ring(-REACH, radiusAt(0)), ...ring(0, radiusAt(0)), ...ring(depth, radiusAt(depth))), shank]
}

/** A circle with a gable ahead, as a polygon around it: points ahead and aside. */
function teardrop(radius: number, gable: number, segments: number): (readonly [number, number])[] {
  const step = (2 * Math.PI - 2 * gable) / segments
  const corner = radius / Math.cos(step / 2)
  const round = Array.from({ length: segments }, (_, k) => {
    const angle = gable + (k + 0.5) * step
    return [corner * Math.cos(angle), corner * Math.sin(angle)] as const
  })
  return [[radius / Math.cos(gable), 0], ...round]
}

/** Tells how far a place is outside the hole's cross-section of a radius, across its axis. */
export function outsideTeardrop(gable: number): (ahead: number, aside: number, radius: number) => number {
  const cosine = Math.cos(gable)
  const sine = Math.sin(gable)
  return (ahead, aside, radius) => {
    const side = Math.abs(aside)
    const onRoof = side * cosine < ahead * sine
    return (onRoof ? ahead * cosine + side * sine : Math.sqrt(ahead * ahead + side * side)) - radius
  }
}
