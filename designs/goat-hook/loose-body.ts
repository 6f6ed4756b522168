import type { Mesh, Vec3 } from '#solid'
import type { plateOf } from './place.ts'

/** The first body of a mesh that does not reach into the plate: its middle, and how far it is from it. */
export function looseBody({ points, triangles }: Mesh, plate: ReturnType<typeof plateOf>) {
  const body = bodiesOf(points.length / 3, triangles)
  const seen = new Map<number, { min: number[]; max: number[]; rear: number }>()
  for (let place = 0; place < body.length; place++) {
    let known = seen.get(body[place])
    if (!known)
      seen.set(
        body[place],
        (known = { min: [Infinity, Infinity, Infinity], max: [-Infinity, -Infinity, -Infinity], rear: -Infinity }),
      )
    const [x, y, z] = [points[3 * place], points[3 * place + 1], points[3 * place + 2]]
    for (const [axis, value] of [x, y, z].entries()) {
      if (value < known.min[axis]) known.min[axis] = value
      if (value > known.max[axis]) known.max[axis] = value
    }
    const before = x > plate.left && x < plate.right && z > plate.bottom && z < plate.top
    if (before && y > known.rear) known.rear = y
  }
  for (const { min, max, rear } of seen.values()) {
    const gap = -plate.thickness - rear
    if (gap < 0) continue
    const middle = min.map((low, axis) => (low + max[axis]) / 2) as unknown as Vec3
    return { middle, gap: Number.isFinite(gap) ? gap : -plate.thickness - max[1] }
  }
  return undefined
}

/** For each place, one that stands for all that facets join it with. */
function bodiesOf(places: number, triangles: Uint32Array): Uint32Array {
  const parent = Uint32Array.from({ length: places }, (_, place) => place)
  const root = (place: number) => {
    while (parent[place] !== place) place = parent[place] = parent[parent[place]]
    return place
  }
  for (let i = 0; i < triangles.length; i += 3) {
    parent[root(triangles[i + 1])] = root(triangles[i])
    parent[root(triangles[i + 2])] = root(triangles[i])
  }
  return parent.map((_, place) => root(place))
}
