import {
  box,
  drawnFromFront,
  drawnFromSide,
  extrude,
  intersect,
  loft,
  polygon,
  remembered,
  roundedRing,
  type Solid,
  subtract,
  translate,
  union,
  type Vec2,
} from '#solid'
import type { Board } from './boards.ts'
import { hookPeg, type Peg, pinPeg } from './peg.ts'
import { filletRadius, rootDepth } from './peg-root.ts'
import { pegDiameter } from './peg-size.ts'
import type { Laid, Piece, Plate } from './piece.ts'
import { plateProfile } from './plate.ts'
import { insetProfile } from './profile.ts'

/** How pegs are joined to a part: in one piece with it, or as strips that are printed lying down and slid into its back. */
export const mountStyles = ['integral', 'slide-in'] as const
export type MountStyle = (typeof mountStyles)[number]

/** Where a part is mounted, and how finely. */
export interface MountContext {
  readonly board: Board
  readonly mount: MountStyle
  readonly arc: (radius: number) => number
}

/** Gap between a strip and its slot, per side: a slide fit in PLA (0.2 to 0.3 by two sources; 0.15 by one), on the snug side. */
const SLIDE = 0.15
/** Pegs further apart than this leave a wide plate free to bow. */
const FARTHEST = 80

/** How deep a mount reaches into a part from its rear face. */
export function mountDepth({ board, mount }: Pick<MountContext, 'board' | 'mount'>, laid: Laid): number {
  if (mount === 'integral') return filletRadius(board)
  return keyDepth(board) + SLIDE + (laid === 'on its back' ? halfWidth(board) + SLIDE : 0)
}

/** Least thickness of a back plate that holds its mount and keeps its face closed. */
export const leastPlate = (context: Pick<MountContext, 'board' | 'mount'>, laid: Laid): number =>
  Math.ceil((mountDepth(context, laid) + 1.2) * 10) / 10

/** Where the plate's edges lie: x of the sides, z of top and bottom. */
export function plateBounds({ columns, rows }: Pick<Plate, 'columns' | 'rows'>, board: Board) {
  const profile = plateProfile({ rows, board, thickness: 6 })
  const half = (columns * board.pitch) / 2 - (board.pitch / 2 - Math.max(...profile.map(([, z]) => z)))
  return {
    left: -half,
    right: half,
    top: Math.max(...profile.map(([, z]) => z)),
    bottom: Math.min(...profile.map(([, z]) => z)),
  }
}

/** The columns that carry pegs: the outermost, and between them so many that none is further than {@link FARTHEST} from the next. x of each. */
export function pegColumns(columns: number, board: Board): number[] {
  const span = (columns - 1) * board.pitch
  if (columns === 1) return [0]
  const gaps = Math.ceil(span / FARTHEST)
  return Array.from({ length: gaps + 1 }, (_, i) => Math.round((i * (columns - 1)) / gaps) * board.pitch - span / 2)
}

/**
 * Hangs a body on the board: joins it to a back plate and gives that its pegs.
 *
 * @param part.body What stands in front of the plate, reaching into it by {@link OVERLAP} or more; left out for a bare plate.
 * @param part.cut What is taken away from body and plate, before the mount is added, so that it can never thin a peg.
 * @param part.laid How the body prints; with integral pegs it cannot lie on its back, and lies on its front instead.
 */
export function hang(
  part: { plate: Plate; body?: Solid; cut?: readonly Solid[]; laid: Laid },
  context: MountContext,
): Piece[] {
  const { board, mount } = context
  const { plate, body, cut = [], laid } = part
  const columns = pegColumns(plate.columns, board)
  const pose: Laid = mount === 'integral' && laid === 'on its back' ? 'on its front' : laid
  const back = plateSolid(plate, context, pose)
  const backed = body ? union(back, body) : back
  if (mount === 'slide-in') {
    const slot = slotSolid(plate, board, laid)
    const slotted = subtract(backed, ...cut, ...columns.map((x) => translate([x, 0, 0], slot)))
    const strip = remembered(`strip ${plate.rows} ${JSON.stringify(board)}`, () => stripSolid(plate, board))
    return [
      { solid: slotted, laid, plate },
      ...columns.map((x): Piece => ({ solid: translate([x, 0, 0], strip), laid: 'on its side' })),
    ]
  }
  const rows = rowHeights(plate.rows, board)
  const places = columns.flatMap((x) => rows.map((z, row) => ({ x, z, row })))
  const [hook, pin] = [pegSolid(hookPeg(board)), pegSolid(pinPeg(board))]
  const well = wellSolid(board)
  const recessed = subtract(backed, ...cut, ...places.map(({ x, z }) => translate([x, 0, z], well)))
  const pegs = places.map(({ x, z, row }) => translate([x, 0, z], row === 0 ? hook : pin))
  return [{ solid: union(recessed, ...pegs), laid: pose, plate }]
}

const rowHeights = (rows: number, board: Board) => Array.from({ length: rows }, (_, row) => 0 - row * board.pitch)

/** A peg at the origin: its profile, narrowing towards both sides. */
function pegSolid({ profile, section }: Peg): Solid {
  const right = section.map(([x, inset]) => ({ z: x, points: insetProfile(profile, inset) }))
  const left = right
    .slice(1)
    .map(({ z, points }) => ({ z: -z, points }))
    .reverse()
  return drawnFromSide(loft([...left, ...right]))
}

function plateSolid(
  { columns, rows, thickness, cornerRadius }: Plate,
  { board, arc }: MountContext,
  laid: Laid,
): Solid {
  const { left, right, top, bottom } = plateBounds({ columns, rows }, board)
  const ring = (depth: number, inset: number) => {
    const size = [right - left - 2 * inset, top - bottom - 2 * inset] as const
    const radius = Math.max(cornerRadius - inset, 0.1)
    const points = roundedRing(size, radius, arc(Math.max(cornerRadius, 1)), [0, (top + bottom) / 2])
    return {
      z: depth,
      points: laid === 'upright' ? standing(points, size[0] / 2 - radius, bottom + inset + radius, radius) : points,
    }
  }
  const front = drawnFromFront(loft([ring(0, 0.4), ring(0.4, 0), ring(thickness - 0.6, 0), ring(thickness, 0.6)]))
  const side = drawnFromSide(extrude(polygon(plateProfile({ rows, board, thickness, laid })), right - left + 2))
  return intersect(front, translate([left - 1, 0, 0], side))
}

/** A ring whose lower corners, round around `±x, z`, go on straight from where they lean by 45°, so that none of it hangs over the bed. */
const standing = (ring: readonly Vec2[], x: number, z: number, radius: number): Vec2[] =>
  ring.map((point): Vec2 => {
    const down = (z - point[1]) / radius
    if (down <= Math.SQRT1_2) return point
    const beyond = Math.asin(Math.min(down, 1)) / (Math.PI / 4) - 1
    const drop = Math.SQRT1_2 + (1 - Math.SQRT1_2) * beyond
    return [Math.sign(point[0]) * (x + radius * (Math.SQRT2 - drop)), z - radius * drop]
  })

/** The recess around an integral peg in which the fillet of its root lies. */
function wellSolid(board: Board): Solid {
  const fillet = filletRadius(board)
  const { profile, section } = hookPeg(board)
  const root = profile.filter(([y]) => y <= 0).map(([, z]) => z)
  const [low, high] = [Math.min(...root), Math.max(...root)]
  const half = section[section.length - 1][0] + fillet
  return box([-half, -fillet, low - 0.01], [half, 1, high + 0.01])
}

/*
 * The key of a strip, seen from above: a flange, a groove with flanks of 45°, and a shoulder of full width that holds the roots of the pegs.
 * No part of a strip is wider than its pegs, so that all of it lies on the bed, and every flank prints whichever way strip and plate lie.
 */
const FLANGE = 1.2
const NECK = 0.2
/** The shoulder reaches a little further than the pegs' roots. */
const shoulder = (board: Board) => rootDepth(board) + 0.1
const grooveDepth = (board: Board) => 0.25 + 0.085 * pegDiameter(board)
const keyDepth = (board: Board) => FLANGE + NECK + 2 * grooveDepth(board) + shoulder(board)

/** Half width of pegs and strips. */
const halfWidth = (board: Board) => {
  const { section } = hookPeg(board)
  return section[section.length - 1][0]
}

/** The right half of a strip's outline in (x, y), from its back to its face. */
function keyOutline(board: Board): Vec2[] {
  const half = halfWidth(board)
  const groove = grooveDepth(board)
  const back = -keyDepth(board)
  const flange = back + FLANGE
  return [
    [half - 0.4, back],
    [half, back + 0.4],
    [half, flange],
    [half - groove, flange + groove],
    [half - groove, flange + groove + NECK],
    [half, flange + groove + NECK + groove],
    [half, -filletRadius(board)],
  ]
}

/** Half the flat along the ridge of a slot's ceiling: a layer of 0.3 that just misses the ridge must still leave less than it can lean over. */
const RIDGE = 0.05

/**
 * The right half of a slot's outline: a strip's with room around it, its mouth opened at 45° against an elephant's foot.
 * Where the slot's floor becomes a ceiling in print, it rises to a ridge: no bridge is as sound as a slope.
 */
function slotOutline(board: Board, laid: Laid): Vec2[] {
  const strip = keyOutline(board)
  const around = insetProfile(mirrored(strip), -SLIDE).slice(strip.length, -1)
  const half = halfWidth(board) + SLIDE
  const floor: Vec2[] =
    laid === 'on its back'
      ? [
          [RIDGE, -keyDepth(board) - SLIDE - half + RIDGE],
          [half, -keyDepth(board) - SLIDE],
        ]
      : around.slice(0, 2)
  return [...floor, ...around.slice(2), [half, -0.4], [half + 0.4, 0], [half + 0.4, 1]]
}

/** A whole outline, counter-clockwise, from its right half; it closes along the face. */
const mirrored = (right: readonly Vec2[]): Vec2[] => [...right.map(([x, y]): Vec2 => [-x, y]).reverse(), ...right]

/** How high a strip reaches above the top row. */
const stripTop = (board: Board) => {
  const root = hookPeg(board)
    .profile.filter(([y]) => y <= 1e-9 - rootDepth(board))
    .map(([, z]) => z)
  return Math.max(...root) + 1
}

/** How far a strip ends above the plate's edge, so that it never meets what hangs below. */
const SHORTER = 0.6
/** The rib that keeps a strip from falling out of its slot: it leaves a press fit (0.05 to 0.1 per side) where the strip is pushed home. */
const RIB = { height: SLIDE - 0.05, length: 4, lead: 1.5 }

/** The strip that carries the pegs of one column. Its key is lofted like its pegs, so that their sides lie in one plane to the last bit. */
function stripSolid({ rows }: Plate, board: Board): Solid {
  const bottom = plateBounds({ columns: 1, rows }, board).bottom + SHORTER
  const outline = mirrored(keyOutline(board))
  const key = loft([bottom, stripTop(board)].map((z) => ({ z, points: outline })))
  const back = -keyDepth(board)
  const rib = polygon([
    [back, bottom],
    [back + 0.5, bottom],
    [back + 0.5, bottom + RIB.length + RIB.lead],
    [back, bottom + RIB.length + RIB.lead],
    [back - RIB.height, bottom + RIB.length],
    [back - RIB.height, bottom + RIB.lead],
  ])
  const half = halfWidth(board) - 0.6
  const [hook, pin] = [pegSolid(hookPeg(board)), pegSolid(pinPeg(board))]
  const pegs = rowHeights(rows, board).map((z, row) => translate([0, 0, z], row === 0 ? hook : pin))
  return union(key, translate([-half, 0, 0], drawnFromSide(extrude(rib, 2 * half))), ...pegs)
}

/** The slot that a strip slides into from below, up to its end, a gable of 45° or steeper: in a body that stands in print, that is a ceiling. */
function slotSolid({ rows }: Plate, board: Board, laid: Laid): Solid {
  const outline = mirrored(slotOutline(board, laid))
  const half = Math.max(...outline.map(([x]) => x))
  const top = stripTop(board) + SLIDE
  return loft([
    { z: plateBounds({ columns: 1, rows }, board).bottom - 1, points: outline },
    { z: top, points: outline },
    { z: top + half - RIDGE, points: outline.map(([x, y]): Vec2 => [(x * RIDGE) / half, y]) },
  ])
}
