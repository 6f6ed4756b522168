import type { Polygon, Solid, Vec3 } from './types.ts'

/** Points closer than this are one, and a point this close to an edge lies on it, in millimetres: ten times what JSCAD rounds to. */
const NEAR = 1e-4
/** Rounds of splitting edges: what is split may show further points that lie on edges. */
const ROUNDS = 4

/**
 * Closes what booleans such as JSCAD's own leave open: corners that nearly coincide, and corners of one face that lie on the edge of another
 * which does not know of them.
 *
 * @returns The same solid with shared corners; whether it is closed then, the kernel tells.
 */
export function mend({ polygons, transforms }: Solid): Solid {
  const places = new Places()
  let faces = polygons.map(({ vertices }) => ring(vertices.map((vertex) => places.find(vertex))))
  const split = new Set<number>()
  for (let round = 0; round < ROUNDS; round++) {
    const open = openEdges(faces)
    if (open.size === 0) break
    const loose = [...new Set([...open].flatMap((edge) => edge.split('>').map(Number)))]
    faces = faces.map((face, i) => {
      const whole = face.flatMap((from, k) => {
        const to = face[(k + 1) % face.length]
        return open.has(`${from}>${to}`) ? [from, ...between(from, to, loose, places.points)] : [from]
      })
      if (whole.length > face.length) split.add(i)
      return whole
    })
  }
  const mended = faces.flatMap((face, i): Polygon[] => {
    if (face.length < 3) return []
    const corners = face.map((place) => places.points[place])
    // Corners that lie on a straight edge leave a fan around one of them without area: a fan around the middle has it.
    return split.has(i) ? fan(corners) : [{ vertices: corners }]
  })
  return { polygons: mended, transforms }
}

/** Every place once. */
class Places {
  readonly points: Vec3[] = []
  readonly #cells = new Map<string, number[]>()

  /** The number of the place of a point. */
  find(point: Vec3): number {
    const cell = point.map((value) => Math.floor(value / NEAR))
    for (let i = 0; i < 27; i++) {
      const key = `${cell[0] + (i % 3) - 1},${cell[1] + (Math.floor(i / 3) % 3) - 1},${cell[2] + Math.floor(i / 9) - 1}`
      const near = this.#cells.get(key)?.find((place) => distance(this.points[place], point) < NEAR)
      if (near !== undefined) return near
    }
    const place = this.points.push([point[0], point[1], point[2]]) - 1
    const key = cell.join()
    this.#cells.set(key, [...(this.#cells.get(key) ?? []), place])
    return place
  }
}

/** A face without corners that fell together. */
const ring = (face: readonly number[]) => face.filter((place, k) => place !== face[(k + 1) % face.length])

/** Edges that no face runs through the other way. */
function openEdges(faces: readonly (readonly number[])[]): Set<string> {
  const edges = new Set<string>()
  for (const face of faces) for (const [k, from] of face.entries()) edges.add(`${from}>${face[(k + 1) % face.length]}`)
  return new Set([...edges].filter((edge) => !edges.has(edge.split('>').toReversed().join('>'))))
}

/** Which of the places lie on the way from one to another, in the order of the way. */
function between(from: number, to: number, places: readonly number[], points: readonly Vec3[]): number[] {
  const [a, b] = [points[from], points[to]]
  const length = distance(a, b)
  const along = (place: number) =>
    ((points[place][0] - a[0]) * (b[0] - a[0]) +
      (points[place][1] - a[1]) * (b[1] - a[1]) +
      (points[place][2] - a[2]) * (b[2] - a[2])) /
    length
  const isOn = (place: number) => {
    const way = along(place)
    if (place === from || place === to || way <= 0 || way >= length) return false
    const foot = a.map((value, axis) => value + ((b[axis] - value) * way) / length) as unknown as Vec3
    return distance(foot, points[place]) < NEAR
  }
  return places.filter(isOn).toSorted((one, other) => along(one) - along(other))
}

function fan(corners: readonly Vec3[]): Polygon[] {
  const middle = [0, 1, 2].map(
    (axis) => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length,
  ) as unknown as Vec3
  return corners.map((corner, k) => ({ vertices: [middle, corner, corners[(k + 1) % corners.length]] }))
}

const distance = (a: Vec3, b: Vec3) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
