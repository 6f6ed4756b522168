import { facetNormal, type Mesh } from '#solid'
import { after, pairEdges } from '../../solid/repair/edges.ts'
import type { Drawable } from '../protocol.ts'

/** Cosine of the angle between two faces from which on their edge is a crease: facets of small rounds meet at less, chamfers at more. */
const CREASE = Math.cos((35 * Math.PI) / 180)

/** A closed mesh as a renderer takes it. */
export function drawable({ points, triangles }: Mesh): Drawable {
  const { facets, areas } = facetNormals({ points, triangles })
  const { mates } = pairEdges({ points, triangles })
  const isCrease = (half: number) => {
    const mate = mates[half]
    if (mate < 0) return true
    const [a, b] = [half - (half % 3), mate - (mate % 3)]
    return facets[a] * facets[b] + facets[a + 1] * facets[b + 1] + facets[a + 2] * facets[b + 2] < CREASE
  }
  const sharp = Uint8Array.from(mates, (_, half) => (isCrease(half) ? 1 : 0))
  return {
    positions: cornersOf(points, triangles),
    normals: cornerNormals(triangles, { facets, areas }, mates, sharp),
    creases: creaseLines(points, triangles, mates, sharp),
  }
}

interface FacetNormals {
  /** Of length 1. */
  readonly facets: Float32Array
  readonly areas: Float32Array
}

function facetNormals({ points, triangles }: Mesh): FacetNormals {
  const facets = new Float32Array(triangles.length)
  const areas = new Float32Array(triangles.length / 3)
  const normal = new Float64Array(3)
  for (let i = 0; i < triangles.length; i += 3) {
    const length = facetNormal(points, triangles, i, normal)
    areas[i / 3] = length
    for (let axis = 0; axis < 3; axis++) facets[i + axis] = normal[axis] / (length || 1)
  }
  return { facets, areas }
}

function cornersOf(points: Float32Array, triangles: Uint32Array): Float32Array<ArrayBuffer> {
  const corners = new Float32Array(triangles.length * 3)
  for (let i = 0; i < triangles.length; i++) {
    const point = triangles[i] * 3
    corners[i * 3] = points[point]
    corners[i * 3 + 1] = points[point + 1]
    corners[i * 3 + 2] = points[point + 2]
  }
  return corners
}

/** The normal at each corner: the mean, by area, of the facets around it that no crease parts from its own. Large flat faces so stay flat beside rounds. */
function cornerNormals(
  triangles: Uint32Array,
  { facets, areas }: FacetNormals,
  mates: Int32Array,
  sharp: Uint8Array,
): Float32Array<ArrayBuffer> {
  const normals = new Float32Array(triangles.length * 3)
  const done = new Uint8Array(triangles.length)
  const fan: number[] = []
  for (let corner = 0; corner < triangles.length; corner++) {
    if (done[corner]) continue
    fan.length = 0
    // Back to the crease that the fan begins at; round a smooth point there is none, and any facet is the first.
    let first = corner
    while (!sharp[first]) {
      first = after(mates[first])
      if (first === corner) break
    }
    let [x, y, z] = [0, 0, 0]
    for (let half = first; ;) {
      fan.push(half)
      const facet = half - (half % 3)
      const area = areas[facet / 3]
      x += facets[facet] * area
      y += facets[facet + 1] * area
      z += facets[facet + 2] * area
      const before = after(after(half))
      if (sharp[before]) break
      half = mates[before]
      if (half === first) break
    }
    const length = Math.hypot(x, y, z) || 1
    for (const each of fan) {
      done[each] = 1
      normals[each * 3] = x / length
      normals[each * 3 + 1] = y / length
      normals[each * 3 + 2] = z / length
    }
  }
  return normals
}

/** Both ends of every crease, once. */
function creaseLines(
  points: Float32Array,
  triangles: Uint32Array,
  mates: Int32Array,
  sharp: Uint8Array,
): Float32Array<ArrayBuffer> {
  const isLine = (half: number) => sharp[half] === 1 && half > mates[half]
  let count = 0
  for (let half = 0; half < mates.length; half++) if (isLine(half)) count++
  const lines = new Float32Array(count * 6)
  let end = 0
  for (let half = 0; half < mates.length; half++) {
    if (!isLine(half)) continue
    for (const point of [triangles[half], triangles[after(half)]]) {
      for (let axis = 0; axis < 3; axis++) lines[end++] = points[point * 3 + axis]
    }
  }
  return lines
}
