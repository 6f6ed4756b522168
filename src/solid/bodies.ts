import type { Mesh } from './mesh.ts'

/** What of a mesh hangs together: for each point, one that stands for all that facets join it with. */
export function bodiesOf({ points, triangles }: Mesh): Uint32Array {
  const parent = Uint32Array.from({ length: points.length / 3 }, (_, point) => point)
  const root = (point: number): number => {
    while (parent[point] !== point) point = parent[point] = parent[parent[point]]
    return point
  }
  for (let i = 0; i < triangles.length; i += 3) {
    const body = root(triangles[i])
    parent[root(triangles[i + 1])] = body
    parent[root(triangles[i + 2])] = body
  }
  for (let point = 0; point < parent.length; point++) parent[point] = root(point)
  return parent
}
