import type { Context, Held } from '#design'
import { block, cylinder, rotate, type Solid, translate } from '#solid'
import { type Cell, cells } from './cells.ts'
import { layStation } from './lay-station.ts'
import type { StationValues } from './station.ts'

/** How much slimmer than the largest cell a usual one is, on the diameter. */
const SLIMMER = 0.4
const [WRAP, COPPER, STEEL] = ['#2d3a45', '#c98a3c', '#d9d9d6']

/** Cells in their cups: two colours to tell which way up they stand, and a terminal. */
export function heldCells(values: StationValues, context: Context): Held[] {
  const { origin, lean, columns, rows } = layStation(values, context)
  const { width }: Cell = cells[values.battery]
  const { cellLength: length } = values
  const radius = (values.cellDiameter - SLIMMER) / 2
  const segments = context.arc(radius)
  const round = (size: number, from: number, to: number) => cylinder({ radius: size, from, to, segments })
  const flat = (from: number, to: number) =>
    translate([0, 0, from], block({ size: [(width ?? 0) - SLIMMER, 2 * radius, to - from], radius: 2, segments }))
  const body = width === undefined ? (from: number, to: number) => round(radius, from, to) : flat
  const parts = [
    { color: WRAP, solid: body(0, 0.68 * length) },
    { color: COPPER, solid: body(0.68 * length, length - 1.2) },
    { color: STEEL, solid: round(0.36 * radius, length - 1.2, length) },
  ]
  const place = (solid: Solid, x: number, { v, w }: { readonly v: number; readonly w: number }) =>
    translate([0, origin.y, origin.z], rotate([-lean.degrees, 0, 0], translate([x, v, w], solid)))
  return rows.flatMap((row) =>
    columns.flatMap((x) => parts.map(({ color, solid }) => ({ color, solid: place(solid, x, row) }))),
  )
}
