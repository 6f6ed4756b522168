import { bodiesOf, boundsOf, type Mesh, type Vec3 } from '#solid'
import type { plateOf } from './place.ts'

/** The first body of a mesh that does not reach into the plate: its middle, and how far it is from it. */
export function looseBody(
  mesh: Mesh,
  plate: ReturnType<typeof plateOf>,
): { readonly middle: Vec3; readonly gap: number } | undefined {
  const { points } = mesh
  const bodies = bodiesOf(mesh)
  /** How far back each body reaches before the plate. */
  const rear = new Map<number, number>()
  for (let i = 0; i < points.length; i += 3) {
    const body = bodies[i / 3]
    const x = points[i]
    const z = points[i + 2]
    const before = x > plate.left && x < plate.right && z > plate.bottom && z < plate.top
    const known = rear.get(body) ?? -Infinity
    if (before ? points[i + 1] > known : !rear.has(body)) rear.set(body, before ? points[i + 1] : -Infinity)
  }
  const loose = [...rear].find(([, reach]) => reach <= -plate.thickness)
  if (!loose) return undefined
  const { min, max } = boundsOf(points.filter((_, i) => bodies[Math.floor(i / 3)] === loose[0]))
  const reach = Number.isFinite(loose[1]) ? loose[1] : max[1]
  return { middle: min.map((low, axis) => (low + max[axis]) / 2) as unknown as Vec3, gap: -plate.thickness - reach }
}
