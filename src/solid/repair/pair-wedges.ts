import type { Mesh } from '../mesh.ts'
import { GeometryProblem } from '../problem.ts'
import type { Vec3 } from '../types.ts'
import { cross, dot, minus, times, unit } from '../vector.ts'
import { after } from './edges.ts'
import { placeOf } from './words.ts'

/**
 * Makes mates of the two facets on both sides of each wedge of matter around an edge.
 *
 * @param halves The half-edges of that edge.
 * @param mates Takes which belong together.
 * @throws {GeometryProblem} if some enclose no wedge; says where.
 */
export function pairWedges({ points, triangles }: Mesh, halves: readonly number[], mates: Int32Array): void {
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
      `has ${halves.length} facets at the edge at ${placeOf(points, from)}, like a wall within it or a fin without thickness: remove that first`,
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
  const axis = unit(difference(points, to, from))
  const across = halves.map((half) => {
    const tip = difference(points, triangles[after(after(half))], from)
    return minus(tip, times(axis, dot(tip, axis)))
  })
  const up = cross(axis, across[0])
  return across.map((each) => Math.atan2(dot(each, up), dot(each, across[0])))
}

/** The way from point `b` to point `a`. */
const difference = (points: Float32Array, a: number, b: number): Vec3 => [
  points[a * 3] - points[b * 3],
  points[a * 3 + 1] - points[b * 3 + 1],
  points[a * 3 + 2] - points[b * 3 + 2],
]
