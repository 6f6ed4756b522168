import { facetNormal } from '../facet.ts'
import type { Mesh } from '../mesh.ts'
import { pairEdges } from './edges.ts'

/** The closed surfaces that a mesh consists of. */
export interface Shells {
  readonly count: number
  /** Which shell each facet is of. */
  readonly shellOf: Uint32Array
  /** Facets of each. */
  readonly sizes: Uint32Array
  /** Volume of each: below 0 if it is inside out, or the wall of a hollow. Of no meaning for an open one. */
  readonly volumes: Float64Array
  readonly areas: Float64Array
  /** Least and greatest x, y, z of each, six a shell. */
  readonly boxes: Float64Array
}

/** Finds the facets that hang together by edges. */
export function shellsOf({ points, triangles }: Mesh, { mates } = pairEdges({ points, triangles })): Shells {
  const facets = triangles.length / 3
  const shellOf = new Uint32Array(facets)
  const stack = new Uint32Array(facets)
  let count = 0
  for (let first = 0; first < facets; first++) {
    if (shellOf[first] > 0) continue
    shellOf[first] = ++count
    stack[0] = first
    for (let depth = 1; depth > 0;) {
      const facet = stack[--depth]
      for (let half = facet * 3; half < facet * 3 + 3; half++) {
        if (mates[half] < 0) continue
        const neighbour = Math.floor(mates[half] / 3)
        if (shellOf[neighbour] > 0) continue
        shellOf[neighbour] = count
        stack[depth++] = neighbour
      }
    }
  }
  for (let facet = 0; facet < facets; facet++) shellOf[facet]--
  return { count, shellOf, ...measured(points, triangles, shellOf, count) }
}

function measured(points: Float32Array, triangles: Uint32Array, shellOf: Uint32Array, count: number) {
  const sizes = new Uint32Array(count)
  const volumes = new Float64Array(count)
  const areas = new Float64Array(count)
  const boxes = Float64Array.from({ length: count * 6 }, (_, i) => (i % 6 < 3 ? Infinity : -Infinity))
  const normal = new Float64Array(3)
  // Volumes are counted from a corner of the mesh: from a far origin they would lose their last digits.
  const ox = points[0]
  const oy = points[1]
  const oz = points[2]
  for (let i = 0; i < triangles.length; i += 3) {
    const shell = shellOf[i / 3]
    const a = triangles[i] * 3
    sizes[shell]++
    areas[shell] += facetNormal(points, triangles, i, normal) / 2
    volumes[shell] +=
      ((points[a] - ox) * normal[0] + (points[a + 1] - oy) * normal[1] + (points[a + 2] - oz) * normal[2]) / 6
    for (let k = 0; k < 3; k++) {
      const corner = triangles[i + k] * 3
      for (let axis = 0; axis < 3; axis++) {
        const value = points[corner + axis]
        const box = shell * 6 + axis
        if (value < boxes[box]) boxes[box] = value
        if (value > boxes[box + 3]) boxes[box + 3] = value
      }
    }
  }
  return { sizes, volumes, areas, boxes }
}

/** The largest side of a shell's box. */
export const sideOf = ({ boxes }: Shells, shell: number) =>
  Math.max(...[0, 1, 2].map((axis) => boxes[shell * 6 + 3 + axis] - boxes[shell * 6 + axis]))

/** The middle of a shell's box. */
export const middleOf = ({ boxes }: Shells, shell: number) =>
  [0, 1, 2].map((axis) => (boxes[shell * 6 + 3 + axis] + boxes[shell * 6 + axis]) / 2)
