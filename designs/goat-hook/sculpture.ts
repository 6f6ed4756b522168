import type { Context } from '#design'
import { boundsOf, box, implicit, type Mesh, moveMesh, rememberedMesh, type Solid, solidOf, subtract } from '#solid'
import { goatHead } from '../goat/head.ts'
import { goatPlacement, placeModel, plateOf, type Setup, type Wanted } from './place.ts'

/** Length of the goat's triangles by quality, at its true size. */
export const edges = { draft: 1.8, normal: 0.95, fine: 0.55 }

/** Length of the goat's triangles. A larger goat has more of them, and larger ones. */
export const edgeOf = ({ detail, scale }: Pick<Wanted, 'scale'> & { readonly detail: number }, { quality }: Context) =>
  detail > 0 ? detail : edges[quality] * Math.sqrt(scale)

/** The goat, in place on its plate. Its head is kept: hole, plate and board turn without sculpting it again. @param edge Length of its triangles. */
export function goatMesh(wanted: Wanted, setup: Setup, edge: number): Mesh {
  const { horns, beard, scale } = wanted
  const head = rememberedMesh(`goat ${horns} ${beard} ${edge / scale}`, () => {
    const { field, bounds } = goatHead(wanted)
    return implicit(field, bounds, edge / scale)
  })
  return moveMesh(head, goatPlacement(wanted, setup))
}

/** What keeps sculpture and plate together: how deep one reaches into the other, where it may not reach deeper. */
const ROOT = 0.6

/** Goat or sculpture as a solid. Where it sinks so deep that it would come out of the plate's rear face, which leans back at the top, it is cut off near the front. */
export function sculptureSolid(wanted: Wanted & { readonly detail: number }, context: Context): Solid {
  const { sculpture } = wanted
  const mesh =
    sculpture === '' ? goatMesh(wanted, context, edgeOf(wanted, context)) : placeModel(sculpture, wanted, context)
  const { min, max } = boundsOf(mesh.points)
  const solid = solidOf(mesh)
  const { thickness, rearAtTop } = plateOf(wanted, context)
  if (max[1] <= rearAtTop - ROOT) return solid
  const behind = box([min[0] - 1, ROOT - thickness, min[2] - 1], [max[0] + 1, max[1] + 1, max[2] + 1])
  return subtract(solid, behind)
}
