import { GeometryProblem } from '../problem.ts'
import { type Edges } from './edges.ts'
import { turn } from './facets.ts'
import { placeOf } from './words.ts'

/**
 * Turns facets over until those that share an edge look to the same side. In each patch of facets that hang together as few as possible are
 * turned, for most of a file is usually right.
 *
 * @param triangles Are changed; their edges must be paired anew if any facet was turned.
 * @param turned Takes 1 for each facet that was turned.
 * @throws {GeometryProblem} if the surface has one side only, as a Möbius strip has.
 */
export function orient(points: Float32Array, triangles: Uint32Array, { mates }: Edges, turned: Uint8Array): void {
  const seen = new Uint8Array(turned.length)
  const patch = new Uint32Array(turned.length)
  for (let first = 0; first < turned.length; first++) {
    if (seen[first]) continue
    seen[first] = 1
    patch[0] = first
    let size = 1
    let wrong = 0
    for (let next = 0; next < size; next++) {
      const facet = patch[next]
      wrong += turned[facet]
      for (let half = facet * 3; half < facet * 3 + 3; half++) {
        const mate = mates[half]
        if (mate < 0) continue
        const neighbour = Math.floor(mate / 3)
        const clash = triangles[half] === triangles[mate] ? 1 : 0
        if (!seen[neighbour]) {
          seen[neighbour] = 1
          turned[neighbour] = turned[facet] ^ clash
          patch[size++] = neighbour
        } else if ((turned[neighbour] ^ turned[facet]) !== clash) {
          throw new GeometryProblem(`has one side only, like a twisted band, at ${placeOf(points, triangles[half])}`)
        }
      }
    }
    const opposite = wrong > size / 2 ? 1 : 0
    for (let i = 0; i < size; i++) {
      turned[patch[i]] ^= opposite
      if (turned[patch[i]]) turn(triangles, patch[i] * 3)
    }
  }
}
