import { facetNormal } from '../facet.ts'
import type { Mesh } from '../mesh.ts'
import type { Edges } from './edges.ts'
import { facetsWhere } from './facets.ts'

/**
 * Drops facets that are there twice. Two that look opposite ways are a wall without thickness, as between bodies that touch with a whole face:
 * both go.
 */
export function dropDoubles(triangles: Uint32Array): Uint32Array {
  const first = firstOfEach(triangles)
  /** For the first facet of each three corners: how many more of them run around one way than the other. */
  const surplus = new Int32Array(first.length)
  for (let facet = 0; facet < first.length; facet++) surplus[first[facet]] += wayRound(triangles, facet * 3)
  return facetsWhere(triangles, (start) => {
    const same = first[start / 3]
    if (Math.sign(surplus[same]) !== wayRound(triangles, start)) return false
    surplus[same] = 0
    return true
  })
}

/** For each facet the first that has the same three corners. */
function firstOfEach(triangles: Uint32Array): Uint32Array {
  const first = new Uint32Array(triangles.length / 3)
  const table = new Int32Array(1 << Math.ceil(Math.log2(first.length * 2 + 2))).fill(-1)
  for (let facet = 0; facet < first.length; facet++) {
    const i = facet * 3
    const [low, high] = [lowest(triangles, i), highest(triangles, i)]
    const middle = triangles[i] ^ triangles[i + 1] ^ triangles[i + 2] ^ low ^ high
    const mixed = Math.imul(low, 0x9e3779b1) ^ Math.imul(middle, 0x85ebca6b) ^ Math.imul(high, 0xc2b2ae35)
    let slot = (mixed ^ (mixed >>> 15)) & (table.length - 1)
    for (; table[slot] >= 0; slot = (slot + 1) & (table.length - 1)) {
      const k = table[slot] * 3
      const sum = triangles[k] ^ triangles[k + 1] ^ triangles[k + 2]
      if (lowest(triangles, k) === low && highest(triangles, k) === high && (sum ^ low ^ high) === middle) break
    }
    if (table[slot] < 0) table[slot] = facet
    first[facet] = table[slot]
  }
  return first
}

const lowest = (triangles: Uint32Array, i: number) => Math.min(triangles[i], triangles[i + 1], triangles[i + 2])
const highest = (triangles: Uint32Array, i: number) => Math.max(triangles[i], triangles[i + 1], triangles[i + 2])

/** Whether a facet runs from its lowest corner to the middle one (1) or to the highest (-1). */
function wayRound(triangles: Uint32Array, i: number): number {
  const low = lowest(triangles, i)
  const at = triangles[i] === low ? 0 : triangles[i + 1] === low ? 1 : 2
  return triangles[i + ((at + 1) % 3)] < triangles[i + ((at + 2) % 3)] ? 1 : -1
}

/** Drops facets without area that hang loose; those between others keep these together. */
export function dropLooseNeedles({ points, triangles }: Mesh, { mates }: Edges): Uint32Array {
  return facetsWhere(triangles, (i) => {
    const loose = mates[i] < 0 || mates[i + 1] < 0 || mates[i + 2] < 0
    return !loose || facetNormal(points, triangles, i) > 0
  })
}
