import type { Context } from '#design'
import { boundsOf, box, implicit, type Mesh, moveMesh, type Solid, solidOf, subtract } from '#solid'
import { goatPlacement, headOf, placeModel, type Setup, type Wanted } from './place.ts'

/** Length of the goat's triangles by quality, at its true size. */
const edges = { draft: 2, normal: 1, fine: 0.55 }

/** Length of the goat's triangles. A larger goat has more of them, and larger ones. */
export const edgeOf = ({ detail, scale }: Pick<Wanted, 'scale'> & { readonly detail: number }, { quality }: Context) =>
  detail > 0 ? detail : edges[quality] * Math.sqrt(scale)

/** The goat, in place on its plate. @param edge Length of its triangles. */
export function goatMesh(wanted: Wanted, setup: Setup, edge: number): Mesh {
  const { field, bounds } = headOf(wanted)
  return moveMesh(implicit(field, bounds, edge / wanted.scale), goatPlacement(wanted, setup))
}

/** How far in front of the board whatever sinks into the plate ends. */
const BEFORE_BOARD = 1

/** Goat or sculpture as a solid, cut off where it sinks so deep that it would come out behind the plate. */
export function sculptureSolid(wanted: Wanted & { readonly detail: number }, context: Context): Solid {
  const { sculpture } = wanted
  const mesh =
    sculpture === '' ? goatMesh(wanted, context, edgeOf(wanted, context)) : placeModel(sculpture, wanted, context)
  const { min, max } = boundsOf(mesh.points)
  const solid = solidOf(mesh)
  if (max[1] <= -BEFORE_BOARD) return solid
  return subtract(solid, box([min[0] - 1, -BEFORE_BOARD, min[2] - 1], [max[0] + 1, max[1] + 1, max[2] + 1]))
}
