import {
  circle,
  drawnFromFront,
  extrude,
  type Profile,
  rectangle,
  type Solid,
  subtract,
  translate,
  type Vec2,
} from '#solid'
import type { Board } from './boards.ts'

/**
 * The board itself, to try parts on: holes around the peg columns of a part, its front face on y = 0.
 *
 * @param extent.columns Columns of holes, centred on x = 0; like those of a part's plate.
 * @param extent.rows Rows of holes from z = 0 down.
 * @param extent.margin Cells of board around these, with holes of their own; default 1.
 * @param arc Segments of a full circle by its radius. Holes are cut with their corners on the diameter, so never larger than they are.
 */
export function boardSolid(
  board: Board,
  extent: { columns: number; rows: number; margin?: number },
  arc: (radius: number) => number,
): Solid {
  const { columns, rows, margin = 1 } = extent
  const { pitch, thickness, staggered } = board
  const half = ((columns + 2 * margin) * pitch) / 2
  const top = (margin + 0.5) * pitch
  const bottom = -(rows - 0.5 + margin) * pitch
  const hole = holeProfile(board, arc)
  const places: Vec2[] = []
  for (let row = -margin; row < rows + margin; row++) {
    for (let column = -margin; column < columns + margin; column++) {
      const place: Vec2 = [(column - (columns - 1) / 2) * pitch, -row * pitch]
      places.push(place)
      if (staggered) places.push([place[0] + pitch / 2, place[1] - pitch / 2])
    }
  }
  const within = places.filter(([x, z]) => x + pitch / 4 < half && z - pitch / 4 > bottom)
  const sheet = subtract(
    rectangle([2 * half, top - bottom], [0, (top + bottom) / 2]),
    ...within.map((place) => translate([...place, 0], hole)),
  )
  return translate([0, thickness, 0], drawnFromFront(extrude(sheet, thickness)))
}

function holeProfile({ hole }: Board, arc: (radius: number) => number): Profile {
  const { diameter } = hole
  if (hole.shape === 'round') return circle(diameter / 2, arc(diameter / 2))
  return rectangle([diameter, hole.height], [0, 0], diameter / 2 - 1e-3, arc(diameter / 2))
}
