import { facetNormal } from '../facet.ts'
import type { Mesh } from '../mesh.ts'
import { after, CROWDED, type Edges } from './edges.ts'
import { pairWedges } from './pair-wedges.ts'

/**
 * Separates solids that touch along edges, where four facets meet or more: each wedge of matter gets points of its own there, drawn back into it
 * a little, so that the solids touch no more.
 *
 * @param apart How far each is drawn back.
 * @throws {GeometryProblem} if facets at such an edge do not enclose wedges, as where a wall stands within a solid; says where.
 */
export function separate(mesh: Mesh, edges: Edges, apart: number): { mesh: Mesh; separated: number } {
  const { points, triangles } = mesh
  const mates = edges.mates.slice()
  const touching = crowdedEdges(triangles, mates)
  for (const halves of touching) pairWedges(mesh, halves, mates)

  const corners = triangles.slice()
  const added: number[] = []
  for (const around of cornersAt(
    triangles,
    new Set(touching.flatMap(([half]) => [triangles[half], triangles[after(half)]])),
  )) {
    const fans = fansOf(around, mates)
    if (fans.length === 1) continue
    for (const fan of fans) {
      const back = inwards(mesh, fan)
      const point = triangles[fan[0]]
      for (const corner of fan) corners[corner] = (points.length + added.length) / 3
      for (let axis = 0; axis < 3; axis++) added.push(points[point * 3 + axis] + back[axis] * apart)
    }
  }
  const all = new Float32Array(points.length + added.length)
  all.set(points)
  all.set(added, points.length)
  return { mesh: { points: all, triangles: corners }, separated: touching.length }
}

/** The half-edges of each edge of more than two facets. */
function crowdedEdges(triangles: Uint32Array, mates: Int32Array): number[][] {
  const found = new Map<number, Map<number, number[]>>()
  for (let half = 0; half < mates.length; half++) {
    if (mates[half] !== CROWDED) continue
    const [from, to] = [triangles[half], triangles[after(half)]].sort((a, b) => a - b)
    const ends = found.get(from) ?? new Map<number, number[]>()
    found.set(from, ends.set(to, [...(ends.get(to) ?? []), half]))
  }
  return [...found.values()].flatMap((ends) => [...ends.values()])
}

/** The corners of facets at each of some points. */
function cornersAt(triangles: Uint32Array, wanted: ReadonlySet<number>): number[][] {
  const corners = new Map<number, number[]>([...wanted].map((point) => [point, []]))
  for (let corner = 0; corner < triangles.length; corner++) corners.get(triangles[corner])?.push(corner)
  return [...corners.values()]
}

/** The corners around a point, those together whose facets are neighbours there. */
function fansOf(around: readonly number[], mates: Int32Array): number[][] {
  const left = new Set(around)
  const fans: number[][] = []
  for (const first of around) {
    if (!left.delete(first)) continue
    const fan = [first]
    for (const corner of fan) {
      const [out, back] = [mates[corner], mates[after(after(corner))]]
      for (const neighbour of [out < 0 ? -1 : after(out), back]) if (left.delete(neighbour)) fan.push(neighbour)
    }
    fans.push(fan)
  }
  return fans
}

/** The way into the matter at a point, of length 1. */
function inwards({ points, triangles }: Mesh, fan: readonly number[]): number[] {
  const normal = new Float64Array(3)
  const sum = [0, 0, 0]
  for (const corner of fan) {
    const length = facetNormal(points, triangles, corner - (corner % 3), normal)
    for (let axis = 0; axis < 3; axis++) sum[axis] -= normal[axis] / (length || 1)
  }
  const length = Math.hypot(...sum) || 1
  return sum.map((value) => value / length)
}
