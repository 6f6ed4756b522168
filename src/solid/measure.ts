import { bodiesOf } from './bodies.ts'
import { facetNormal } from './facet.ts'
import type { Mesh } from './mesh.ts'
import type { Vec3 } from './types.ts'

/** What a mesh measures, in millimetres, square and cubic millimetres. */
export interface Measures {
  readonly triangles: number
  readonly volume: number
  readonly area: number
  /** Separate solids; a hollow inside one is not counted. */
  readonly bodies: number
  /** Handles of all bodies together: a ring has one. */
  readonly genus: number
  readonly bounds: { readonly min: Vec3; readonly max: Vec3 }
}

/** Measures a closed mesh. */
export function measure({ points, triangles }: Mesh): Measures {
  const volumes = new Float64Array(points.length / 3)
  const normal = new Float64Array(3)
  let volume = 0
  let area = 0
  for (let i = 0; i < triangles.length; i += 3) {
    const a = triangles[i] * 3
    area += facetNormal(points, triangles, i, normal) / 2
    const share = (points[a] * normal[0] + points[a + 1] * normal[1] + points[a + 2] * normal[2]) / 6
    volume += share
    volumes[triangles[i]] += share
  }
  const { outer, all } = countShells(bodiesOf({ points, triangles }), volumes)
  // Euler: points − edges + faces = 2 × (shells − handles); a closed mesh has three edges for every two faces.
  const euler = points.length / 3 - triangles.length / 6
  return {
    triangles: triangles.length / 3,
    volume,
    area,
    bodies: outer,
    genus: all - euler / 2,
    bounds: boundsOf(points),
  }
}

/** The largest side of a box. */
export const largestSide = ({ min, max }: Measures['bounds']) =>
  Math.max(max[0] - min[0], max[1] - min[1], max[2] - min[2])

export function boundsOf(points: Float32Array): { min: Vec3; max: Vec3 } {
  const min: [number, number, number] = [Infinity, Infinity, Infinity]
  const max: typeof min = [-Infinity, -Infinity, -Infinity]
  for (let axis = 0; axis < 3; axis++) {
    let least = Infinity
    let most = -Infinity
    for (let i = axis; i < points.length; i += 3) {
      const value = points[i]
      if (value < least) least = value
      if (value > most) most = value
    }
    min[axis] = least
    max[axis] = most
  }
  return { min, max }
}

/** Counts all shells, and those whose volume is not negative: a negative one is the wall of a hollow. */
function countShells(bodies: Uint32Array, volumes: Float64Array): { outer: number; all: number } {
  const sums = new Map<number, number>()
  for (let point = 0; point < volumes.length; point++) {
    if (volumes[point] === 0 && sums.has(bodies[point])) continue
    sums.set(bodies[point], (sums.get(bodies[point]) ?? 0) + volumes[point])
  }
  return { outer: [...sums.values()].filter((sum) => sum > 0).length, all: sums.size }
}
