import { fromManifold } from './bridge.ts'
import type { Field } from './field.ts'
import { manifold } from './kernel.ts'
import type { Solid, Vec3 } from './types.ts'

/**
 * The solid inside an implicit surface.
 *
 * @param bounds Box that holds the whole solid with room to spare.
 * @param edge Length of the surface's triangles, about.
 */
export const implicit = (field: Field, bounds: { min: Vec3; max: Vec3 }, edge: number): Solid =>
  fromManifold(
    manifold().Manifold.levelSet(
      ([x, y, z]) => -field(x, y, z),
      { min: [...bounds.min], max: [...bounds.max] } as never,
      edge,
    ),
  )
