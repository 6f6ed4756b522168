import {
  drawnFromFront,
  drawnFromSide,
  extrude,
  intersect,
  loft,
  polygon,
  roundedRing,
  type Solid,
  translate,
  type Vec2,
} from '#solid'
import type { Board } from './boards.ts'
import type { Laid, Plate } from './piece.ts'
import { plateProfile, SIDE_GAP } from './plate.ts'

/** Where the plate's edges lie: x of the sides, z of top and bottom. */
export function plateBounds({ columns, rows }: Pick<Plate, 'columns' | 'rows'>, board: Board) {
  const profile = plateProfile({ rows, board, thickness: 6 })
  const half = (columns * board.pitch) / 2 - SIDE_GAP
  return {
    left: -half,
    right: half,
    top: Math.max(...profile.map(([, z]) => z)),
    bottom: Math.min(...profile.map(([, z]) => z)),
  }
}

/** The back plate: its corners round as seen from the front, its edges as seen from the side. */
export function plateSolid(
  { columns, rows, thickness, cornerRadius }: Plate,
  { board, arc }: { board: Board; arc: (radius: number) => number },
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
