import type { Mesh } from '../mesh.ts'
import { after, type Edges, OPEN, openPoints, pairEdges } from './edges.ts'
import { facetsWhere, withFacets } from './facets.ts'
import { NearPoints } from './near-points.ts'

/** Rounds of splitting: one edge of a facet is split at a time, and what is split may show further points that lie on edges. */
const ROUNDS = 16

/**
 * Splits open edges at points of other open edges that lie on them, as programs leave where they cut one side of an edge and not the other.
 *
 * @returns The facets, and how many edges were split.
 */
export function splitEdges({ points, triangles }: Mesh, within: number): { triangles: Uint32Array; split: number } {
  let split = 0
  for (let round = 0; round < ROUNDS; round++) {
    const edges = pairEdges({ points, triangles })
    if (edges.open === 0) break
    const found = splitOnce({ points, triangles }, edges, within)
    if (found.split === 0) break
    split += found.split
    triangles = found.triangles
  }
  return { triangles, split }
}

function splitOnce(
  { points, triangles }: Mesh,
  edges: Edges,
  within: number,
): { triangles: Uint32Array; split: number } {
  const open = openPoints(triangles, edges)
  const halves: number[] = []
  let total = 0
  for (let half = 0; half < triangles.length; half++) {
    if (edges.mates[half] !== OPEN) continue
    halves.push(half)
    total += length(points, triangles[half], triangles[after(half)])
  }
  // Cells as large as a usual edge: an edge is walked along from cell to cell.
  const cell = Math.max(total / (halves.length || 1), 4 * within)
  const grid = new NearPoints(points, cell, open.length)
  for (const point of open) grid.add(point)

  const done = new Set<number>()
  const added: number[] = []
  for (const half of halves) {
    const facet = Math.floor(half / 3)
    if (done.has(facet)) continue
    const way = pointsBetween(points, triangles[half], triangles[after(half)], grid, cell, within)
    if (way.length === 0) continue
    done.add(facet)
    const tip = triangles[after(after(half))]
    const stops = [triangles[half], ...way.filter((point) => point !== tip), triangles[after(half)]]
    for (let i = 1; i < stops.length; i++) added.push(stops[i - 1], stops[i], tip)
  }
  if (done.size === 0) return { triangles, split: 0 }
  return {
    triangles: withFacets(
      facetsWhere(triangles, (start) => !done.has(start / 3)),
      added,
    ),
    split: done.size,
  }
}

const length = (points: Float32Array, a: number, b: number) =>
  Math.hypot(
    points[a * 3] - points[b * 3],
    points[a * 3 + 1] - points[b * 3 + 1],
    points[a * 3 + 2] - points[b * 3 + 2],
  )

/** The points on the way from a to b, in the order of the way. */
function pointsBetween(
  points: Float32Array,
  a: number,
  b: number,
  grid: NearPoints,
  cell: number,
  within: number,
): number[] {
  const far = length(points, a, b)
  const [x, y, z] = [0, 1, 2].map((axis) => points[a * 3 + axis])
  const [dx, dy, dz] = [0, 1, 2].map((axis) => (points[b * 3 + axis] - points[a * 3 + axis]) / far)
  const found = new Map<number, number>()
  const look = (point: number) => {
    if (point === a || point === b) return false
    const [px, py, pz] = [points[point * 3] - x, points[point * 3 + 1] - y, points[point * 3 + 2] - z]
    const along = px * dx + py * dy + pz * dz
    if (along <= within || along >= far - within) return false
    if (Math.hypot(px - along * dx, py - along * dy, pz - along * dz) <= within) found.set(point, along)
    return false
  }
  const steps = Math.ceil(far / cell)
  for (let step = 0; step <= steps; step++) {
    const along = (far * step) / steps
    grid.visit(x + along * dx, y + along * dy, z + along * dz, look)
  }
  return [...found].sort((one, other) => one[1] - other[1]).map(([point]) => point)
}
