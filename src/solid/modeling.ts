import { modeling } from './kernel.ts'
import { GeometryProblem } from './problem.ts'
import type { Profile, Solid, Vec2, Vec3 } from './types.ts'

/*
 * The calls of JSCAD that the catalogue is written in, typed for what they take here. JSCAD ignores an option that it does not know and
 * fills in a default shape; a wrapper with named, required values cannot be misspelt. Angles are degrees, exact at right angles.
 */

/** A box of the given size, its middle at `center`. */
export const cuboid = (size: Vec3, center: Vec3 = [0, 0, 0]) =>
  modeling().primitives.cuboid({ size: [...size], center: [...center] }) as unknown as Solid

/** A box from corner to corner: the clearest way to say where its faces lie. */
export function box(min: Vec3, max: Vec3): Solid {
  const middle = (axis: 0 | 1 | 2) => (min[axis] + max[axis]) / 2
  const size = (axis: 0 | 1 | 2) => {
    if (!(max[axis] > min[axis])) throw new GeometryProblem(`box: ${min.join(', ')} to ${max.join(', ')} has no inside`)
    return max[axis] - min[axis]
  }
  return cuboid([size(0), size(1), size(2)], [middle(0), middle(1), middle(2)])
}

/** An upright cylinder from z = `from` to z = `to`; give two radii for a cone. */
export function cylinder(options: {
  radius: number | readonly [bottom: number, top: number]
  from: number
  to: number
  segments: number
}): Solid {
  const { radius, from, to, segments } = options
  const [bottom, top] = typeof radius === 'number' ? [radius, radius] : radius
  return modeling().primitives.cylinderElliptic({
    height: to - from,
    startRadius: [bottom, bottom],
    endRadius: [top, top],
    center: [0, 0, (from + to) / 2],
    segments,
  }) as unknown as Solid
}

/** A disc. Its corners lie on the radius; a hole that must hold a round thing of this radius wants {@link bore}. */
export const circle = (radius: number, segments: number, center: Vec2 = [0, 0]) =>
  modeling().primitives.circle({ radius, segments, center: [...center] }) as unknown as Profile

/** A round hole whose flats, not its corners, lie on the diameter: a round thing of that diameter passes. */
export const bore = (diameter: number, segments: number, center: Vec2 = [0, 0]) =>
  circle(diameter / 2 / Math.cos(Math.PI / segments), segments, center)

/** A rectangle of the given size with corners of the given radius, its middle at `center`. */
export function rectangle(size: Vec2, center: Vec2 = [0, 0], radius = 0, segments = 32): Profile {
  const largest = Math.min(...size) / 2 - 1e-3
  const options = { size: [...size] as [number, number], center: [...center] as [number, number] }
  const { primitives } = modeling()
  return (radius > 0
    ? primitives.roundedRectangle({ ...options, roundRadius: Math.min(radius, largest), segments })
    : primitives.rectangle(options)) as unknown as Profile
}

/** A regular hexagon measured across its flats; two of its corners lie on the x axis. */
export const hexagon = (acrossFlats: number, center: Vec2 = [0, 0]) =>
  circle(acrossFlats / 2 / Math.cos(Math.PI / 6), 6, center)

/** A region within corners given counter-clockwise. */
export const polygon = (points: readonly Vec2[]) =>
  modeling().primitives.polygon({ points: points.map(([x, y]): [number, number] => [x, y]) }) as unknown as Profile

export const translate = <T extends Solid | Profile>(by: Vec3 | Vec2, geometry: T): T =>
  modeling().transforms.translate([...by] as [number, number, number], geometry as never) as T

/** Turns by degrees about x, then y, then z; a profile about z only. */
export function rotate<T extends Solid | Profile>(degrees: Vec3, geometry: T): T {
  const { maths, transforms } = modeling()
  return degrees.reduce<T>((turned, angle, axis) => {
    if (angle === 0) return turned
    const [cos, sin] = [exactCos(angle), exactCos(angle - 90)]
    const [u, v] = [(axis + 1) % 3, (axis + 2) % 3]
    const matrix = maths.mat4.create()
    matrix[u * 4 + u] = matrix[v * 4 + v] = cos
    matrix[u * 4 + v] = sin
    matrix[v * 4 + u] = -sin
    return transforms.transform(matrix, turned as never) as T
  }, geometry)
}

/** Mirrors in the plane through the origin across `axis`. */
export function mirror<T extends Solid | Profile>(axis: 'x' | 'y' | 'z', geometry: T): T {
  const normal = { x: [1, 0, 0], y: [0, 1, 0], z: [0, 0, 1] }[axis] as [number, number, number]
  return modeling().transforms.mirror({ normal }, geometry as never) as T
}

/** Cosine of an angle in degrees, exact at multiples of 90. */
function exactCos(degrees: number): number {
  const turn = ((degrees % 360) + 360) % 360
  return turn % 90 === 0 ? [1, 0, -1, 0][turn / 90] : Math.cos((turn * Math.PI) / 180)
}

/** A solid drawn as seen from the right side, its x and y being the part's y and z, stood up: its own z becomes the part's x. */
export const drawnFromSide = (solid: Solid) => rotate([90, 0, 90], solid)

/** A solid drawn as seen from the front, its x and y being the part's x and z, stood up: its own z comes out of the board, towards −y. */
export const drawnFromFront = (solid: Solid) => rotate([90, 0, 0], solid)
