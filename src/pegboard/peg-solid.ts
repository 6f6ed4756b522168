import { box, drawnFromSide, loft, type Solid } from '#solid'
import type { Board } from './boards.ts'
import { hookPeg, type Peg } from './peg.ts'
import { filletRadius } from './peg-root.ts'
import { insetProfile } from './profile.ts'

/** Heights of a part's rows of holes, from the top one at 0 down. */
export const rowHeights = (rows: number, board: Board) =>
  Array.from({ length: rows }, (_, row) => 0 - row * board.pitch)

/**
 * A peg as it lies in print, pointing along x: its profile, narrowing towards both sides.
 *
 * @param middle Height of its mid-plane; half its thickness lays its flat on z = 0.
 */
export function lyingPeg({ profile, section }: Peg, middle = 0): Solid {
  const ring = (z: number, inset: number) => ({ z, points: insetProfile(profile, inset) })
  const below = section.slice(1).map(([x, inset]) => ring(middle - x, inset))
  return loft([...below.reverse(), ...section.map(([x, inset]) => ring(middle + x, inset))])
}

/** A peg as it hangs, at the centre of its hole. */
export const pegSolid = (peg: Peg): Solid => drawnFromSide(lyingPeg(peg))

/** The recess around an integral peg in which the fillet of its root lies. */
export function wellSolid(board: Board): Solid {
  const fillet = filletRadius(board)
  const { profile, section } = hookPeg(board)
  const root = profile.filter(([y]) => y <= 0).map(([, z]) => z)
  const [low, high] = [Math.min(...root), Math.max(...root)]
  const half = section[section.length - 1][0] + fillet
  return box([-half, -fillet, low - 0.01], [half, 1, high + 0.01])
}
