import { manifold } from './kernel.ts'
import { GeometryProblem } from './problem.ts'
import type { Ring } from './shape.ts'

/** A surface in place of a part of a flat face: it steps down or up from ring to ring, of equally many points each, and ends in a flat face. */
export interface Carving {
  /** Counter-clockwise as seen from above; the first lies in the face that is carved. */
  readonly rings: readonly Ring[]
  /** What the face within the last ring carries itself; these must not meet. */
  readonly carvings?: readonly Carving[]
}

/** The triangles of a carving, seen from above counter-clockwise, and the points of its first ring. */
export interface Carved {
  readonly xyz: readonly number[]
  readonly triangles: readonly number[]
  readonly mouth: readonly number[]
}

/**
 * Lays out a carving.
 *
 * @throws {GeometryProblem} if rings that belong together differ in their number of points.
 */
export function layOut(carving: Carving): Carved {
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
    for (const corner of (manifold().triangulate(flat) as unknown as number[][]).flat()) triangles.push(places[corner])
    return [...loops[0]]
  }
  return { mouth: lay(carving), xyz, triangles }
}
