import { roundedRing, type Vec2 } from '#solid'
import type { Station } from './station.ts'

/** How far each terrace reaches into the next: past the chamfer on the bed, so that no groove is left between them. */
const INTO_NEXT = 0.6

/** Outline of one terrace, its front and sides moved inwards: round at its front corners and, behind, within the round front of the next. */
export function terraceOutline({ rows, width, corner }: Station, row: number, inset: number, segments: number): Vec2[] {
  const half = width / 2
  const round = ({ front }: Station['rows'][number], by: number) =>
    [-1, 1].flatMap((side) =>
      quarter(side * (half - corner), front + corner, corner - by, segments, side < 0 ? [180, 270] : [270, 360]),
    )
  const next = rows[row + 1]
  const end = next ? next.front + corner : Infinity
  const behind = next ? round(next, Math.max(INTO_NEXT, inset + 0.05)).reverse() : []
  return [...round(rows[row], inset), [half - inset, end], ...behind, [inset - half, end]]
}

/** Outline of a share of a cell's cup: its flats, not its corners, lie on a circle's diameter, so that a round cell passes. */
export function cupOutline(bore: Station['bore'], share: number, grown: number, segments: number): Vec2[] {
  const { round, width, thickness, corner } = bore
  if (!round) return roundedRing([share * width + 2 * grown, share * thickness + 2 * grown], corner + grown, 16)
  const radius = ((share * width) / 2 + grown) / Math.cos(Math.PI / segments)
  return Array.from({ length: segments }, (_, i): Vec2 => {
    const angle = (2 * Math.PI * i) / segments
    return [radius * Math.cos(angle), radius * Math.sin(angle)]
  })
}

/** Points of a quarter of a circle, both ends included; degrees. */
export function quarter(
  x: number,
  y: number,
  radius: number,
  segments: number,
  [from, to]: readonly [number, number],
): Vec2[] {
  const steps = segments / 4
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = ((from + ((to - from) * i) / steps) * Math.PI) / 180
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
  })
}
