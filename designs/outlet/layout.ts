import type { Context } from '#design'
import { leastPlate, pegColumns, plateBounds, plateProfile } from '#pegboard'
import type { Vec2 } from '#solid'
import type { Shape } from './outline.ts'
import type { Opening, Receptacle } from './receptacles.ts'

/** Least thickness of the wall plate at its edge: sold ones have 2.4 to 5, and lie on a wall. */
const EDGE = 4
/** Radius of the wall plate's corners, and of its front edges. */
export const CORNER = 4
export const SOFTENED = 2
/** What a corner of the core is rounded by at least. */
const SHARP = 0.3
/** How far a face stands before its wall plate. */
const RELIEF = 1.2
/** Least thickness of the back plate: a flare that began nearer to the board would meet it while the part is tilted in. */
const FOOT = 6
/** How deep the back is engraved. */
export const ENGRAVED = 0.6
/** Least material behind an opening and between it and the pegs. */
export const WALL = 1.2
/** How far the core stands back from the edges of the back plate, behind that one's chamfer. */
const STEP = 0.8
/** How much deeper an opening is than its longest pin: 18.3 needs 19, 21.5 needs 23. */
const BEYOND = 1.5

/**
 * Where everything of an outlet lies, drawn from the front: x to the right and y up, from the middle of the wall plate; heights from the board.
 */
export interface Layout {
  /** Cells of the board that the back plate covers: as many as the wall plate hides. */
  readonly columns: number
  readonly rows: number
  /** z of the wall plate's middle, which is the back plate's. */
  readonly middle: number
  readonly plate: Vec2
  /** What carries the wall plate: as large as the back plate, but no larger than the wall plate. */
  readonly core: Vec2
  /** Thickness of the back plate, which holds the pegs. */
  readonly foot: number
  /** Height from which the wall plate is as large as it gets. */
  readonly edge: number
  /** Radius of the corners there: flares widen it by as much as they widen the sides, or they would lean further at the corners. */
  readonly flared: number
  /** The window that each face stands in, if the kind has one. */
  readonly window?: Shape
  /** Height of the wall plate's front. */
  readonly front: number
  /** Height of the faces' fronts; the plate's where they are one. */
  readonly face: number
  /** Height that a plug's body comes to rest at. */
  readonly seat: number
  readonly receptacles: readonly Vec2[]
  readonly screws: readonly Vec2[]
  /** The widest strip of the back that no peg's slot cuts, where it lies on the board: its middle as x and z, and its size. */
  readonly bare: { readonly x: number; readonly z: number; readonly width: number; readonly height: number }
}

export function layOut(kind: Receptacle, values: { receptacles: number; gangs: number }, context: Context): Layout {
  const { board } = context
  const plate: Vec2 = [kind.plate[0] + (values.gangs - 1) * kind.gang, kind.plate[1]]
  const [columns, rows] = plate.map((size) => Math.max(1, Math.floor(size / board.pitch)))
  const foot = Math.max(FOOT, leastPlate(context, 'on its back'))
  const { left, right } = plateBounds({ columns, rows }, board)
  const profile = plateProfile({ rows, board, thickness: foot, laid: 'on its back' })
  const [bottom, top] = spanOf(profile.map(([, z]) => z))
  const [low, high] = spanOf(profile.filter(([y]) => y === 0).map(([, z]) => z))
  const core: Vec2 = [Math.min(right - left - 2 * STEP, plate[0]), Math.min(top - bottom - 2 * STEP, plate[1])]

  const across = Array.from({ length: values.gangs }, (_, gang) => (gang - (values.gangs - 1) / 2) * kind.gang)
  const pair = values.receptacles === 2 && kind.apart !== undefined
  const receptacles = across.flatMap((x) => (pair ? [kind.apart / 2, -kind.apart / 2] : [0]).map((y): Vec2 => [x, y]))
  // Gangs side by side share one plate: it has no screws where two plates of one gang would have theirs in the same place.
  const screws = across
    .flatMap((x) => (pair ? (kind.screws.pair ?? []) : kind.screws.single).map(([dx, y]): Vec2 => [x + dx, y]))
    .filter(([x, y], i, all) => !all.some((other, j) => j !== i && Math.hypot(other[0] - x, other[1] - y) < 1))

  // A peg's slot is narrower than its hole.
  const pegs = pegColumns(columns, board)
  const keep = board.hole.diameter / 2 + WALL
  const behind = ({ shape, at }: Opening, x: number) =>
    pegs.some((peg) => Math.abs(x + at[0] - peg) < shape.width / 2 + keep) ? foot : WALL + ENGRAVED
  const window = (pair && kind.window?.pair) || kind.window?.single
  const relief = window ? RELIEF : 0
  const sunk = (kind.recess?.depth ?? 0) - relief
  const depths = receptacles.flatMap(([x]) => kind.openings.map((each) => behind(each, x) + depthOf(each) + sunk))
  const flares = [0, 1].map((axis) => (plate[axis] - core[axis]) / 2)
  const flared = Math.max(CORNER, SHARP + Math.min(...flares))
  const thickness = Math.max(EDGE, cornerRise(flared) + SOFTENED + 0.2)
  const front = Math.max(foot + Math.max(...flares) + thickness, ...depths)

  const edges = [left - keep, ...pegs, right + keep]
  const strip = edges
    .slice(1)
    .map((edge, i) => ({ x: (edges[i] + edge) / 2, width: edge - edges[i] - 2 * keep }))
    .reduce((widest, each) => (each.width > widest.width ? each : widest))
  const bare = { ...strip, z: (low + high) / 2, height: high - low }
  const heights = { foot, edge: front - thickness, flared, front, face: front + relief, seat: front - sunk }
  return { columns, rows, middle: (top + bottom) / 2, plate, core, ...heights, window, receptacles, screws, bare }
}

const spanOf = (numbers: readonly number[]) => [Math.min(...numbers), Math.max(...numbers)]

/** How much height the corners take to go from their flared radius to their own, leaning by 45°. */
export const cornerRise = (flared: number) => (Math.SQRT2 - 1) * (flared - CORNER)

/** How deep an opening is, from the seat of the plug. */
export const depthOf = ({ pin }: Opening) => pin + BEYOND

/** Half the body's width and height at a height: it flares by 45° as late as it can, so that it prints with nothing in the air. */
export function halfAt({ plate, core, edge }: Layout, height: number): Vec2 {
  const below = Math.max(0, edge - height)
  const half = (axis: 0 | 1) => Math.max(core[axis] / 2, plate[axis] / 2 - below)
  return [half(0), half(1)]
}

/** Whether an opening comes too near to the body's sides: where the core is much smaller than the plate, and openings are deep. */
export const breaksOut = (kind: Receptacle, layout: Layout): boolean =>
  kind.openings.some((opening) => {
    const half = halfAt(layout, layout.seat - depthOf(opening))
    const { width, height = width } = opening.shape as { width: number; height?: number }
    return layout.receptacles.some(
      ([x, y]) =>
        Math.abs(x + opening.at[0]) + width / 2 + WALL > half[0] ||
        Math.abs(y + opening.at[1]) + height / 2 + WALL > half[1],
    )
  })
