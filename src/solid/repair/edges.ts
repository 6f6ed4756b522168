import type { Mesh } from '../mesh.ts'

/** What stands for the mate of a half-edge on an edge of one facet, or of more than two. */
export const [OPEN, CROWDED] = [-1, -2]

/**
 * How facets hang together. A half-edge is one side of a facet, told by the corner that it begins at: number `h` runs from `triangles[h]` to
 * `triangles[after(h)]`, and belongs to facet `floor(h / 3)`.
 */
export interface Edges {
  /** The half-edge of the other facet at the same edge, or {@link OPEN}, or {@link CROWDED}. */
  readonly mates: Int32Array
  /** How many half-edges have no mate. */
  readonly open: number
  /** How many half-edges lie on edges of more than two facets. */
  readonly crowded: number
  /** How many half-edges run the same way as their mate: one of the two facets is the wrong way round. */
  readonly clashing: number
}

/** The next side of the same facet. */
export const after = (half: number) => (half % 3 === 2 ? half - 2 : half + 1)

/** Whether every edge lies between two facets that look to the same side. */
export const isSound = ({ open, crowded, clashing }: Edges) => open + crowded + clashing === 0

/** The first half-edge that is not {@link isSound}: its mate is {@link OPEN}, {@link CROWDED}, or runs the same way. */
export const firstUnsound = (triangles: Uint32Array, { mates }: Edges) =>
  mates.findIndex((mate, half) => mate < 0 || triangles[mate] === triangles[half])

/** The points at open edges. */
export function openPoints(triangles: Uint32Array, { mates }: Edges): number[] {
  const open = new Set<number>()
  for (let half = 0; half < mates.length; half++) {
    if (mates[half] === OPEN) open.add(triangles[half]).add(triangles[after(half)])
  }
  return [...open]
}

/** Finds which facets meet at which edges. */
export function pairEdges({ points, triangles }: Mesh): Edges {
  const pointCount = points.length / 3
  const { starts, halves, ends } = byLowerEnd(triangles, pointCount)
  const mates = new Int32Array(triangles.length)
  let open = 0
  let crowded = 0
  let clashing = 0
  for (let point = 0; point < pointCount; point++) {
    const stop = starts[point + 1]
    sortRange(ends, halves, starts[point], stop)
    for (let i = starts[point]; i < stop;) {
      let next = i + 1
      while (next < stop && ends[next] === ends[i]) next++
      if (next === i + 2) {
        mates[halves[i]] = halves[i + 1]
        mates[halves[i + 1]] = halves[i]
        if (triangles[halves[i]] === triangles[halves[i + 1]]) clashing += 2
      } else if (next === i + 1) {
        mates[halves[i]] = OPEN
        open++
      } else {
        for (let k = i; k < next; k++) mates[halves[k]] = CROWDED
        crowded += next - i
      }
      i = next
    }
  }
  return { mates, open, crowded, clashing }
}

/** Half-edges by the lower of their two points: those of a point lie between its start and the next one's. */
function byLowerEnd(triangles: Uint32Array, pointCount: number) {
  const starts = new Uint32Array(pointCount + 2)
  const halves = new Uint32Array(triangles.length)
  const ends = new Uint32Array(triangles.length)
  for (let half = 0; half < triangles.length; half++) {
    starts[Math.min(triangles[half], triangles[after(half)]) + 2]++
  }
  for (let point = 2; point < starts.length; point++) starts[point] += starts[point - 1]
  for (let half = 0; half < triangles.length; half++) {
    const from = triangles[half]
    const to = triangles[after(half)]
    const place = starts[Math.min(from, to) + 1]++
    halves[place] = half
    ends[place] = Math.max(from, to)
  }
  return { starts, halves, ends }
}

/** From how many on a range is sorted by the engine: the tip of a cone can have any number of edges. */
const MANY = 64

function sortRange(keys: Uint32Array, values: Uint32Array, start: number, stop: number): void {
  if (stop - start > MANY) {
    const order = Array.from({ length: stop - start }, (_, i) => start + i).sort((a, b) => keys[a] - keys[b] || a - b)
    const [sortedKeys, sortedValues] = [order.map((i) => keys[i]), order.map((i) => values[i])]
    keys.set(sortedKeys, start)
    values.set(sortedValues, start)
    return
  }
  for (let i = start + 1; i < stop; i++) {
    const key = keys[i]
    const value = values[i]
    let k = i
    for (; k > start && keys[k - 1] > key; k--) {
      keys[k] = keys[k - 1]
      values[k] = values[k - 1]
    }
    keys[k] = key
    values[k] = value
  }
}
