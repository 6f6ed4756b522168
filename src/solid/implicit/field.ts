import type { Vec3 } from '../types.ts'
import { unit } from '../vector.ts'

/**
 * A solid told by its signed distance: negative inside, zero on the surface, positive outside, in millimetres.
 *
 * It may tell less than the distance but never more: what is empty is skipped by that.
 */
export type Field = (x: number, y: number, z: number) => number

/** A ball. */
export const ball =
  ([cx, cy, cz]: Vec3, radius: number): Field =>
  (x, y, z) =>
    length(x - cx, y - cy, z - cz) - radius

/** An ellipsoid along the axes; exact on its surface, a good guess elsewhere. */
export function ellipsoid([cx, cy, cz]: Vec3, [rx, ry, rz]: Vec3): Field {
  const [byX, byY, byZ] = [1 / rx, 1 / ry, 1 / rz]
  return (x, y, z) => {
    const ux = (x - cx) * byX
    const uy = (y - cy) * byY
    const uz = (z - cz) * byZ
    const near = Math.sqrt(ux * ux + uy * uy + uz * uz)
    if (near === 0) return -Math.min(rx, ry, rz)
    const vx = ux * byX
    const vy = uy * byY
    const vz = uz * byZ
    return (near * (near - 1)) / Math.sqrt(vx * vx + vy * vy + vz * vz)
  }
}

/** A rod with round ends whose radius goes evenly from one end to the other. */
export function taper([ax, ay, az]: Vec3, [bx, by, bz]: Vec3, from: number, to: number): Field {
  const [dx, dy, dz] = [bx - ax, by - ay, bz - az]
  const squared = dx * dx + dy * dy + dz * dz
  // A rod shorter than a nanometre is a ball.
  const share = squared > 1e-12 ? 1 / squared : 0
  const gain = to - from
  return (x, y, z) => {
    const px = x - ax
    const py = y - ay
    const pz = z - az
    const along = (px * dx + py * dy + pz * dz) * share
    const at = along < 0 ? 0 : along > 1 ? 1 : along
    return length(px - at * dx, py - at * dy, pz - at * dz) - from - at * gain
  }
}

/** All of the fields in one, their meeting edges rounded off over `width`. */
export const blend =
  (width: number, ...fields: readonly Field[]): Field =>
  (x, y, z) => {
    let least = fields[0](x, y, z)
    for (let i = 1; i < fields.length; i++) least = smoothLeast(least, fields[i](x, y, z), width)
    return least
  }

/** What is left of a field after others are taken away, the edges rounded off over `width`. */
export const carve =
  (width: number, from: Field, ...cutters: readonly Field[]): Field =>
  (x, y, z) => {
    let least = -from(x, y, z)
    for (let i = 0; i < cutters.length; i++) least = smoothLeast(least, cutters[i](x, y, z), width)
    return -least
  }

/** The field and its mirror image in the plane x = 0. */
export const bothSides =
  (field: Field): Field =>
  (x, y, z) =>
    field(Math.abs(x), y, z)

/** What all of the fields share, the edges where they end rounded off over `width`. */
export const meet =
  (width: number, ...fields: readonly Field[]): Field =>
  (x, y, z) => {
    let least = -fields[0](x, y, z)
    for (let i = 1; i < fields.length; i++) least = smoothLeast(least, -fields[i](x, y, z), width)
    return -least
  }

/** All that lies behind a plane through a point; `normal`, of any length, points out of it. */
export function halfSpace([px, py, pz]: Vec3, normal: Vec3): Field {
  const [nx, ny, nz] = unit(normal)
  const level = px * nx + py * ny + pz * nz
  return (x, y, z) => x * nx + y * ny + z * nz - level
}

/**
 * A convex body in clean planes, its edges rounded off over `width`; much faster than as many half-spaces that meet.
 *
 * @param planes A point of each, and its normal, of any length, which points out of the body.
 */
export function hewn(width: number, ...planes: readonly (readonly [point: Vec3, normal: Vec3])[]): Field {
  const numbers = Float64Array.from(
    planes.flatMap(([[px, py, pz], normal]) => {
      const [nx, ny, nz] = unit(normal)
      return [nx, ny, nz, px * nx + py * ny + pz * nz]
    }),
  )
  return (x, y, z) => {
    let least = Infinity
    for (let i = 0; i < numbers.length; i += 4) {
      const depth = numbers[i + 3] - x * numbers[i] - y * numbers[i + 1] - z * numbers[i + 2]
      least = smoothLeast(least, depth, width)
    }
    return -least
  }
}

/**
 * A field drawn in axes of its own (first `along`, then `across`, then square to both), put where it belongs.
 *
 * @param across Need not be square to `along`: only its square part counts.
 */
export function placed([px, py, pz]: Vec3, along: Vec3, across: Vec3, field: Field): Field {
  const [ax, ay, az] = unit(along)
  const slant = across[0] * ax + across[1] * ay + across[2] * az
  const [bx, by, bz] = unit([across[0] - slant * ax, across[1] - slant * ay, across[2] - slant * az])
  const [cx, cy, cz] = [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx]
  return (x, y, z) => {
    const dx = x - px
    const dy = y - py
    const dz = z - pz
    return field(dx * ax + dy * ay + dz * az, dx * bx + dy * by + dz * bz, dx * cx + dy * cy + dz * cz)
  }
}

/**
 * The same field, not looked at far away: beyond `margin` outside of a ball that holds all of its solid, the distance to that ball
 * is told instead. The margin must be no less than the width over which the field is blended with others.
 */
export function within([cx, cy, cz]: Vec3, radius: number, field: Field, margin = 3): Field {
  const reach = (radius + margin) ** 2
  return (x, y, z) => {
    const dx = x - cx
    const dy = y - cy
    const dz = z - cz
    const squared = dx * dx + dy * dy + dz * dz
    return squared > reach ? Math.sqrt(squared) - radius : field(x, y, z)
  }
}

/** As {@link within}, with a box along the axes instead of a ball: for what is long or flat. */
export function withinBox([ax, ay, az]: Vec3, [bx, by, bz]: Vec3, field: Field, margin = 3): Field {
  const reach = margin * margin
  return (x, y, z) => {
    const dx = x < ax ? ax - x : x > bx ? x - bx : 0
    const dy = y < ay ? ay - y : y > by ? y - by : 0
    const dz = z < az ? az - z : z > bz ? z - bz : 0
    const squared = dx * dx + dy * dy + dz * dz
    return squared > reach ? Math.sqrt(squared) : field(x, y, z)
  }
}

/** Many times as fast as Math.hypot, which guards against overflow. */
const length = (x: number, y: number, z: number): number => Math.sqrt(x * x + y * y + z * z)

/** The smaller of two numbers, on a parabola where they are nearer than `width`. */
function smoothLeast(a: number, b: number, width: number): number {
  const lack = width - Math.abs(a - b)
  const least = a < b ? a : b
  return lack > 0 ? least - (lack * lack) / (4 * width) : least
}
