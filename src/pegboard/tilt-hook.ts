import type { Board } from './boards.ts'
import { lowerRoot, upperRoot } from './peg-root.ts'
import { pegDiameter } from './peg-size.ts'
import { arc, type Point, type Profile } from './profile.ts'

/** Play between the board's rear face and the bend, as a part of the hole: 0.15 behind a 6.35 hole. */
const BEHIND = 0.024
/**
 * Thickness of bend and tail: thinner in thicker boards, where the same tail would jam. With it, hooks still go into holes 2 % smaller
 * in boards up to 1.1 holes thick.
 */
const tailThickness = (board: Board) =>
  Math.min(0.8 * board.hole.diameter - 0.04 * board.thickness, 0.96 * pegDiameter(board))
/** Radius of the bend's inner side, as a part of the hole: gentler slides further before it holds, tighter jams in thick boards. */
const BEND = 0.5
/** Length of the straight tail, as a part of the hole. */
const TAIL = 0.55
/** How much of the tail's thickness its tip is chamfered by, on either side. */
const TIP = 0.3
/** How much the upper side of the shank falls from root to bend, as a part of the board's thickness. */
const FALL = 0.02

/**
 * A hook for round holes, put in by tilting: a shank as thick as its hole at the plate, thinning to a bend of 45° and a straight tail.
 *
 * 45° is what lets so thick a tail in, and what prints without supports when the peg points up. All follows from the hole, so that a hook for a small
 * hole is the same hook, smaller.
 */
export function tiltHook(board: Board): Profile {
  const hole = board.hole.diameter
  const thick = tailThickness(board)
  const straight = board.thickness + BEHIND * hole
  const top = pegDiameter(board) / 2 - FALL * straight
  const centre: Point = [straight, top + BEND * hole]
  const outer = arc(centre, BEND * hole + thick, [-90, -45], 4)
  const inner = arc(centre, BEND * hole, [-45, -90], 3)
  const chamfer = TIP * thick
  const along = (point: Point, ahead: number, up: number): Point => [
    point[0] + (ahead - up) * Math.SQRT1_2,
    point[1] + (ahead + up) * Math.SQRT1_2,
  ]
  const below = outer.at(-1)!
  const above = inner[0]!
  const tail = TAIL * hole
  return [
    ...lowerRoot(board, -pegDiameter(board) / 2),
    ...outer,
    along(below, tail - chamfer, 0),
    along(below, tail, chamfer),
    along(above, tail, -chamfer),
    along(above, tail - chamfer, 0),
    ...inner,
    ...upperRoot(board, pegDiameter(board) / 2),
  ]
}
