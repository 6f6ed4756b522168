import type { Context } from '#design'
import {
  block,
  drawnFromFront,
  extrude,
  intersect,
  lettering,
  loft,
  OVERLAP,
  polygon,
  rotate,
  roundedRing,
  type Solid,
  translate,
  union,
  type Vec2,
} from '#solid'
import { CAPITAL_STROKE, RELIEF, type Station } from './station.ts'

/** Chamfer of the edges on the bed: hides an elephant's foot. */
const FOOT_CHAMFER = 0.5
/** How far the block reaches into the plate: past the chamfer of the plate's own edge, so that no groove is left between them on the bed. */
const INTO_PLATE = 1
/** How far cutters stick out of what they cut. */
const OUT = 1
/** In widths of a cell's hollow: the window, so narrow that no cell falls out of it, and the hole below, so narrow that it stands on the rest. */
const WINDOW = 0.5
const HOLE = 0.6
/** Windows lower than this are left out. */
const LEAST_WINDOW = 4

/** What stands in front of the plate, and what is cut from it, in the hung pose. */
export function holderSolid(station: Station, { arc }: Pick<Context, 'arc'>): { body: Solid; cut: Solid[] } {
  const { origin, lean, rows, columns, label, depth } = station
  const leant = (solid: Solid) => translate([0, origin.y, origin.z], rotate([-lean.degrees, 0, 0], solid))
  const terraces = rows.map(({ front, w }) => leant(terrace(station, front, w + depth, arc(station.corner))))
  const block = intersect(union(...terraces), footing(station, arc(station.corner)))
  const cups = rows.flatMap(({ v, w }) => {
    const hollow = cup(station, w, arc(station.bore.width / 2))
    return columns.map((x) => leant(translate([x, v, w], hollow)))
  })
  const windows = rows
    .filter(({ sill }) => depth - sill >= LEAST_WINDOW)
    .map(({ v, w, sill }) => leant(translate([0, v, w], windowsOf(station, sill, arc(station.bore.width / 4)))))
  return {
    body: label ? union(block, leant(translate([0, rows[0].front, label.w], written(label)))) : block,
    cut: [...cups, ...windows],
  }
}

/** One row's block in the leaning frame: its front and its top are true, the rest is left to the {@link footing}. */
function terrace(
  { width, corner, chamfer, reach, height }: Station,
  front: number,
  top: number,
  segments: number,
): Solid {
  const far = reach + height
  const size = [width, 2 * far, top + far] as const
  const upright = block({ size, center: [0, front + far], radius: corner, segments, topChamfer: chamfer })
  return translate([0, 0, -far], upright)
}

/** All between the bed and the plate that the block may fill: flares from the chamfer on the bed, and then stays clear of the block's own faces. */
function footing({ width, corner, rows, origin, lean, plate, bottom, height }: Station, segments: number): Solid {
  const clear = 0.2
  const quarter = segments / 4
  const ring = (z: number, grown: number) => {
    const round = (side: -1 | 1, from: number) =>
      Array.from({ length: quarter + 1 }, (_, i): Vec2 => {
        const angle = from + ((i / quarter) * Math.PI) / 2
        const v = rows[0].front + corner + (corner + grown) * Math.sin(angle)
        return [
          side * (width / 2 - corner) + (corner + grown) * Math.cos(angle),
          origin.y + (v + (bottom + z - origin.z) * lean.sin) / lean.cos,
        ]
      })
    const rear = INTO_PLATE - plate.thickness
    const half = width / 2 + grown
    return { z, points: [[half, rear], [-half, rear], ...round(-1, Math.PI), ...round(1, 1.5 * Math.PI)] as Vec2[] }
  }
  const rings = [ring(0, -FOOT_CHAMFER), ring(FOOT_CHAMFER + clear, clear), ring(height + OUT, clear)]
  return translate([0, 0, bottom], loft(rings))
}

/** The hollow for one cell, from below the bed to above its mouth; z = 0 is the floor that the cell stands on. */
function cup({ bore, chamfer, depth, origin, bottom, lean }: Station, w: number, segments: number): Solid {
  const ring = (z: number, share: number, grown = 0) => ({ z, points: hollow(bore, segments, share, grown) })
  const through = -(origin.z - bottom) / lean.cos - w - bore.thickness * lean.sin - OUT
  return loft([
    ring(through, HOLE),
    ring(-OVERLAP, HOLE),
    ring(0, 1),
    ring(depth - chamfer, 1),
    ring(depth + 0.2, 1, chamfer + 0.2),
  ])
}

/** Outline of a share of a cell's hollow: its flats, not its corners, lie on a circle's diameter, so that a round cell passes. */
function hollow(
  { round, width, thickness, corner }: Station['bore'],
  segments: number,
  share: number,
  grown: number,
): Vec2[] {
  if (!round) {
    return roundedRing([share * width + 2 * grown, share * thickness + 2 * grown], corner + grown, 16)
  }
  const radius = ((share * width) / 2 + grown) / Math.cos(Math.PI / segments)
  return Array.from({ length: segments }, (_, i): Vec2 => {
    const angle = (2 * Math.PI * i) / segments
    return [radius * Math.cos(angle), radius * Math.sin(angle)]
  })
}

/** The windows of one row: notches open to the top, round below and at their lips; from the middle of the cells out through the front. */
function windowsOf({ bore, columns, depth, wall }: Station, sill: number, segments: number): Solid {
  const half = (WINDOW * bore.width) / 2
  const round = Math.min(half, 0.6 * (depth - sill))
  const lip = Math.min(2, bore.width / 8, 0.3 * (depth - sill))
  const arc = (x: number, z: number, radius: number, from: number, to: number) =>
    Array.from({ length: segments / 4 + 1 }, (_, i): Vec2 => {
      const angle = ((from + ((to - from) * i) / (segments / 4)) * Math.PI) / 180
      return [x + radius * Math.cos(angle), z + radius * Math.sin(angle)]
    })
  const notch = polygon([
    ...arc(round - half, sill + round, round, 180, 270),
    ...arc(half - round, sill + round, round, 270, 360),
    ...arc(half + lip, depth - lip, lip, 180, 90),
    [half + lip, depth + OUT],
    [-half - lip, depth + OUT],
    ...arc(-half - lip, depth - lip, lip, 90, 0),
  ])
  const through = bore.thickness / 2 + wall + OUT
  return drawnFromFront(extrude(union(...columns.map((x) => translate([x, 0], notch))), through))
}

const written = ({ text, capital }: NonNullable<Station['label']>): Solid =>
  drawnFromFront(lettering(text, { height: capital, stroke: CAPITAL_STROKE * capital, depth: RELIEF, on: 'wall' }))
