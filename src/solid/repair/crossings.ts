import type { Mesh } from '../mesh.ts'
import { facetTree, visitNear } from './facet-tree.ts'

/** How near to a facet's plane a corner counts as in it, as a share of the mesh's size: facets that touch do not cross. */
const IN_PLANE = 1e-7

/**
 * Finds facets that pass through each other.
 *
 * @param size The largest side of the mesh.
 * @returns Facets, two for each crossing.
 */
export function crossings(mesh: Mesh, size: number): number[] {
  const found: number[] = []
  const near = size * IN_PLANE
  visitNear(facetTree(mesh), (one, other) => {
    // Two facets that share a side meet there and nowhere else, unless folded flat.
    if (sharedCorners(mesh.triangles, one * 3, other * 3) > 1) return
    const way = pierces(mesh, one * 3, other * 3, near)
    if (way === APART) return
    if (way === PIERCED || pierces(mesh, other * 3, one * 3, near) === PIERCED) found.push(one, other)
  })
  return found
}

function sharedCorners(triangles: Uint32Array, one: number, other: number): number {
  const a = triangles[one]
  const b = triangles[one + 1]
  const c = triangles[one + 2]
  let shared = 0
  for (let i = other; i < other + 3; i++) {
    const corner = triangles[i]
    if (corner === a || corner === b || corner === c) shared++
  }
  return shared
}

/** What one facet may be to another: it passes through it, it does not, or it lies all on one side of it and neither can pass through the other. */
const [PIERCED, WHOLE, APART] = [0, 1, 2]

/** Whether a side of facet `by` passes through facet `facet` or its rim, as one of the above; sides that end in a corner of it do not. */
function pierces({ points, triangles }: Mesh, facet: number, by: number, near: number): number {
  const a = triangles[facet]
  const b = triangles[facet + 1]
  const c = triangles[facet + 2]
  const ax = points[a * 3]
  const ay = points[a * 3 + 1]
  const az = points[a * 3 + 2]
  const ux = points[b * 3] - ax
  const uy = points[b * 3 + 1] - ay
  const uz = points[b * 3 + 2] - az
  const vx = points[c * 3] - ax
  const vy = points[c * 3 + 1] - ay
  const vz = points[c * 3 + 2] - az
  const x = uy * vz - uz * vy
  const y = uz * vx - ux * vz
  const z = ux * vy - uy * vx
  const p = triangles[by]
  const q = triangles[by + 1]
  const r = triangles[by + 2]
  const isCorner = (point: number) => point === a || point === b || point === c
  const height = (point: number) =>
    isCorner(point)
      ? 0
      : (points[point * 3] - ax) * x + (points[point * 3 + 1] - ay) * y + (points[point * 3 + 2] - az) * z
  const hp = height(p)
  const hq = height(q)
  const hr = height(r)
  // Nearly always all are on one side.
  if ((hp >= 0 && hq >= 0 && hr >= 0) || (hp <= 0 && hq <= 0 && hr <= 0)) {
    const touches = (hp === 0 && !isCorner(p)) || (hq === 0 && !isCorner(q)) || (hr === 0 && !isCorner(r))
    return touches ? WHOLE : APART
  }
  const flat = near * Math.sqrt(x * x + y * y + z * z)
  const passes = (from: number, to: number, h: number, k: number) =>
    ((h > flat && k < -flat) || (h < -flat && k > flat)) && isWithin(points, from, to, a, b, c)
  return passes(p, q, hp, hq) || passes(q, r, hq, hr) || passes(r, p, hr, hp) ? PIERCED : WHOLE
}

/** Whether the line through p and q passes through the triangle abc or its rim. */
function isWithin(points: Float32Array, p: number, q: number, a: number, b: number, c: number): boolean {
  const u = volumeOf(points, p, q, a, b)
  const v = volumeOf(points, p, q, b, c)
  const w = volumeOf(points, p, q, c, a)
  return (u >= 0 && v >= 0 && w >= 0) || (u <= 0 && v <= 0 && w <= 0)
}

/** Six times the volume of a tetrahedron, above 0 if d lies where the normal of abc points to. */
function volumeOf(points: Float32Array, a: number, b: number, c: number, d: number): number {
  const ax = points[a * 3]
  const ay = points[a * 3 + 1]
  const az = points[a * 3 + 2]
  const bx = points[b * 3] - ax
  const by = points[b * 3 + 1] - ay
  const bz = points[b * 3 + 2] - az
  const cx = points[c * 3] - ax
  const cy = points[c * 3 + 1] - ay
  const cz = points[c * 3 + 2] - az
  const dx = points[d * 3] - ax
  const dy = points[d * 3 + 1] - ay
  const dz = points[d * 3 + 2] - az
  return (by * cz - bz * cy) * dx + (bz * cx - bx * cz) * dy + (bx * cy - by * cx) * dz
}
