import type { Context } from '#design'
import {
  drawnFromFront,
  extrude,
  lettering,
  OVERLAP,
  pierced,
  polygon,
  rotate,
  type Solid,
  translate,
  union,
  type Vec2,
  type Vec3,
} from '#solid'
import { CAPITAL_STROKE, type Label, RELIEF } from './label.ts'
import { LEAST_WINDOW } from './lay-station.ts'
import { cupOutline, quarter, terraceOutline } from './outlines.ts'
import type { Station } from './station.ts'

/** Chamfer of the edges on the bed: hides an elephant's foot. */
const FOOT_CHAMFER = 0.5
/** How far the block reaches into the plate: past the chamfer of the plate's edge, so that no groove is left between them on the bed. */
const INTO_PLATE = 1
/** How far cutters stick out of what they cut. */
const OUT = 1
/** In widths of a cup: its window, so narrow that no cell falls out of it, and the hole below, so narrow that a cell stands on the rest. */
const WINDOW = 0.5
const HOLE = 0.6
/** Nothing fits against a window: it is cut as coarsely as a round that is so much smaller. */
const COARSER = 16

/** What stands in front of the plate, and what is cut from it, in the hung pose. */
export function holderSolid(station: Station, { arc }: Pick<Context, 'arc'>): { body: Solid; cut: Solid[] } {
  const { origin, lean, rows, label, depth } = station
  const leant = (solid: Solid) => translate([0, origin.y, origin.z], rotate([-lean.degrees, 0, 0], solid))
  const parts = rows.map((_, row) => terrace(station, row, arc))
  if (label) parts.push(leant(translate([0, rows[0].front, label.w], written(label))))
  const windows = rows
    .filter(({ sill }) => depth - sill >= LEAST_WINDOW)
    .map(({ v, w, sill }) => leant(translate([0, v, w], windowsOf(station, sill, arc(station.bore.width / COARSER)))))
  return { body: union(...parts), cut: windows }
}

/** One row's part of the block with its cups: from the bed to their mouths, from its own front into the next terrace or the plate. */
function terrace(station: Station, row: number, arc: Context['arc']): Solid {
  const { rows, depth, chamfer, bore, columns, origin, lean, bottom, plate } = station
  const { v, w } = rows[row]
  const rear = INTO_PLATE - plate.thickness - origin.y
  // Outlines are drawn across the cells and carried along them; what would go beyond the rear stays there.
  const across = (outline: readonly Vec2[], up: number) =>
    outline.map(([x, far]): Vec3 => {
      const at = Math.min(far, (rear - up * lean.sin) / lean.cos)
      return [x, origin.y + at * lean.cos + up * lean.sin, origin.z - at * lean.sin + up * lean.cos]
    })
  const level = (outline: readonly Vec2[], height: number) => {
    const z = bottom + height - origin.z
    return outline.map(([x, far]): Vec3 => {
      const at = Math.min(far, rear * lean.cos - z * lean.sin)
      return [x, origin.y + (at + z * lean.sin) / lean.cos, bottom + height]
    })
  }
  const block = (inset: number) => terraceOutline(station, row, inset, arc(station.corner))
  const outside = [
    level(block(FOOT_CHAMFER), 0),
    level(block(0), FOOT_CHAMFER),
    across(block(0), w + depth - chamfer),
    across(block(chamfer), w + depth),
  ]
  const cup = (share: number, grown = 0) => cupOutline(bore, share, grown, arc(bore.width / 2))
  const tunnels = columns.map((x) => {
    const at = (ring: readonly Vec2[]) => ring.map(([dx, dv]): Vec2 => [x + dx, v + dv])
    return [
      level(at(cup(HOLE)), 0),
      across(at(cup(HOLE)), w - OVERLAP),
      across(at(cup(1)), w),
      across(at(cup(1)), w + depth - chamfer),
      across(at(cup(1, chamfer)), w + depth),
    ]
  })
  return pierced(outside, tunnels)
}

/** The windows of one row: notches open to the top, round below and at their lips; from the middle of the cells out through the front. */
function windowsOf({ bore, columns, depth, wall }: Station, sill: number, segments: number): Solid {
  const half = (WINDOW * bore.width) / 2
  const round = Math.min(half, 0.6 * (depth - sill))
  const lip = Math.min(2, bore.width / 8, 0.3 * (depth - sill))
  const notch = polygon([
    ...quarter(round - half, sill + round, round, segments, [180, 270]),
    ...quarter(half - round, sill + round, round, segments, [270, 360]),
    ...quarter(half + lip, depth - lip, lip, segments, [180, 90]),
    [half + lip, depth + OUT],
    [-half - lip, depth + OUT],
    ...quarter(-half - lip, depth - lip, lip, segments, [90, 0]),
  ])
  const through = bore.thickness / 2 + wall + OUT
  return drawnFromFront(extrude(union(...columns.map((x) => translate([x, 0], notch))), through))
}

const written = ({ text, capital }: Label): Solid =>
  drawnFromFront(lettering(text, { height: capital, stroke: CAPITAL_STROKE * capital, depth: RELIEF, on: 'wall' }))
