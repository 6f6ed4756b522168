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
  const shells = new Shells(points.length / 3)
  const volumes = new Float64Array(points.length / 3)
  let [volume, area] = [0, 0]
  for (let i = 0; i < triangles.length; i += 3) {
    const [a, b, c] = [triangles[i] * 3, triangles[i + 1] * 3, triangles[i + 2] * 3]
    const [ax, ay, az] = [points[a], points[a + 1], points[a + 2]]
    const [ux, uy, uz] = [points[b] - ax, points[b + 1] - ay, points[b + 2] - az]
    const [vx, vy, vz] = [points[c] - ax, points[c + 1] - ay, points[c + 2] - az]
    const [nx, ny, nz] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx]
    const share = (ax * nx + ay * ny + az * nz) / 6
    volume += share
    area += Math.hypot(nx, ny, nz) / 2
    shells.join(triangles[i], triangles[i + 1])
    shells.join(triangles[i], triangles[i + 2])
    volumes[triangles[i]] += share
  }
  const { outer, all } = shells.count(volumes)
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

export function boundsOf(points: Float32Array): { min: Vec3; max: Vec3 } {
  const [min, max] = [
    [Infinity, Infinity, Infinity],
    [-Infinity, -Infinity, -Infinity],
  ]
  for (let i = 0; i < points.length; i++) {
    min[i % 3] = Math.min(min[i % 3], points[i])
    max[i % 3] = Math.max(max[i % 3], points[i])
  }
  return { min: min as unknown as Vec3, max: max as unknown as Vec3 }
}

/** Which points hang together. */
class Shells {
  readonly #parent: Uint32Array

  constructor(count: number) {
    this.#parent = Uint32Array.from({ length: count }, (_, i) => i)
  }

  #root(point: number): number {
    const parent = this.#parent
    while (parent[point] !== point) point = parent[point] = parent[parent[point]]
    return point
  }

  join(a: number, b: number): void {
    this.#parent[this.#root(a)] = this.#root(b)
  }

  /** Counts all shells, and those whose volume is not negative: a negative one is the wall of a hollow. */
  count(volumes: Float64Array): { outer: number; all: number } {
    const sums = new Map<number, number>()
    for (let point = 0; point < volumes.length; point++) {
      const root = this.#root(point)
      sums.set(root, (sums.get(root) ?? 0) + volumes[point])
    }
    return { outer: [...sums.values()].filter((sum) => sum > 0).length, all: sums.size }
  }
}
