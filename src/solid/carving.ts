import { toCrossSection } from './bridge.ts'
import { manifold } from './kernel.ts'
import { GeometryProblem } from './problem.ts'
import type { Ring } from './shape.ts'
import type { Profile, Vec2 } from './types.ts'

/** A surface in place of a part of a flat face: it steps down or up from ring to ring, of equally many points each, and ends in a flat face. */
export interface Carving {
  /** Counter-clockwise as seen from above; the first lies in the face that is carved. */
  readonly rings: readonly Ring[]
  /** What the face within the last ring carries itself; these must not meet. */
  readonly carvings?: readonly Carving[]
}

/** The triangles of carvings, seen from above counter-clockwise, and the points of their first rings. */
export interface Carved {
  readonly xyz: readonly number[]
  readonly triangles: readonly number[]
  readonly mouths: readonly (readonly number[])[]
}

/**
 * Lays out carvings of one face.
 *
 * @throws {GeometryProblem} if rings that belong together differ in their number of points.
 */
export function layOut(all: readonly Carving[]): Carved {
  const xyz: number[] = []
  const triangles: number[] = []
  const points = (ring: Ring, count: number) => {
    if (ring.points.length !== count) throw new GeometryProblem('all rings of a carving must have equally many points')
    const start = xyz.length / 3
    for (const [x, y] of ring.points) xyz.push(x, y, ring.z)
    return Array.from({ length: count }, (_, i) => start + i)
  }
  const lay = ({ rings, carvings = [] }: Carving): number[] => {
    const count = rings[0]?.points.length ?? 0
    if (rings.length < 2 || count < 3) throw new GeometryProblem('a carving wants two rings of three points at least')
    const loops = rings.map((ring) => points(ring, count))
    for (const [level, inner] of loops.slice(1).entries()) {
      for (let i = 0; i < count; i++) {
        const [a, b] = [i, (i + 1) % count]
        triangles.push(loops[level][a], loops[level][b], inner[b], loops[level][a], inner[b], inner[a])
      }
    }
    const face = [loops[loops.length - 1], ...carvings.map((each) => lay(each).reverse())]
    const places = face.flat()
    const flat = face.map((loop) => loop.map((place): [number, number] => [xyz[place * 3], xyz[place * 3 + 1]]))
    const faces = flat.length === 1 && isConvex(flat[0]) ? fan(count) : trianglesOf(flat)
    for (const corner of faces.flat()) triangles.push(places[corner])
    return [...loops[0]]
  }
  return { mouths: all.map(lay), xyz, triangles }
}

const trianglesOf = (loops: [number, number][][]) => manifold().triangulate(loops) as unknown as number[][]

const isConvex = (loop: readonly Vec2[]) =>
  loop.every(([x, y], i) => {
    const [[nextX, nextY], [thenX, thenY]] = [loop[(i + 1) % loop.length], loop[(i + 2) % loop.length]]
    return (nextX - x) * (thenY - nextY) - (nextY - y) * (thenX - nextX) > 0
  })

/** A convex face, from side to side: from one corner alone, its triangles would be slivers. */
const fan = (count: number) =>
  Array.from({ length: count - 2 }, (_, i) =>
    i % 2 === 0 ? [i / 2, i / 2 + 1, count - 1 - i / 2] : [(i + 1) / 2, count - 1 - (i + 1) / 2, count - (i + 1) / 2],
  )

/** Carvings that sink a profile by `depth`; islands within it stay. */
export function engraved(profile: Profile, depth: number): Carving[] {
  const loops = toCrossSection(profile).toPolygons() as Vec2[][]
  const [outer, inner] = [loops.filter((loop) => turn(loop) > 0), loops.filter((loop) => turn(loop) < 0)]
  return outer.map((loop): Carving => {
    const islands = inner.filter((island) => within(island[0], loop)).map((island) => island.toReversed())
    return {
      rings: [0, -depth].map((z) => ({ z, points: loop })),
      carvings: islands.map((points) => ({ rings: [-depth, 0].map((z) => ({ z, points })) })),
    }
  })
}

/** Twice the area within a loop; negative if it runs clockwise. */
const turn = (loop: readonly Vec2[]) =>
  loop.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = loop[(i + 1) % loop.length]
    return sum + x * nextY - nextX * y
  }, 0)

/** Whether a point lies within a loop: a ray from it crosses that an odd number of times. */
const within = ([x, y]: Vec2, loop: readonly Vec2[]) =>
  loop.filter(([fromX, fromY], i) => {
    const [toX, toY] = loop[(i + 1) % loop.length]
    return fromY > y !== toY > y && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX)
  }).length %
    2 ===
  1
