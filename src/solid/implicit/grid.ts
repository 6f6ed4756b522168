import { GeometryProblem } from '../problem.ts'
import type { Vec3 } from '../types.ts'
import type { Field } from './field.ts'

export interface Bounds {
  readonly min: Vec3
  readonly max: Vec3
}

/** Side of the largest blocks that are looked into or skipped, in cells; a power of two. */
const BLOCK = 16
/**
 * The share of a smallest block's half diagonal within which the surface is looked for there. What this misses of a surface is found by following it, unless all of it is smaller than
 * a cell; looking as far as the corners would cost a third more.
 */
const NEAR = 0.6
/** Most corners of a grid: 240 MB. */
const MOST = 24_000_000
const HALF_DIAGONAL = Math.sqrt(3) / 2

/** The values of a field at the corners of cubic cells, each computed when it is first asked for. */
export class Grid {
  readonly field: Field
  readonly edge: number
  /** Its first corner. */
  readonly min: Vec3
  /** Cells along each axis. */
  readonly #size: readonly [number, number, number]
  /** Steps from a corner to the next along each axis. */
  readonly step: readonly [number, number, number]
  readonly values: Float32Array
  /** Which corners of a cell are inside; -1 where that is not known yet. */
  readonly inside: Int16Array

  constructor(field: Field, bounds: Bounds, edge: number) {
    const { min, max } = grown(bounds, edge)
    this.field = field
    this.edge = edge
    this.min = min
    const size = [0, 1, 2].map((axis) => Math.ceil((max[axis] - min[axis]) / edge / BLOCK) * BLOCK)
    this.#size = size as unknown as [number, number, number]
    this.step = [1, size[0] + 1, (size[0] + 1) * (size[1] + 1)]
    const corners = this.step[2] * (size[2] + 1)
    if (!(corners <= MOST)) throw new GeometryProblem(`edges of ${edge} are too short for a surface of this size`)
    this.values = new Float32Array(corners).fill(NaN)
    this.inside = new Int16Array(corners).fill(-1)
  }

  #at(x: number, y: number, z: number): number {
    const corner = x + y * this.step[1] + z * this.step[2]
    const known = this.values[corner]
    if (!Number.isNaN(known)) return known
    const [minX, minY, minZ] = this.min
    const value = this.field(minX + x * this.edge, minY + y * this.edge, minZ + z * this.edge)
    // A corner on the surface itself counts as outside, just.
    return (this.values[corner] = value === 0 ? 1e-9 : value)
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
      if (Math.abs(middle) > (half === 1 ? NEAR : 1) * side * HALF_DIAGONAL * this.edge) return
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
    const cell = x + y * this.step[1] + z * this.step[2]
    if (this.inside[cell] >= 0) return
    let inside = 0
    for (let n = 0; n < 8; n++) {
      if (this.#at(x + (n & 1), y + ((n >> 1) & 1), z + (n >> 2)) < 0) inside |= 1 << n
    }
    this.inside[cell] = inside
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

  /** How many cells along each axis a corner lies. */
  placeOf(corner: number): Vec3 {
    const [, dy, dz] = this.step
    return [corner % dy, Math.floor((corner % dz) / dy), Math.floor(corner / dz)]
  }
}

const grown = ({ min, max }: Bounds, margin: number): Bounds => ({
  min: [min[0] - margin, min[1] - margin, min[2] - margin],
  max: [max[0] + margin, max[1] + margin, max[2] + margin],
})

/** Whether some but not all of the corners of a face are inside. */
const isMixed = (inside: number, face: number) => (inside & face) !== 0 && (inside & face) !== face
