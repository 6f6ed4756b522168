import { squaredDistance } from '../facet.ts'
import type { Mesh } from '../mesh.ts'
import { type Edges, openPoints } from './edges.ts'
import { withoutCollapsed } from './facets.ts'
import { NearPoints } from './near-points.ts'

/**
 * Makes one of points that nearly coincide. Only points at open edges are looked at: elsewhere a mesh is as it was meant to be.
 *
 * @returns The facets, and how many points became others.
 */
export function weldNear(
  { points, triangles }: Mesh,
  edges: Edges,
  within: number,
): { triangles: Uint32Array; welded: number } {
  const open = openPoints(triangles, edges)
  const grid = new NearPoints(points, within, open.length)
  const places = new Map<number, number>()
  for (const point of open) {
    let found = -1
    grid.visit(points[point * 3], points[point * 3 + 1], points[point * 3 + 2], (other) => {
      if (squaredDistance(points, point, other) > within * within) return false
      found = other
      return true
    })
    if (found >= 0) places.set(point, found)
    else grid.add(point)
  }
  if (places.size === 0) return { triangles, welded: 0 }
  return { triangles: withoutCollapsed(triangles.map((corner) => places.get(corner) ?? corner)), welded: places.size }
}
