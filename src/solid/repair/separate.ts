import { facetNormal } from '../facet.ts'
import type { Mesh } from '../mesh.ts'
import { GeometryProblem } from '../problem.ts'
import { after, CROWDED, type Edges } from './edges.ts'
import { placeOf } from './words.ts'

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

/** Makes mates of the two facets on both sides of each wedge of matter around an edge. */
function pairWedges({ points, triangles }: Mesh, halves: readonly number[], mates: Int32Array): void {
  const from = Math.min(triangles[halves[0]], triangles[after(halves[0])])
  const angles = anglesAround(points, triangles, halves, from)
  const around = halves.map((_, i) => i).sort((a, b) => angles[a] - angles[b])
  // Going around counter-clockwise, a facet that runs against the axis enters matter, and one that runs along it leaves it.
  const steps = around.map((i) => (triangles[halves[i]] === from ? -1 : 1))
  let [depth, least, start] = [0, 0, 0]
  for (const [i, step] of steps.entries()) {
    depth += step
    if (depth < least) [least, start] = [depth, i + 1]
  }
  if (depth !== 0) {
    throw new GeometryProblem(
      `${halves.length} facets meet at the edge at ${placeOf(points, from)}, like a wall within it or a fin without thickness: remove that first`,
    )
  }
  const entered: number[] = []
  for (let i = 0; i < around.length; i++) {
    const half = halves[around[(start + i) % around.length]]
    if (triangles[half] !== from) {
      entered.push(half)
      continue
    }
    const other = entered.pop() as number
    mates[half] = other
    mates[other] = half
  }
}

/** At which angle around an edge each facet lies, from the first one, counter-clockwise about the way from the edge's lower point. */
function anglesAround(points: Float32Array, triangles: Uint32Array, halves: readonly number[], from: number): number[] {
  const [first] = halves
  const to = triangles[first] === from ? triangles[after(first)] : triangles[first]
  const way = difference(points, to, from)
  const length = Math.hypot(...way)
  const axis = way.map((value) => value / length)
  const across = halves.map((half) => {
    const tip = difference(points, triangles[after(after(half))], from)
    const along = dot(tip, axis)
    return tip.map((value, i) => value - along * axis[i])
  })
  const up = cross(axis, across[0])
  return across.map((each) => Math.atan2(dot(each, up), dot(each, across[0])))
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

const difference = (points: Float32Array, a: number, b: number) =>
  [0, 1, 2].map((axis) => points[a * 3 + axis] - points[b * 3 + axis])
const dot = (a: readonly number[], b: readonly number[]) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const cross = (a: readonly number[], b: readonly number[]) => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]
