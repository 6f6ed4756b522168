import { drawnFromSide, extrude, loft, polygon, type Solid, translate, union, type Vec2 } from '#solid'
import type { Board } from './boards.ts'
import { hookPeg, pinPeg } from './peg.ts'
import { filletRadius, rootDepth } from './peg-root.ts'
import { pegDiameter } from './peg-size.ts'
import { pegSolid, rowHeights } from './peg-solid.ts'
import type { Laid, Plate } from './piece.ts'
import { plateBounds } from './plate-solid.ts'
import { insetProfile } from './profile.ts'

/** Gap between a strip and its slot, per side: a slide fit in PLA (0.2 to 0.3 by two sources; 0.15 by one), on the snug side. */
const SLIDE = 0.15

/** How deep a slot reaches into a part from its rear face. */
export const slotDepth = (board: Board, laid: Laid): number =>
  keyDepth(board) + SLIDE + (laid === 'on its back' ? halfWidth(board) + SLIDE : 0)

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
export function stripSolid({ rows }: Plate, board: Board): Solid {
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
export function slotSolid({ rows }: Plate, board: Board, laid: Laid): Solid {
  const outline = mirrored(slotOutline(board, laid))
  const half = Math.max(...outline.map(([x]) => x))
  const top = stripTop(board) + SLIDE
  return loft([
    { z: plateBounds({ columns: 1, rows }, board).bottom - 1, points: outline },
    { z: top, points: outline },
    { z: top + half - RIDGE, points: outline.map(([x, y]): Vec2 => [(x * RIDGE) / half, y]) },
  ])
}
