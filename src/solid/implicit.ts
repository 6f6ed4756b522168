import { cellPatches, edgeCorners } from './cell-patches.ts'
import type { Field } from './field.ts'
import type { Mesh } from './mesh.ts'
import { GeometryProblem } from './problem.ts'
import type { Vec3 } from './types.ts'

/** Side of the largest blocks that are looked into or skipped, in cells; a power of two. */
const BLOCK = 16
/**
 * The share of a smallest block's half diagonal within which the surface is looked for there. What this misses of a surface is found by following it, unless all of it is smaller than
 * a cell; looking as far as the corners would cost a third more.
 */
const NEAR = 0.6
/** Most corners of a grid: 200 MB. */
const MOST = 1 << 25
interface Bounds {
  readonly min: Vec3
  readonly max: Vec3
}

const HALF_DIAGONAL = Math.sqrt(3) / 2

/**
 * The surface where a field is zero, as a closed mesh.
 *
 * Blocks that lie further from the surface than they are large are skipped; from what is found, the surface is followed from cell to cell. Each cell has one point for each piece of surface in it,
 * pulled onto the surface, and each crossed edge of the grid becomes a quadrangle between the four cells around it: even triangles, half as many as from tetrahedra.
 *
 * @param bounds Box that holds the whole solid.
 * @param edge Length of the surface's triangles, about.
 * @throws {GeometryProblem} if the solid is empty or reaches beyond its bounds, or the grid has more than 2²⁵ corners.
 */
export function implicit(field: Field, bounds: Bounds, edge: number): Mesh {
  // Where two surfaces happen to meet in an edge, a grid that lies a little otherwise parts them.
  for (let attempt = 0; attempt < 5; attempt++) {
    const margin = (1 + attempt * 0.37) * edge
    const grid = new Grid(field, grown(bounds, margin), edge)
    const cells = grid.surfaceCells()
    if (cells.length === 0) throw new GeometryProblem('the implicit surface is empty')
    if (!grid.meetsInEdge(cells)) return grid.mesh(cells)
  }
  throw new GeometryProblem('the implicit surface cannot be told apart from itself: take shorter edges')
}

/** The values of a field at the corners of cubic cells, each computed when it is first asked for. */
class Grid {
  readonly #field: Field
  readonly #edge: number
  readonly #min: Vec3
  /** Cells along each axis. */
  readonly #size: readonly [number, number, number]
  /** Steps from a corner to the next along each axis. */
  readonly #step: readonly [number, number, number]
  readonly #values: Float32Array
  /** From a cell's first corner to each of its eight. */
  readonly #corner: Int32Array
  /** Which corners of a cell are inside; -1 where that is not known yet. */
  readonly #inside: Int16Array

  constructor(field: Field, { min, max }: Bounds, edge: number) {
    this.#field = field
    this.#edge = edge
    this.#min = min
    const size = [0, 1, 2].map((axis) => Math.ceil((max[axis] - min[axis]) / edge / BLOCK) * BLOCK)
    this.#size = size as unknown as [number, number, number]
    this.#step = [1, size[0] + 1, (size[0] + 1) * (size[1] + 1)]
    const corners = this.#step[2] * (size[2] + 1)
    if (!(corners <= MOST)) throw new GeometryProblem(`edges of ${edge} are too short for a surface of this size`)
    this.#values = new Float32Array(corners).fill(NaN)
    this.#inside = new Int16Array(corners).fill(-1)
    const [dx, dy, dz] = this.#step
    this.#corner = Int32Array.from({ length: 8 }, (_, n) => (n & 1) * dx + ((n >> 1) & 1) * dy + (n >> 2) * dz)
  }

  #at(x: number, y: number, z: number): number {
    const corner = x + y * this.#step[1] + z * this.#step[2]
    const known = this.#values[corner]
    if (!Number.isNaN(known)) return known
    const [minX, minY, minZ] = this.#min
    const value = this.#field(minX + x * this.#edge, minY + y * this.#edge, minZ + z * this.#edge)
    // A corner on the surface itself counts as outside, just.
    return (this.#values[corner] = value === 0 ? 1e-9 : value)
  }

  /** The first corners of all cells that the surface runs through. */
  surfaceCells(): Int32Array {
    const found: number[] = []
    const [nx, ny, nz] = this.#size
    const follow: number[] = []
    const seed = (x: number, y: number, z: number) => {
      follow.push(x, y, z)
      while (follow.length > 0) this.#visit(follow, found)
    }
    const search = (x: number, y: number, z: number, side: number) => {
      const half = side / 2
      const middle = this.#at(x + half, y + half, z + half)
      if (Math.abs(middle) > (half === 1 ? NEAR : 1) * side * HALF_DIAGONAL * this.#edge) return
      for (let n = 0; n < 8; n++) {
        const [cx, cy, cz] = [x + (n & 1) * half, y + ((n >> 1) & 1) * half, z + (n >> 2) * half]
        if (half === 1) seed(cx, cy, cz)
        else search(cx, cy, cz, half)
      }
    }
    for (let z = 0; z < nz; z += BLOCK)
      for (let y = 0; y < ny; y += BLOCK) for (let x = 0; x < nx; x += BLOCK) search(x, y, z, BLOCK)
    return Int32Array.from(found)
  }

  /** Looks at one cell, and puts those on the list that the surface goes on into. */
  #visit(follow: number[], found: number[]): void {
    const z = follow.pop() as number
    const y = follow.pop() as number
    const x = follow.pop() as number
    const cell = x + y * this.#step[1] + z * this.#step[2]
    if (this.#inside[cell] >= 0) return
    let inside = 0
    for (let n = 0; n < 8; n++) {
      if (this.#at(x + (n & 1), y + ((n >> 1) & 1), z + (n >> 2)) < 0) inside |= 1 << n
    }
    this.#inside[cell] = inside
    if (inside === 0 || inside === 255) return
    const [nx, ny, nz] = this.#size
    if (x === 0 || y === 0 || z === 0 || x === nx - 1 || y === ny - 1 || z === nz - 1)
      throw new GeometryProblem('the implicit surface reaches beyond its bounds')
    found.push(cell)
    if (isMixed(inside, 0x55)) follow.push(x - 1, y, z)
    if (isMixed(inside, 0xaa)) follow.push(x + 1, y, z)
    if (isMixed(inside, 0x33)) follow.push(x, y - 1, z)
    if (isMixed(inside, 0xcc)) follow.push(x, y + 1, z)
    if (isMixed(inside, 0x0f)) follow.push(x, y, z - 1)
    if (isMixed(inside, 0xf0)) follow.push(x, y, z + 1)
  }

  /** Whether two quadrangles on two crossings of one face would share both ends, so that four facets met in an edge. */
  meetsInEdge(cells: Int32Array): boolean {
    return cells.some((cell) => {
      const { crossedTwice } = cellPatches[this.#inside[cell]]
      return [0, 1, 2].some((axis) => {
        const before = this.#inside[cell - this.#step[axis]]
        return (
          (crossedTwice & (1 << (2 * axis))) !== 0 && (cellPatches[before].crossedTwice & (1 << (2 * axis + 1))) !== 0
        )
      })
    })
  }

  mesh(cells: Int32Array): Mesh {
    // The cells are numbered by their first point.
    const first = new Map<number, number>()
    let count = 0
    for (const cell of cells) {
      first.set(cell, count)
      count += cellPatches[this.#inside[cell]].count
    }
    const points = new Float32Array(3 * count)
    for (const cell of cells) this.#placePoints(cell, points, first.get(cell) as number)
    return { points, triangles: this.#facets(cells, first, points) }
  }

  /** A point for each piece of surface in a cell: the middle of where it crosses the cell's edges, pulled onto the surface along the slope between the corners. */
  #placePoints(cell: number, points: Float32Array, first: number): void {
    const { count, ofEdge } = cellPatches[this.#inside[cell]]
    const value = (n: number) => this.#values[cell + this.#corner[n]]
    const [x0, y0, z0] = this.#placeOf(cell)
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
      const edge = this.#edge
      const [minX, minY, minZ] = this.#min
      const off = this.#field(minX + (x0 + u) * edge, minY + (y0 + v) * edge, minZ + (z0 + w) * edge)
      const slope = gx * gx + gy * gy + gz * gz
      const pull = slope > 0 ? Math.max(-0.5, Math.min(0.5, off / Math.sqrt(slope))) / Math.sqrt(slope) : 0
      points[3 * (first + patch)] = minX + (x0 + u - pull * gx) * edge
      points[3 * (first + patch) + 1] = minY + (y0 + v - pull * gy) * edge
      points[3 * (first + patch) + 2] = minZ + (z0 + w - pull * gz) * edge
    }
  }

  #placeOf(corner: number): Vec3 {
    const [, dy, dz] = this.#step
    return [corner % dy, Math.floor((corner % dz) / dy), Math.floor(corner / dz)]
  }

  /** Two triangles for each edge of the grid that is crossed, between the four cells around it. */
  #facets(cells: Int32Array, first: ReadonlyMap<number, number>, points: Float32Array): Uint32Array {
    const triangles = new Uint32Array(cells.length * 18)
    let end = 0
    const pointOf = (cell: number, edge: number) =>
      (first.get(cell) as number) + cellPatches[this.#inside[cell]].ofEdge[edge]
    for (const cell of cells) {
      const inside = this.#inside[cell]
      for (let axis = 0; axis < 3; axis++) {
        const [first, second] = axis === 0 ? [1, 2] : axis === 1 ? [0, 2] : [0, 1]
        const begins = (inside & 1) === 1
        if (begins === (((inside >> (1 << axis)) & 1) === 1)) continue
        const [one, two] = [this.#step[first], this.#step[second]]
        const a = pointOf(cell, 4 * axis)
        const b = pointOf(cell - one, 4 * axis + 1)
        const c = pointOf(cell - one - two, 4 * axis + 3)
        const d = pointOf(cell - two, 4 * axis + 2)
        // Seen against the axis, a → b → c → d runs counter-clockwise but for y, whose two others are x and z.
        const turned = begins === (axis !== 1)
        const [p, q] = turned ? [b, d] : [d, b]
        if (squared(points, a, c) <= squared(points, b, d)) {
          triangles.set([a, p, c, a, c, q], end)
        } else {
          triangles.set([a, p, q, p, c, q], end)
        }
        end += 6
      }
    }
    return triangles.slice(0, end)
  }
}

const grown = ({ min, max }: Bounds, margin: number): Bounds => ({
  min: [min[0] - margin, min[1] - margin, min[2] - margin],
  max: [max[0] + margin, max[1] + margin, max[2] + margin],
})

/** Whether some but not all of the corners of a face are inside. */
const isMixed = (inside: number, face: number) => (inside & face) !== 0 && (inside & face) !== face

function squared(points: Float32Array, a: number, b: number): number {
  const x = points[3 * a] - points[3 * b]
  const y = points[3 * a + 1] - points[3 * b + 1]
  const z = points[3 * a + 2] - points[3 * b + 2]
  return x * x + y * y + z * z
}
