import { fromManifold, fromMesh, toManifold } from './bridge.ts'
import { fill, openFace } from './open-face.ts'
import type { Solid, Vec3 } from './types.ts'

/** Pockets of one shape in faces of one slope. */
export interface Pockets {
  /** What fills a pocket, its mouth flat on z = 0. */
  readonly pocket: Solid
  /** Where the origin of each pocket lies, on a flat face of the solid. */
  readonly mouths: readonly Vec3[]
  /** How far the faces are turned about x, in degrees: what stands on them leans towards −y. */
  readonly lean: number
}

/**
 * Sinks pockets into flat faces of a solid: lays the faces anew around the mouths, and adds walls and floors.
 *
 * What comes out is what subtracting them all would give, at a fraction of the cost, since only the faces with mouths are looked at.
 * That a pocket stays within the solid below its mouth is therefore for the caller to know.
 *
 * @throws {GeometryProblem} if a mouth does not lie within a face, or two mouths meet.
 */
export function sinkPockets(solid: Solid, { pocket, mouths, lean }: Pockets): Solid {
  const [sin, cos] = [Math.sin((lean * Math.PI) / 180), Math.cos((lean * Math.PI) / 180)]
  const height = ([, y, z]: Vec3) => z * cos - y * sin
  const { points, triangles } = contents(solid)
  const { points: lining, triangles: filling } = contents(pocket)
  const hollow = openFace(filling, (corner) => lining[corner][2])

  let surface: ArrayLike<number> = triangles
  const added: number[] = []
  for (const [level, middles] of groupBy(mouths, height)) {
    const { rest, rims } = openFace(surface, (corner) => height(points[corner]) - level)
    surface = rest
    const holes = middles.flatMap(([x, y, z]) => {
      const start = points.length
      for (const [u, v, w] of lining) points.push([x + u, y + v * cos - w * sin, z + v * sin + w * cos])
      // Turned inside out: the pocket's wall looks into it.
      for (let i = hollow.rest.length - 1; i >= 0; i--) added.push(hollow.rest[i] + start)
      return hollow.rims.map((rim) => rim.map((corner) => corner + start).reverse())
    })
    const face = fill([...rims, ...holes], (corner) => {
      const [x, y, z] = points[corner]
      return [x, y * cos + z * sin]
    })
    for (const corner of face) added.push(corner)
  }
  const all = new Uint32Array(surface.length + added.length)
  all.set(surface)
  all.set(added, surface.length)
  return fromManifold(fromMesh(Float32Array.from(points.flat()), all))
}

function contents(solid: Solid): { points: Vec3[]; triangles: Uint32Array } {
  const { vertProperties: xyz, triVerts: triangles } = toManifold(solid).getMesh()
  const points = Array.from({ length: xyz.length / 3 }, (_, i): Vec3 => [xyz[3 * i], xyz[3 * i + 1], xyz[3 * i + 2]])
  return { points, triangles }
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
