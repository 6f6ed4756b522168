import type { Mesh, Vec3 } from '#solid'
import { type Border, type Ceiling, findCeilings } from './ceiling.ts'

/** The longest bridge that prints well, in mm. Sources say 5 (cautious) to 60 (tuned and cooled); 10 leaves room on every printer. */
const LONGEST_BRIDGE = 10
/** Allows for rounding, and for a thread that cannot run quite square to both walls. */
const SPARE = 0.05
/** Directions in which threads are tried, one in each sector of a half turn. */
const SECTORS = 12
/** A lip no wider than a layer is high overhangs no more, once it is cut into layers, than a slope of 45° does. */
const WIDEST_LIP = 0.2
/** Length of the pieces that a ceiling is judged by, in mm, and how many lie side by side across a large one. */
const FINEST = 1.5
const ACROSS = 8

/**
 * The surface that would sag in print, in mm²: what faces down, is flatter than 45°, does not lie on the bed, and is no bridge of at most 10 mm.
 *
 * A place in a ceiling is bridged if a straight thread through it, no longer than that, starts and ends where a wall stands below.
 *
 * @param mesh Closed, in print pose: lowest z = 0.
 */
export function measureOverhang(mesh: Mesh): number {
  return findCeilings(mesh).reduce((sum, ceiling) => sum + unbridgedArea(mesh, ceiling), 0)
}

/** A small piece of a ceiling, seen from above. */
interface Piece {
  readonly x: number
  readonly y: number
  readonly area: number
}

function unbridgedArea(mesh: Mesh, { triangles, border }: Ceiling): number {
  const directions = threadDirections(border)
  const walled = border.every(({ anchored }) => anchored)
  if (walled && directions.some(([cos, sin]) => isNarrow(border, cos, sin))) return 0
  let pieces = cut(mesh, triangles)
  if (border.some(({ anchored }) => anchored)) {
    for (const [cos, sin] of directions) {
      if (pieces.length === 0) break
      pieces = unbridged(pieces, border, cos, sin)
    }
  }
  return pieces.reduce((sum, { area }) => sum + area, 0)
}

/** Whether a thread in this direction reaches from side to side wherever it runs. */
function isNarrow(border: readonly Border[], cos: number, sin: number): boolean {
  const along = border.map(({ ax, ay }) => ax * cos + ay * sin)
  return Math.max(...along) - Math.min(...along) <= LONGEST_BRIDGE
}

/**
 * A direction for each sector: square to its longest anchored border, since a thread is shortest from wall to wall; those of the longest
 * borders first. Through corners, a thread may have to run where no border is square to it.
 */
function threadDirections(border: readonly Border[]): [cos: number, sin: number][] {
  const best = Array.from({ length: SECTORS }, (_, sector) => {
    const angle = (sector * Math.PI) / SECTORS
    return { length: 0, direction: [Math.cos(angle), Math.sin(angle)] as [number, number] }
  })
  for (const { ax, ay, bx, by, anchored } of border) {
    const length = Math.hypot(bx - ax, by - ay)
    const [cos, sin] = [(ay - by) / length, (bx - ax) / length]
    const sector = Math.round((Math.atan2(sin, cos) / Math.PI + 1) * SECTORS) % SECTORS
    if (anchored && length > best[sector].length) best[sector] = { length, direction: [cos, sin] }
  }
  return best.sort((a, b) => b.length - a.length).map(({ direction }) => direction)
}

/** The pieces that no thread in one direction holds up. */
function unbridged(pieces: readonly Piece[], border: readonly Border[], cos: number, sin: number): Piece[] {
  const threads = pieces
    .map((piece) => ({
      piece,
      along: piece.x * cos + piece.y * sin,
      across: piece.y * cos - piece.x * sin,
      start: -Infinity,
      end: Infinity,
      anchors: 0,
    }))
    .sort((a, b) => a.across - b.across)
  for (const { ax, ay, bx, by, anchored } of border) {
    const [fromAlong, from] = [ax * cos + ay * sin, ay * cos - ax * sin]
    const [toAlong, to] = [bx * cos + by * sin, by * cos - bx * sin]
    const last = Math.max(from, to)
    for (let i = firstFrom(threads, Math.min(from, to)); i < threads.length && threads[i].across < last; i++) {
      const thread = threads[i]
      const along = fromAlong + ((thread.across - from) / (to - from)) * (toAlong - fromAlong)
      if (along > thread.along && along < thread.end) {
        thread.end = along
        thread.anchors = (thread.anchors & START) | (anchored ? END : 0)
      } else if (along <= thread.along && along > thread.start) {
        thread.start = along
        thread.anchors = (thread.anchors & END) | (anchored ? START : 0)
      }
    }
  }
  const reach = [0, WIDEST_LIP, WIDEST_LIP, LONGEST_BRIDGE + SPARE]
  return threads.filter(({ start, end, anchors }) => end - start > reach[anchors]).map(({ piece }) => piece)
}

/** Which ends of a thread are anchored. */
const [START, END] = [1, 2]

/** The first of rising `across` that is not below a value. */
function firstFrom(threads: readonly { across: number }[], value: number): number {
  let [low, high] = [0, threads.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (threads[middle].across < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Cuts a ceiling into pieces small enough to be judged by their middles. */
function cut({ points, triangles }: Mesh, starts: readonly number[]): Piece[] {
  const corner = (at: number): Vec3 => {
    const start = 3 * triangles[at]
    return [points[start], points[start + 1], points[start + 2]]
  }
  const faces = starts.map((start) => ({ corners: [0, 1, 2].map((k) => corner(start + k)), area: 0 }))
  for (const face of faces) face.area = areaOf(face.corners)
  const whole = faces.reduce((sum, { area }) => sum + area, 0)
  const finest = Math.max(FINEST ** 2, whole / ACROSS ** 2)
  const pieces: Piece[] = []
  const halve = (a: Vec3, b: Vec3, c: Vec3, area: number): void => {
    const length = squared(a, b)
    const longest = Math.max(length, squared(b, c), squared(c, a))
    if (longest <= finest || area < 0.01) {
      pieces.push({ x: (a[0] + b[0] + c[0]) / 3, y: (a[1] + b[1] + c[1]) / 3, area })
    } else if (longest > length) {
      halve(b, c, a, area)
    } else {
      const middle: Vec3 = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2]
      halve(c, a, middle, area / 2)
      halve(b, c, middle, area / 2)
    }
  }
  for (const { corners, area } of faces) halve(corners[0], corners[1], corners[2], area)
  return pieces
}

const squared = (a: Vec3, b: Vec3) =>
  (a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]) + (a[2] - b[2]) * (a[2] - b[2])

function areaOf([a, b, c]: readonly Vec3[]): number {
  const [ux, uy, uz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]]
  const [vx, vy, vz] = [c[0] - a[0], c[1] - a[1], c[2] - a[2]]
  return Math.hypot(uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx) / 2
}
