import type { Polygon, Solid } from './types.ts'
import { pairEdges } from './repair/edges.ts'
import { withoutCollapsed } from './repair/facets.ts'
import { splitEdges } from './repair/split-edges.ts'
import { weldNear } from './repair/weld-near.ts'
import { weld } from './weld.ts'

/** Points at open edges closer than this are one, and a point this close to an open edge lies on it, in millimetres: ten times what JSCAD rounds to. */
const NEAR = 1e-4

/**
 * Closes what booleans such as JSCAD's own leave open: corners that nearly coincide, and corners of one face that lie on the edge of another
 * which does not know of them.
 *
 * @returns The same solid, in triangles with shared corners if there was anything to mend; whether it is closed then, the kernel tells.
 */
export function mend({ polygons, transforms }: Solid): Solid {
  const { points, index } = weld(Float32Array.from(polygons.flatMap(fan).flat()))
  let triangles = withoutCollapsed(index)
  triangles = weldNear({ points, triangles }, pairEdges({ points, triangles }), NEAR).triangles
  triangles = splitEdges({ points, triangles }, NEAR).triangles
  if (triangles === index) return { polygons, transforms }
  const corner = (place: number) => [points[place * 3], points[place * 3 + 1], points[place * 3 + 2]] as const
  const mended = Array.from({ length: triangles.length / 3 }, (_, i): Polygon => ({
    vertices: [0, 1, 2].map((k) => corner(triangles[i * 3 + k])),
  }))
  return { polygons: mended, transforms }
}

const fan = ({ vertices }: Polygon) => vertices.slice(2).flatMap((third, i) => [vertices[0], vertices[i + 1], third])
