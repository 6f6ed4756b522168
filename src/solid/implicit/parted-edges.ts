import type { Mesh } from '../mesh.ts'
import type { Vec3 } from '../types.ts'

/** The few edges of the mesh that have a point in their middle, and the facets around them. */
export class PartedEdges {
  readonly #points: Float32Array
  readonly #added: number[] = []
  readonly #known = new Map<string, number>()
  readonly #triangles: number[] = []

  constructor(points: Float32Array) {
    this.#points = points
  }

  pointAt(edge: string, place: () => Vec3): number {
    let point = this.#known.get(edge)
    if (point === undefined) {
      point = (this.#points.length + this.#added.length) / 3
      this.#known.set(edge, point)
      this.#added.push(...place())
    }
    return point
  }

  /** Triangles between the corners of a face, all from the middle of an edge: none joins the two ends of such an edge past its middle. */
  fan(ring: readonly number[]): void {
    const own = this.#points.length / 3
    const from = ring.findIndex((point) => point >= own)
    for (let k = 1; k + 1 < ring.length; k++) {
      this.#triangles.push(ring[from], ring[(from + k) % ring.length], ring[(from + k + 1) % ring.length])
    }
  }

  joined(triangles: Uint32Array): Mesh {
    return { points: appended(this.#points, this.#added), triangles: appended(triangles, this.#triangles) }
  }
}

function appended<T extends Float32Array | Uint32Array>(list: T, more: readonly number[]): T {
  const all = new (list.constructor as new (length: number) => T)(list.length + more.length)
  all.set(list)
  all.set(more, list.length)
  return all
}
