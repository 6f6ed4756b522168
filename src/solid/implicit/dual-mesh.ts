import type { Mesh } from '../mesh.ts'
import type { Vec3 } from '../types.ts'
import { edgeCorners, patchesIn } from './cell-patches.ts'
import type { Grid } from './grid.ts'
import { PartedEdges } from './parted-edges.ts'

/** The mesh through cells of a grid, with a point for each piece of surface in each. */
export function dualMesh(grid: Grid, cells: Int32Array): Mesh {
  /** The number of each cell's first point. */
  const first = new Int32Array(grid.inside.length)
  let count = 0
  for (const cell of cells) {
    first[cell] = count
    count += patchesIn(grid.inside[cell]).count
  }
  const points = new Float32Array(3 * count)
  for (const cell of cells) placePoints(grid, cell, points, first[cell])
  return facets(grid, cells, first, points)
}

/** A point for each piece of surface in a cell: the middle of where it crosses the cell's edges, pulled onto the surface along the slope between the corners. */
function placePoints(grid: Grid, cell: number, points: Float32Array, first: number): void {
  const { values, edge: side, step, field } = grid
  const [minX, minY, minZ] = grid.min
  const { count, ofEdge } = patchesIn(grid.inside[cell])
  const value = (n: number) => values[cell + (n & 1) * step[0] + ((n >> 1) & 1) * step[1] + (n >> 2) * step[2]]
  const [x0, y0, z0] = grid.placeOf(cell)
  for (let patch = 0; patch < count; patch++) {
    let [u, v, w, crossings] = [0, 0, 0, 0]
    for (let edge = 0; edge < 12; edge++) {
      if (ofEdge[edge] !== patch) continue
      const [from, to] = edgeCorners[edge]
      const share = value(from) / (value(from) - value(to))
      u += (from & 1) + (edge < 4 ? share : 0)
      v += ((from >> 1) & 1) + (edge >= 4 && edge < 8 ? share : 0)
      w += (from >> 2) + (edge >= 8 ? share : 0)
      crossings++
    }
    u /= crossings
    v /= crossings
    w /= crossings
    let [gx, gy, gz] = [0, 0, 0]
    for (let n = 0; n < 8; n++) {
      const [a, b, c] = [n & 1 ? u : 1 - u, n & 2 ? v : 1 - v, n & 4 ? w : 1 - w]
      const corner = value(n)
      gx += (n & 1 ? corner : -corner) * b * c
      gy += (n & 2 ? corner : -corner) * a * c
      gz += (n & 4 ? corner : -corner) * a * b
    }
    const off = field(minX + (x0 + u) * side, minY + (y0 + v) * side, minZ + (z0 + w) * side)
    const slope = gx * gx + gy * gy + gz * gz
    const pull = slope > 0 ? off / slope : 0
    const at = 3 * (first + patch)
    points[at] = minX + (x0 + withinCell(u - pull * gx)) * side
    points[at + 1] = minY + (y0 + withinCell(v - pull * gy)) * side
    points[at + 2] = minZ + (z0 + withinCell(w - pull * gz)) * side
  }
}

/** Points of different cells must neither coincide nor pass each other. */
const withinCell = (share: number) => Math.max(0.01, Math.min(0.99, share))

/** Two triangles for each edge of the grid that is crossed, between the four cells around it. */
function facets(grid: Grid, cells: Int32Array, firstPoint: Int32Array, points: Float32Array): Mesh {
  const { inside: insides, step } = grid
  const triangles = new Uint32Array(cells.length * 18)
  let end = 0
  const pointOf = (cell: number, edge: number) => firstPoint[cell] + patchesIn(insides[cell]).ofEdge[edge]
  const parted = new PartedEdges(points)
  for (const cell of cells) {
    const inside = insides[cell]
    for (let axis = 0; axis < 3; axis++) {
      const begins = (inside & 1) === 1
      if (begins === (((inside >> (1 << axis)) & 1) === 1)) continue
      const first = axis === 0 ? 1 : 0
      const second = axis === 2 ? 1 : 2
      const one = step[first]
      const two = step[second]
      const a = pointOf(cell, 4 * axis)
      const b = pointOf(cell - one, 4 * axis + 1)
      const c = pointOf(cell - one - two, 4 * axis + 3)
      const d = pointOf(cell - two, 4 * axis + 2)
      // Seen against the axis, a → b → c → d runs counter-clockwise but for y, whose two others are x and z.
      const turned = begins === (axis !== 1)
      const [p, q] = turned ? [b, d] : [d, b]
      const corner = begins ? cell : cell + step[axis]
      const between = [
        partOf(grid, cell, first, corner, parted),
        partOf(grid, cell - one, second, corner, parted),
        partOf(grid, cell - two, first, corner, parted),
        partOf(grid, cell, second, corner, parted),
      ]
      if (between.some((each) => each !== undefined)) {
        const ring = [a, between[0], b, between[1], c, between[2], d, between[3]].filter((each) => each !== undefined)
        parted.fan(turned ? ring : ring.toReversed())
      } else {
        const place = crossingOf(grid, cell, axis)
        const nearer = besideLine(points, a, c, place) <= besideLine(points, b, d, place)
        triangles[end++] = a
        triangles[end++] = p
        triangles[end++] = nearer ? c : q
        triangles[end++] = nearer ? a : p
        triangles[end++] = c
        triangles[end++] = q
      }
    }
  }
  return parted.joined(triangles.subarray(0, end))
}

/** Where the surface crosses the first edge of a cell along an axis: of the two diagonals around it, the one that runs nearer follows creases. */
function crossingOf(grid: Grid, cell: number, axis: number): Vec3 {
  const { values, step, min, edge } = grid
  const here = values[cell]
  const place = [...grid.placeOf(cell)]
  place[axis] += here / (here - values[cell + step[axis]])
  return [min[0] + place[0] * edge, min[1] + place[1] * edge, min[2] + place[2] * edge]
}

/** The square of a place's distance from the line through two points. */
function besideLine(points: Float32Array, from: number, to: number, [px, py, pz]: Vec3): number {
  const x = px - points[3 * from]
  const y = py - points[3 * from + 1]
  const z = pz - points[3 * from + 2]
  const dx = points[3 * to] - points[3 * from]
  const dy = points[3 * to + 1] - points[3 * from + 1]
  const dz = points[3 * to + 2] - points[3 * from + 2]
  const along = x * dx + y * dy + z * dz
  return x * x + y * y + z * z - (along * along) / (dx * dx + dy * dy + dz * dz)
}

/**
 * Where one piece of surface crosses a face twice, and so does the one on the other side, both crossings would be the same edge between the same two points, and four facets would meet in it.
 * Each gets a point of its own there, in the middle of where it cuts off its corner of the face.
 *
 * @param cell The cell whose lower face along `axis` it is.
 * @param corner The corner inside that is cut off.
 */
function partOf(grid: Grid, cell: number, axis: number, corner: number, parted: PartedEdges): number | undefined {
  const { inside, step, values } = grid
  const { crossedTwice } = patchesIn(inside[cell])
  if ((crossedTwice & (1 << (2 * axis))) === 0) return undefined
  const before = patchesIn(inside[cell - step[axis]])
  if ((before.crossedTwice & (1 << (2 * axis + 1))) === 0) return undefined
  return parted.pointAt(`${cell} ${axis} ${corner}`, () => {
    const place = [...grid.placeOf(corner)]
    const origin = grid.placeOf(cell)
    for (const other of [0, 1, 2]) {
      if (other === axis) continue
      const way = origin[other] === place[other] ? 1 : -1
      const [here, there] = [values[corner], values[corner + way * step[other]]]
      place[other] += (way * here) / (here - there) / 2
    }
    return place.map((value, k) => grid.min[k] + value * grid.edge) as unknown as Vec3
  })
}
