import { fromManifold, fromMesh } from './bridge.ts'
import { manifold } from './kernel.ts'
import { GeometryProblem } from './problem.ts'
import type { Ring } from './shape.ts'
import type { Solid } from './types.ts'

/** A surface through rings of equally many points, down or up, that ends in a flat face within the last. */
export interface Carving {
  /** Counter-clockwise as seen from +z; the first lies in the face that it is carved in. */
  readonly rings: readonly Ring[]
  /** What the last ring's face carries itself. Nothing of it may meet. */
  readonly carvings?: readonly Carving[]
}

/**
 * A solid whose upper side is carved: faces stand on it, openings sink into it, others stand and sink in these.
 * Made face by face; the same by booleans costs a millisecond or two a carving.
 *
 * @param body From its floor up to its upper face; that walls of carvings stay within it is for the caller to know.
 * @throws {GeometryProblem} if rings that belong together differ in their number of points, or the solid is inside out.
 */
export function carved(body: Carving): Solid {
  const xyz: number[] = []
  const triangles: number[] = []
  const places = (ring: Ring, of: number) => {
    if (ring.points.length !== of) throw new GeometryProblem('all rings of a carving must have equally many points')
    const start = xyz.length / 3
    for (const [x, y] of ring.points) xyz.push(x, y, ring.z)
    return Array.from({ length: of }, (_, i) => start + i)
  }
  const cap = (loops: readonly number[][]) => {
    const all = loops.flat()
    const flat = loops.map((loop) => loop.map((place): [number, number] => [xyz[place * 3], xyz[place * 3 + 1]]))
    return (manifold().triangulate(flat) as unknown as number[][]).map((face) => face.map((index) => all[index]))
  }
  /** Lays a carving's walls and face, and returns its first ring. */
  const carve = ({ rings, carvings = [] }: Carving): number[] => {
    const count = rings[0]?.points.length ?? 0
    if (rings.length < 2 || count < 3) throw new GeometryProblem('a carving wants two rings of three points at least')
    const loops = rings.map((ring) => places(ring, count))
    for (const [level, below] of loops.slice(0, -1).entries()) {
      const above = loops[level + 1]
      for (let i = 0; i < count; i++) {
        const next = (i + 1) % count
        triangles.push(below[i], below[next], above[next], below[i], above[next], above[i])
      }
    }
    const mouths = carvings.map((carving) => carve(carving).reverse())
    for (const face of cap([loops[loops.length - 1], ...mouths])) triangles.push(...face)
    return [...loops[0]]
  }
  for (const [a, b, c] of cap([carve(body)])) triangles.push(a, c, b)
  return fromManifold(fromMesh(Float32Array.from(xyz), Uint32Array.from(triangles)))
}
