import { facetNormal, type Mesh, squaredDistance } from '#solid'

/** Down-facing surface that hangs together and is too flat to print unless something spans it. */
export interface Ceiling {
  /** Where its triangles start in `mesh.triangles`. */
  readonly triangles: number[]
  /** Its edge, seen from above. */
  readonly border: Border[]
}

/** A straight piece of a ceiling's edge, seen from above. */
export interface Border {
  readonly ax: number
  readonly ay: number
  readonly bx: number
  readonly by: number
  /** Whether something stands below it that a thread can start from: a wall, or the bed. A lip, beyond which the surface goes up, is not. */
  readonly anchored: boolean
}

/** What is flatter than 45° sags. Half a degree is left for slopes of 45° that were rounded to float32 or cut into chords. */
const FLATTEST = Math.cos((44.5 * Math.PI) / 180)
/** What lies lower than this lies on the bed: a fraction of a layer of 0.2 mm. */
const BED = 0.01
/** Height of a triangle, in mm, below which float32 does not tell where it faces; it then goes with its neighbours. */
const SLIVER = 1e-3

const [STEEP, SAGGING, EITHER] = [0, 1, 2]

/** Finds the ceilings of a closed mesh in print pose. */
export function findCeilings(mesh: Mesh): Ceiling[] {
  const { points, triangles } = mesh
  const kinds = judge(mesh)
  const places = points.length / 3
  const owners = new Map<number, number>()
  const touched = new Uint8Array(places)
  for (let start = 0; start < triangles.length; start += 3) {
    if (kinds[start / 3] === STEEP) continue
    for (let i = start; i < start + 3; i++) {
      touched[triangles[i]] = 1
      owners.set(triangles[i] * places + triangles[next(i)], i)
    }
  }
  const ceilingOf = new Map<number, Ceiling>()
  const ceilings: Ceiling[] = []
  for (const seed of owners.values()) {
    const first = seed - (seed % 3)
    if (kinds[first / 3] !== SAGGING || ceilingOf.has(first)) continue
    const ceiling: Ceiling = { triangles: [first], border: [] }
    ceilings.push(ceiling)
    ceilingOf.set(first, ceiling)
    for (const start of ceiling.triangles) {
      for (let i = start; i < start + 3; i++) {
        const across = owners.get(triangles[next(i)] * places + triangles[i])
        if (across === undefined || ceilingOf.has(across - (across % 3))) continue
        ceilingOf.set(across - (across % 3), ceiling)
        ceiling.triangles.push(across - (across % 3))
      }
    }
  }
  if (ceilings.length === 0) return []
  for (let start = 0; start < triangles.length; start += 3) {
    if (kinds[start / 3] !== STEEP) continue
    if (touched[triangles[start]] + touched[triangles[start + 1]] + touched[triangles[start + 2]] < 2) continue
    for (let i = start; i < start + 3; i++) {
      const [a, b] = [triangles[i], triangles[next(i)]]
      const inside = owners.get(b * places + a)
      const ceiling = inside === undefined ? undefined : ceilingOf.get(inside - (inside % 3))
      if (!ceiling) continue
      const [ax, ay, bx, by] = [points[3 * a], points[3 * a + 1], points[3 * b], points[3 * b + 1]]
      ceiling.border.push({ ax, ay, bx, by, anchored: goesDown(points, a, b, triangles[next(next(i))]) })
    }
  }
  return ceilings
}

/** The corner after a corner of a triangle. */
const next = (corner: number) => (corner % 3 === 2 ? corner - 2 : corner + 1)

/** Which triangles sag, and which are too thin to tell. */
function judge({ points, triangles }: Mesh): Uint8Array {
  const kinds = new Uint8Array(triangles.length / 3)
  const normal = new Float64Array(3)
  for (let i = 0; i < triangles.length; i += 3) {
    const a = triangles[i]
    const b = triangles[i + 1]
    const c = triangles[i + 2]
    const twiceArea = facetNormal(points, triangles, i, normal)
    const longest = Math.max(squaredDistance(points, a, b), squaredDistance(points, a, c))
    if (twiceArea * twiceArea < SLIVER * SLIVER * longest) kinds[i / 3] = EITHER
    else if (
      -normal[2] > FLATTEST * twiceArea &&
      Math.max(points[3 * a + 2], points[3 * b + 2], points[3 * c + 2]) > BED
    )
      kinds[i / 3] = SAGGING
  }
  return kinds
}

/** Whether the triangle with corners a, b, c goes down from its edge a b, or lies on the bed. */
function goesDown(points: Float32Array, a: number, b: number, c: number): boolean {
  const [za, zb, zc] = [points[3 * a + 2], points[3 * b + 2], points[3 * c + 2]]
  if (Math.max(za, zb, zc) <= BED) return true
  const edge = [0, 1, 2].map((axis) => points[3 * b + axis] - points[3 * a + axis])
  const side = [0, 1, 2].map((axis) => points[3 * c + axis] - points[3 * a + axis])
  const share =
    (edge[0] * side[0] + edge[1] * side[1] + edge[2] * side[2]) / (edge[0] ** 2 + edge[1] ** 2 + edge[2] ** 2)
  const away = side.map((value, axis) => value - share * edge[axis])
  return away[2] < -0.5 * Math.hypot(...away)
}
