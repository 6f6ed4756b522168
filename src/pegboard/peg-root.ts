import type { Board } from './boards.ts'
import { pegDiameter, pegFlat } from './peg-size.ts'
import { arc, type Point } from './profile.ts'

/**
 * Radius and depth of the rounding where a peg leaves the plate; smaller for thin pegs.
 *
 * It lies in a recess of the plate, since beyond y = 0 it would meet the edge of the hole.
 */
export const filletRadius = (board: Board): number => Math.min(1.1, 0.25 * pegDiameter(board))

/** How far the base of a peg reaches behind the face of the plate: beyond the rounding, where that ends in the layer furthest in. */
export function rootDepth(board: Board): number {
  const inset = (pegDiameter(board) / 2) * (1 - Math.sqrt(1 - pegFlat(board) ** 2))
  return filletRadius(board) + (Math.SQRT2 - 1) * inset + 0.15
}

/** How far the base is wider than the peg, above and below: the rounding turns by 45° only, so that the base outlasts the section's insets. */
export const rootWidening = (board: Board): number => 2 * (1 - Math.SQRT1_2) * filletRadius(board)

/** The root above a peg whose upper side meets the plate at height `top`: from there to the end of the base. */
export function upperRoot(board: Board, top: number): Point[] {
  const fillet = filletRadius(board)
  const base = top + rootWidening(board)
  return [...arc([0, top + fillet], fillet, [-90, -135], 2), [-fillet, base], [-rootDepth(board), base]]
}

/** The root below a peg whose underside meets the plate at height `bottom`: from the end of the base to there. */
export const lowerRoot = (board: Board, bottom: number): Point[] =>
  upperRoot(board, -bottom)
    .map(([y, z]): Point => [y, -z])
    .reverse()
