import { fromManifold, fromMesh } from './bridge.ts'
import { manifold } from './kernel.ts'
import { GeometryProblem } from './problem.ts'
import type { Solid, Vec3 } from './types.ts'

/** Points in space, counter-clockwise as seen from +z. */
type Loop = readonly Vec3[]

/**
 * A solid through rings, with tunnels from its floor to its lid that are rings, too; walls run straight from point to point between.
 * Made face by face: the same by booleans costs a millisecond or two a tunnel.
 *
 * @param outside From the floor, which is the first ring, to the lid, which is the last; these two are flat, and none is steeper than its walls.
 * @param tunnels Each from its ring in the floor to its ring in the lid. They must not meet each other or the outside.
 * @throws {GeometryProblem} if rings that belong together differ in their number of points, or the solid is inside out.
 */
export function pierced(outside: readonly Loop[], tunnels: readonly (readonly Loop[])[] = []): Solid {
  const xyz: number[] = []
  const triangles: number[] = []
  const walls = (rings: readonly Loop[], inward: boolean) => {
    const count = rings[0]?.length ?? 0
    if (rings.length < 2 || count < 3)
      throw new GeometryProblem('a solid through rings wants two of three points at least')
    const start = xyz.length / 3
    for (const [level, ring] of rings.entries()) {
      if (ring.length !== count) throw new GeometryProblem('all rings must have equally many points')
      for (const point of ring) xyz.push(...point)
      if (level + 1 === rings.length) break
      for (let i = 0; i < count; i++) {
        const [a, b] = [start + level * count + i, start + level * count + ((i + 1) % count)]
        if (inward) triangles.push(b, a, a + count, b, a + count, b + count)
        else triangles.push(a, b, b + count, a, b + count, a + count)
      }
    }
    const places = (from: number) => Array.from({ length: count }, (_, i) => from + i)
    return { floor: places(start), lid: places(start + (rings.length - 1) * count) }
  }
  const hull = walls(outside, false)
  const bores = tunnels.map((rings) => walls(rings, true))
  const cap = (end: 'floor' | 'lid') => {
    const loops = [hull[end], ...bores.map((bore) => bore[end].reverse())]
    const all = loops.flat()
    const flat = loops.map((loop) => loop.map((place): [number, number] => [xyz[place * 3], xyz[place * 3 + 1]]))
    for (const face of manifold().triangulate(flat) as unknown as number[][]) {
      const [a, b, c] = face.map((index) => all[index])
      triangles.push(...(end === 'lid' ? [a, b, c] : [a, c, b]))
    }
  }
  cap('floor')
  cap('lid')
  return fromManifold(fromMesh(Float32Array.from(xyz), Uint32Array.from(triangles)))
}
