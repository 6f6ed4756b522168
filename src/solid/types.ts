/** Column-major 4 × 4 matrix, as JSCAD writes it. */
export type Matrix = readonly number[]

export type Vec2 = readonly [number, number]
export type Vec3 = readonly [number, number, number]

/** A JSCAD `geom3`: a solid in millimetres. Its polygons may be filled in on first use. */
export interface Solid {
  readonly polygons: readonly Polygon[]
  readonly transforms: Matrix
}

/** A JSCAD `poly3`: convex, planar, counter-clockwise seen from outside. */
export interface Polygon {
  readonly vertices: readonly Vec3[]
}

/** A JSCAD `geom2`: a flat region in millimetres, holes allowed; solid to the left of its sides. */
export interface Profile {
  readonly sides: readonly (readonly [Vec2, Vec2])[]
  readonly transforms: Matrix
}

export const isSolid = (geometry: unknown): geometry is Solid =>
  typeof geometry === 'object' && geometry !== null && 'polygons' in geometry && 'transforms' in geometry

export const isProfile = (geometry: unknown): geometry is Profile =>
  typeof geometry === 'object' && geometry !== null && 'sides' in geometry && 'transforms' in geometry
