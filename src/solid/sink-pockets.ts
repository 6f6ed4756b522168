import { fromManifold, fromMesh, toManifold } from './bridge.ts'
import { type Carving, layOut } from './carving.ts'
import { fill, FLAT, openFace } from './open-face.ts'
import type { Solid, Vec3 } from './types.ts'

/** Pockets of one shape in faces of one slope. */
export interface Pockets {
  /** What fills a pocket, its mouth flat on z = 0; or the surfaces to lay instead of mouths there, which may rise above them, too. */
  readonly pocket: Solid | readonly Carving[]
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
 * @param all Pockets by shape and slope. Those of one face belong together.
 * @throws {GeometryProblem} if a mouth does not lie within a face, or two mouths meet.
 */
export function sinkPockets(solid: Solid, ...all: readonly Pockets[]): Solid {
  const { vertProperties: outside, triVerts } = toManifold(solid).getMesh()
  const sunk = all.reduce<Surface>(sink, { xyz: outside, triangles: triVerts })
  return fromManifold(fromMesh(new Float32Array(sunk.xyz), new Uint32Array(sunk.triangles)))
}

interface Surface {
  readonly xyz: ArrayLike<number>
  readonly triangles: ArrayLike<number>
}

function sink({ xyz: outside, triangles: before }: Surface, { pocket, mouths, lean }: Pockets): Surface {
  const [sin, cos] = [Math.sin((lean * Math.PI) / 180), Math.cos((lean * Math.PI) / 180)]
  const { xyz: lining, triangles: walls, mouths: rims } = liningOf(pocket)
  const xyz = new Float32Array(outside.length + mouths.length * lining.length)
  xyz.set(outside)
  let end = outside.length
  const place = ([x, y, z]: Vec3) => {
    const start = end / 3
    for (let i = 0; i < lining.length; i += 3) {
      const [u, v, w] = [lining[i], lining[i + 1], lining[i + 2]]
      xyz[end++] = x + u
      xyz[end++] = y + v * cos - w * sin
      xyz[end++] = z + v * sin + w * cos
    }
    return start
  }
  const heightOf = (y: number, z: number) => z * cos - y * sin
  const onFace = (corner: number): [number, number] => [
    xyz[corner * 3],
    xyz[corner * 3 + 1] * cos + xyz[corner * 3 + 2] * sin,
  ]

  let surface = before
  const added: number[] = []
  for (const [level, places] of levelsOf(mouths, ([, y, z]) => heightOf(y, z))) {
    const above = (corner: number) => heightOf(xyz[corner * 3 + 1], xyz[corner * 3 + 2]) - level
    const { rest, rims: edges } = openFace(surface, above)
    surface = rest
    const starts = places.map(place)
    const holes = starts.flatMap((start) => rims.map((rim) => rim.map((corner) => corner + start).reverse()))
    for (const start of starts) for (const corner of walls) added.push(corner + start)
    for (const corner of fill([...edges, ...holes], onFace)) added.push(corner)
  }
  const triangles = new Uint32Array(surface.length + added.length)
  triangles.set(surface)
  triangles.set(added, surface.length)
  return { xyz, triangles }
}

/** A pocket's surface, seen from its mouths, and the rims of those. */
function liningOf(pocket: Solid | readonly Carving[]) {
  if ('polygons' in pocket) {
    const { vertProperties: xyz, triVerts } = toManifold(pocket).getMesh()
    const { rest, rims } = openFace(triVerts, (corner) => xyz[corner * 3 + 2])
    // Read backwards, the faces of what fills the pocket look into it.
    return { xyz, triangles: rest.toReversed(), mouths: rims }
  }
  return layOut(pocket)
}

/** Items by the level that they lie on, those within {@link FLAT} on one. */
function levelsOf<T>(items: readonly T[], levelOf: (item: T) => number): [number, T[]][] {
  const levels: [number, T[]][] = []
  for (const item of items) {
    const level = levelOf(item)
    const found = levels.find(([other]) => Math.abs(other - level) < FLAT)
    if (found) found[1].push(item)
    else levels.push([level, [item]])
  }
  return levels
}
