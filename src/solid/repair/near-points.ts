/** Some points of a mesh by the cell of a grid that they lie in, to find those near a place. */
export class NearPoints {
  readonly #points: Float32Array
  readonly #cell: number
  readonly #first: Int32Array
  readonly #next: Int32Array
  readonly #members: Uint32Array
  #count = 0

  /**
   * @param cell How far a place may be from what is found there, at most.
   * @param capacity How many points there will be.
   */
  constructor(points: Float32Array, cell: number, capacity: number) {
    this.#points = points
    this.#cell = cell
    this.#first = new Int32Array(1 << Math.ceil(Math.log2(capacity * 2 + 2))).fill(-1)
    this.#next = new Int32Array(capacity)
    this.#members = new Uint32Array(capacity)
  }

  add(point: number): void {
    const [x, y, z] = [0, 1, 2].map((axis) => this.#cellOf(this.#points[point * 3 + axis]))
    const slot = this.#slot(x, y, z)
    this.#next[this.#count] = this.#first[slot]
    this.#members[this.#count] = point
    this.#first[slot] = this.#count++
  }

  /** Visits points in the cells around a place, some perhaps twice, until one is told to be the last. */
  visit(x: number, y: number, z: number, isLast: (point: number) => boolean): void {
    const [cx, cy, cz] = [this.#cellOf(x), this.#cellOf(y), this.#cellOf(z)]
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (let dz = -1; dz <= 1; dz++) {
          for (let i = this.#first[this.#slot(cx + dx, cy + dy, cz + dz)]; i >= 0; i = this.#next[i]) {
            if (isLast(this.#members[i])) return
          }
        }
      }
    }
  }

  #cellOf(value: number): number {
    return Math.floor(value / this.#cell)
  }

  #slot(x: number, y: number, z: number): number {
    const mixed = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b) ^ Math.imul(z, 0xc2b2ae35)
    return (mixed ^ (mixed >>> 15)) & (this.#first.length - 1)
  }
}
