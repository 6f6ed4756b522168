import { fromCrossSection, fromManifold, toCrossSection, toManifold } from './bridge.ts'
import { manifold, own } from './kernel.ts'
import { pierced } from './pierced.ts'
import { GeometryProblem } from './problem.ts'
import type { Profile, Solid, Vec2, Vec3 } from './types.ts'

/**
 * A prism: the profile raised along z from 0 to `height`.
 * Cut in 2D, then extrude: that is many times cheaper than cutting the prism.
 */
export function extrude(profile: Profile, height: number): Solid {
  if (!(height > 0)) throw new GeometryProblem(`extrude: the height must be above 0, not ${height}`)
  // Clipper leaves points on straight runs; they would become slivers without area.
  const flat = own(toCrossSection(profile).simplify(1e-4))
  return fromManifold(flat.extrude(height))
}

/** The profile turned about its y axis, which becomes z; only what lies at x ≥ 0 is used. */
export const revolve = (profile: Profile, segments: number): Solid =>
  fromManifold(toCrossSection(profile).revolve(segments))

/** The profile grown by `distance` (shrunk, if negative) on every side, its corners round or sharp. */
export function offset(
  profile: Profile,
  distance: number,
  corners: 'round' | 'sharp' = 'round',
  segments = 32,
): Profile {
  return fromCrossSection(
    toCrossSection(profile).offset(distance, corners === 'round' ? 'Round' : 'Miter', 4, segments),
  )
}

/** The smallest convex solid around all given solids and points. */
export const hull = (...inside: readonly (Solid | Vec3)[]): Solid =>
  fromManifold(
    manifold().Manifold.hull(
      inside.map((item) => ('polygons' in item ? toManifold(item) : ([...item] as [number, number, number]))),
    ),
  )

/** The cut through a solid at height `z`. */
export const slice = (solid: Solid, z: number): Profile => fromCrossSection(toManifold(solid).slice(z))

/** The shadow of a solid on the xy plane. */
export const project = (solid: Solid): Profile => fromCrossSection(toManifold(solid).project())

/** One ring of a {@link loft}: its points counter-clockwise as seen from +z, and the height that it lies at. */
export interface Ring {
  readonly z: number
  readonly points: readonly Vec2[]
}

/**
 * A solid through rings of equally many points: the first ring is its floor, the last its lid, and walls run straight from point to point between.
 * This is how anything with bevelled edges is made, where an extrusion per step would leave stairs.
 *
 * @throws {GeometryProblem} if rings differ in their number of points, do not rise, or the solid is inside out.
 */
export function loft(rings: readonly Ring[]): Solid {
  if (rings.some(({ z }, level) => level > 0 && !(z > rings[level - 1].z))) {
    throw new GeometryProblem('loft: the rings must rise')
  }
  return pierced(rings.map(({ z, points }) => points.map(([x, y]) => [x, y, z] as const)))
}

/** The points of a rectangle with round corners around `center`, counter-clockwise: as a ring, its count depends on `segments` alone. */
export function roundedRing(size: Vec2, radius: number, segments: number, center: Vec2 = [0, 0]): Vec2[] {
  const quarter = Math.max(1, segments / 4)
  const round = Math.max(0, Math.min(radius, Math.min(...size) / 2 - 1e-3))
  return [
    [1, 1],
    [-1, 1],
    [-1, -1],
    [1, -1],
  ].flatMap(([sx, sy], corner) =>
    Array.from({ length: quarter + 1 }, (_, i): Vec2 => {
      const angle = ((corner + i / quarter) * Math.PI) / 2
      return [
        center[0] + sx * (size[0] / 2 - round) + round * Math.cos(angle),
        center[1] + sy * (size[1] / 2 - round) + round * Math.sin(angle),
      ]
    }),
  )
}

/**
 * A block with round upright edges, its lower and upper edges chamfered at 45°.
 *
 * @param options.size Width, depth and height; the block stands on z = 0, its middle at `center`.
 */
export function block(options: {
  size: Vec3
  center?: Vec2
  radius: number
  segments: number
  bottomChamfer?: number
  topChamfer?: number
}): Solid {
  const { size, center, radius, segments, bottomChamfer = 0, topChamfer = 0 } = options
  const ring = (z: number, inset: number): Ring => ({
    z,
    points: roundedRing([size[0] - 2 * inset, size[1] - 2 * inset], Math.max(radius - inset, 0.01), segments, center),
  })
  return loft([
    ...(bottomChamfer > 0 ? [ring(0, bottomChamfer)] : []),
    ring(bottomChamfer, 0),
    ring(size[2] - topChamfer, 0),
    ...(topChamfer > 0 ? [ring(size[2], topChamfer)] : []),
  ])
}
