import { build, hull, intersect, type Mesh, meshOf, type Solid, solidOf, translate, type Vec3 } from '#solid'
import { toManifold } from '../../src/solid/bridge.ts'

/** Draws an item, or the convex pieces that it is made of. Called within a build. */
export type Draw = () => Solid | readonly Solid[]

/** A straight way for an item: along a direction of length 1, from one distance to another, in millimetres from where it was drawn. */
export interface Way {
  readonly along: Vec3
  readonly from: number
  readonly to: number
}

/** What a drawing looks like as a mesh, to measure it by itself. */
export const meshOfDrawing = (draw: () => Solid): Mesh => build(() => meshOf(draw()))

/** How much of a part and an item share the same space, in mm³. */
export const overlap = (part: Mesh, item: Draw, moved: Vec3 = [0, 0, 0]): number =>
  build(() =>
    shared(
      part,
      piecesOf(item).map((piece) => translate(moved, piece)),
    ),
  )

/**
 * How much of a part is in the way of an item that moves along a straight line, in mm³.
 * What a convex piece sweeps is the hull of its first and last place, so nothing between two steps is missed.
 *
 * @param item Its pieces must each be convex.
 */
export const inTheWay = (part: Mesh, item: Draw, { along, from, to }: Way): number =>
  build(() => {
    const at = (distance: number, piece: Solid) =>
      translate(along.map((axis) => axis * distance) as unknown as Vec3, piece)
    return shared(
      part,
      piecesOf(item).map((piece) => hull(at(from, piece), at(to, piece))),
    )
  })

/** Whether an item can be moved along a straight line without touching a part. */
export const freePath = (part: Mesh, item: Draw, way: Way): boolean => inTheWay(part, item, way) === 0

/** Volumes below this are rounding, in mm³: a cube of a hundredth of a millimetre. */
const NOTHING = 1e-6

const piecesOf = (item: Draw) => [item()].flat()

function shared(part: Mesh, pieces: readonly Solid[]): number {
  const whole = solidOf(part)
  const volume = pieces.reduce((sum, piece) => sum + toManifold(intersect(whole, piece)).volume(), 0)
  return volume < NOTHING ? 0 : volume
}
