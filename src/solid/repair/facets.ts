import type { Mesh } from '../mesh.ts'

/** The facets that `keep` says yes to. */
export function facetsWhere(triangles: Uint32Array, keep: (start: number) => boolean): Uint32Array {
  const kept = new Uint32Array(triangles.length)
  let end = 0
  for (let i = 0; i < triangles.length; i += 3) {
    if (!keep(i)) continue
    kept[end] = triangles[i]
    kept[end + 1] = triangles[i + 1]
    kept[end + 2] = triangles[i + 2]
    end += 3
  }
  return end === kept.length ? triangles : kept.slice(0, end)
}

/** The facets whose three corners are three places. */
export const withoutCollapsed = (triangles: Uint32Array): Uint32Array =>
  facetsWhere(triangles, (i) => {
    const a = triangles[i]
    const b = triangles[i + 1]
    const c = triangles[i + 2]
    return a !== b && b !== c && c !== a
  })

/** Facets, and more facets after them. */
export function withFacets(triangles: Uint32Array, more: ArrayLike<number>): Uint32Array {
  const all = new Uint32Array(triangles.length + more.length)
  all.set(triangles)
  all.set(more, triangles.length)
  return all
}

/** The mesh without points that no facet has. */
export function compact({ points, triangles }: Mesh): Mesh {
  const places = new Int32Array(points.length / 3).fill(-1)
  let count = 0
  for (let i = 0; i < triangles.length; i++) if (places[triangles[i]] < 0) places[triangles[i]] = count++
  if (count === places.length) return { points, triangles }
  const kept = new Float32Array(count * 3)
  for (let i = 0; i < places.length; i++) {
    if (places[i] >= 0) kept.set(points.subarray(i * 3, i * 3 + 3), places[i] * 3)
  }
  return { points: kept, triangles: triangles.map((corner) => places[corner]) }
}

/** Turns a facet over. */
export function turn(triangles: Uint32Array, start: number): void {
  const second = triangles[start + 1]
  triangles[start + 1] = triangles[start + 2]
  triangles[start + 2] = second
}
