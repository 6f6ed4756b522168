import type { Board } from './boards.ts'
import type { Mount } from './hanging.ts'
import { insetProfile } from './profile.ts'

/** Asks about one pose: a turn by `tilt` degrees about the centre of the top row's hole, at the board's front face, then a move by (y, z). */
export interface Contact {
  /** How far the pegs then reach beyond the board's front face; undefined if the part meets board or wall. Faces may touch. */
  reach(y: number, z: number, tilt: number): number | undefined
}

/** Overlap that counts as touching, far below what a printer resolves. */
const TOUCH = 1e-6

/**
 * Prepares the test of a part against board and wall, exact for the solid as it is meshed: pegs are flat quads between their layers, a hole is convex,
 * so whatever part of a quad lies within the board is inside the hole when the ends of its edges, cut to the board's two faces, are.
 */
export function boardContact(mount: Mount, board: Board, gap: number): Contact {
  const { points, edges } = pegEdges(mount, board)
  const { thickness, hole } = board
  const straight = hole.shape === 'slot' ? (hole.height - hole.diameter) / 2 : 0
  const radius = hole.diameter / 2 + TOUCH
  const front = [mount.plate, ...(mount.body ?? [])].flat()
  const count = points.length / 4
  const depths = new Float64Array(count)
  const heights = new Float64Array(count)

  const inHole = (i: number, j: number, part: number) => {
    const x = points[4 * i]! + (points[4 * j]! - points[4 * i]!) * part
    const z = heights[i]! + (heights[j]! - heights[i]!) * part
    const beyond = Math.max(Math.abs(z) - straight, 0)
    return x * x + beyond * beyond <= radius * radius
  }

  return {
    reach(y, z, tilt) {
      const cos = Math.cos((tilt * Math.PI) / 180)
      const sin = Math.sin((tilt * Math.PI) / 180)
      for (const point of front) if (point[0] * cos + point[1] * sin + y > TOUCH) return undefined
      let reach = -Infinity
      for (let i = 0, k = 0; i < count; i++, k += 4) {
        const along = points[k + 1]! * cos + points[k + 2]! * sin + y
        depths[i] = along
        heights[i] = points[k + 2]! * cos - points[k + 1]! * sin + z - points[k + 3]!
        if (along > reach) reach = along
      }
      if (reach > thickness + gap) return undefined
      for (let k = 0; k < edges.length; k += 2) {
        const i = edges[k]!
        const j = edges[k + 1]!
        const from = depths[i]!
        const to = depths[j]!
        if ((from <= 0 && to <= 0) || (from >= thickness && to >= thickness)) continue
        const length = to - from || 1
        const first = (Math.min(Math.max(from, 0), thickness) - from) / length
        const last = to === from ? 1 : (Math.min(Math.max(to, 0), thickness) - from) / length
        if (!inHole(i, j, first) || !inHole(i, j, last)) return undefined
      }
      return reach
    },
  }
}

/** All corners of the pegs as [x, y, z, centre of their hole], flat, and the edges of their mesh as pairs of indices. One half: the other mirrors it. */
function pegEdges({ hook, pin, rows }: Mount, { pitch }: Board) {
  const points: number[] = []
  const edges: number[] = []
  for (let row = 0; row < rows; row++) {
    const peg = row === 0 ? hook : pin
    const corners = peg.profile.length
    for (const [level, [x, inset]] of peg.section.entries()) {
      const base = points.length / 4
      for (const [i, [y, z]] of insetProfile(peg.profile, inset).entries()) {
        points.push(x, y, z - row * pitch, -row * pitch)
        edges.push(base + i, base + ((i + 1) % corners))
        if (level > 0) edges.push(base - corners + i, base + i)
      }
    }
  }
  return { points: Float64Array.from(points), edges: Int32Array.from(edges) }
}
