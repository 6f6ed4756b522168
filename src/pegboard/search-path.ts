import type { Contact } from './contact.ts'

/**
 * Where a part stands: turned by `tilt` degrees about x through the centre of its top hole at the board's front face, then moved by (y, z).
 * Tilt > 0 swings its bottom away from the board. Seated is 0, 0, 0.
 */
export interface Pose {
  readonly y: number
  readonly z: number
  readonly tilt: number
}

type Range = readonly [from: number, to: number]

export interface Bounds {
  readonly y: Range
  readonly z: Range
  readonly tilt: Range
}

/** A step to a neighbour on the grid, −1, 0 or 1 along each axis. */
type Move = readonly [y: number, z: number, tilt: number]

/** Poses tried between two neighbours of the grid. */
const STRIDES = 8

/**
 * Best-first search on a grid from the seated pose to one whose pegs are out of the board.
 *
 * @param step Grid in y and z, millimetres.
 * @param turn Grid in tilt, degrees.
 * @returns The way from seated to outside, if there is one, and how far along −y the poses reached lie.
 */
export function searchPath(contact: Contact, bounds: Bounds, step: number, turn: number) {
  const [y0, ny] = steps(bounds.y, step)
  const [z0, nz] = steps(bounds.z, step)
  const [t0, nt] = steps(bounds.tilt, turn)
  const cell = (y: number, z: number, tilt: number) => ((y - y0) * nz + (z - z0)) * nt + (tilt - t0)
  const indices = (id: number): [number, number, number] => [
    Math.floor(id / (nz * nt)) + y0,
    (Math.floor(id / nt) % nz) + z0,
    (id % nt) + t0,
  ]
  const pose = (id: number): Pose => {
    const [y, z, tilt] = indices(id)
    return { y: y * step, z: z * step, tilt: tilt * turn }
  }
  /** Depth of the pegs after a move of one cell along each axis given, or undefined if anything is met on the way. */
  const after = (y: number, z: number, tilt: number, [dy, dz, turned]: Move) => {
    const depth = contact.reach((y + dy) * step, (z + dz) * step, (tilt + turned) * turn)
    for (let k = 1; k < STRIDES && depth !== undefined; k++) {
      const part = k / STRIDES
      if (contact.reach((y + dy * part) * step, (z + dz * part) * step, (tilt + turned * part) * turn) === undefined)
        return
    }
    return depth
  }

  const cameFrom = new Int32Array(ny * nz * nt).fill(-1)
  const queue = bucketQueue(step / 2)
  const start = cell(0, 0, 0)
  let furthest = 0
  const seated = contact.reach(0, 0, 0)
  if (seated !== undefined) {
    cameFrom[start] = start
    queue.push(start, seated)
  }
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const from = indices(id)
    furthest = Math.max(furthest, -from[0] * step)
    for (const move of moves) {
      const y = from[0] + move[0]
      const z = from[1] + move[1]
      const tilt = from[2] + move[2]
      if (y < y0 || y >= y0 + ny || z < z0 || z >= z0 + nz || tilt < t0 || tilt >= t0 + nt) continue
      const next = cell(y, z, tilt)
      if (cameFrom[next] !== -1) continue
      const depth = after(...from, move)
      if (depth === undefined) continue
      cameFrom[next] = id
      if (depth <= 0) return { path: straighten(contact, trace(cameFrom, next).map(pose), step, turn), furthest }
      queue.push(next, depth)
    }
  }
  return { path: undefined, furthest }
}

/** The 26 neighbours of a pose; turning and drawing out first, since that is how a part comes off. */
const moves: Move[] = [-1, 0, 1].flatMap((y) =>
  [1, 0, -1].flatMap((tilt) => [0, -1, 1].map((z) => [y, z, tilt] as const)),
)

const steps = ([from, to]: Range, step: number): [first: number, count: number] => {
  const first = Math.ceil(from / step - 1e-9)
  return [first, Math.floor(to / step + 1e-9) - first + 1]
}

function trace(cameFrom: Int32Array, end: number): number[] {
  const path = [end]
  for (let id = end; cameFrom[id] !== id;) path.push((id = cameFrom[id]!))
  return path.reverse()
}

/**
 * Leaves out what poses of a path can be left out: on a grid every slanted way is a zigzag, which nobody's hand would follow.
 * Between the poses that stay, as many are tried as on the grid.
 */
function straighten(contact: Contact, path: readonly Pose[], step: number, turn: number): Pose[] {
  const isFree = (from: Pose, to: Pose) => {
    const [y, z, tilt] = [to.y - from.y, to.z - from.z, to.tilt - from.tilt]
    const strides = STRIDES * Math.round(Math.max(Math.abs(y) / step, Math.abs(z) / step, Math.abs(tilt) / turn))
    for (let k = 1; k < strides; k++) {
      const part = k / strides
      if (contact.reach(from.y + y * part, from.z + z * part, from.tilt + tilt * part) === undefined) return false
    }
    return true
  }
  const kept = [path[0]]
  for (let at = 0; at < path.length - 1;) {
    let next = path.length - 1
    while (next > at + 1 && !isFree(path[at], path[next])) next--
    kept.push(path[next])
    at = next
  }
  return kept
}

/** A queue that serves the smallest priority first, to within `width`. */
function bucketQueue(width: number) {
  const buckets: number[][] = []
  let lowest = 0
  return {
    push(id: number, priority: number) {
      const index = Math.max(0, Math.floor(priority / width))
      ;(buckets[index] ??= []).push(id)
      lowest = Math.min(lowest, index)
    },
    pop(): number | undefined {
      while (lowest < buckets.length && !buckets[lowest]?.length) lowest++
      return buckets[lowest]?.pop()
    },
  }
}
