import { box, drawnFromSide, loft, type Solid } from '#solid'
import type { Board } from './boards.ts'
import { hookPeg, type Peg } from './peg.ts'
import { filletRadius } from './peg-root.ts'
import { insetProfile } from './profile.ts'

/** Heights of a part's rows of holes, from the top one at 0 down. */
export const rowHeights = (rows: number, board: Board) =>
  Array.from({ length: rows }, (_, row) => 0 - row * board.pitch)

/** A peg at the origin: its profile, narrowing towards both sides. */
export function pegSolid({ profile, section }: Peg): Solid {
  const right = section.map(([x, inset]) => ({ z: x, points: insetProfile(profile, inset) }))
  const left = right
    .slice(1)
    .map(({ z, points }) => ({ z: -z, points }))
    .reverse()
  return drawnFromSide(loft([...left, ...right]))
}

/** The recess around an integral peg in which the fillet of its root lies. */
export function wellSolid(board: Board): Solid {
  const fillet = filletRadius(board)
  const { profile, section } = hookPeg(board)
  const root = profile.filter(([y]) => y <= 0).map(([, z]) => z)
  const [low, high] = [Math.min(...root), Math.max(...root)]
  const half = section[section.length - 1][0] + fillet
  return box([-half, -fillet, low - 0.01], [half, 1, high + 0.01])
}
