import { boardOf, type Resolved } from '#design'
import { plateBounds } from '#pegboard'
import {
  block,
  box,
  cylinder,
  drawnFromFront,
  hexagon,
  extrude,
  lettering,
  rotate,
  type Solid,
  translate,
  union,
} from '#solid'
import { type Cell, type CellName, cells } from '../../designs/battery-holder/cells.ts'
import { layStation } from '../../designs/battery-holder/lay-station.ts'
import type { StationValues } from '../../designs/battery-holder/station.ts'
import { mouthsOf } from '../../designs/hex-bit-rack/stairs.ts'
import { type Choice, layTiers } from '../../designs/hex-bit-rack/tiers.ts'
import { type GoatHook, holeOf } from '../../designs/goat-hook/goat-hook.ts'
import { plateFor } from '../../designs/hex-bit-rack/plate.ts'
import { roundAlong, screwdriverAt } from '../support/screwdriver.ts'

/** What a part holds, drawn where it holds it, hung; a colour for each kind of surface. Within a build. */
export type Held = { solid: Solid; color: string }[]

export const held: Record<string, (parameters: Resolved) => Held> = {
  'battery-holder'(parameters) {
    const values = parameters as unknown as StationValues
    const board = boardOf(parameters)
    const { origin, lean, columns, rows } = layStation(values, { board, mount: 'slide-in' })
    const { diameter, length }: Cell = cells[values.battery as CellName]
    const radius = diameter / 2 - 0.2
    const place = (solid: Solid) =>
      union(
        ...rows.flatMap(({ v, w }) =>
          columns.map((x) =>
            translate([0, origin.y, origin.z], rotate([-lean.degrees, 0, 0], translate([x, v, w], solid))),
          ),
        ),
      )
    const round = (r: number, from: number, to: number) => cylinder({ radius: r, from, to, segments: 48 })
    return [
      { color: '#2d3a45', solid: place(round(radius, 0, length * 0.68)) },
      { color: '#c98a3c', solid: place(round(radius, length * 0.68, length - 1.2)) },
      { color: '#d9d9d6', solid: place(round(radius * 0.36, length - 1.3, length)) },
    ]
  },

  'hex-bit-rack'(parameters) {
    const choice = parameters as unknown as Choice
    const board = boardOf(parameters)
    const tiers = layTiers(choice)
    const plate = plateFor(tiers, { board, mount: 'slide-in', arc: () => 32 })
    const stand = { plate: -plate.thickness, bed: plateBounds(plate, board).bottom }
    const tip = (kind: number) =>
      kind === 0
        ? cylinder({ radius: [2.6, 0.9], from: 12, to: 13 + 4, segments: 24 })
        : kind === 1
          ? box([-2.7, -0.5, 9], [2.7, 0.5, 13 + 4])
          : extrude(hexagon(4), 13 + 4)
    const bits = [0, 1, 2].map((kind) =>
      union(translate([0, 0, -choice.depth], extrude(hexagon(6.3), choice.depth + 11)), tip(kind)),
    )
    const solids = mouthsOf(choice, tiers, stand).map((mouth, i) =>
      translate(mouth, rotate([choice.lean, 0, 30], bits[(i * 7 + Math.floor(i / 4)) % 3])),
    )
    return [{ color: '#9aa3ab', solid: union(...solids) }]
  },

  /** A plug-in circuit tester in the upper receptacle. */
  outlet(parameters) {
    const board = boardOf(parameters)
    const rows = Math.floor(114.3 / board.pitch)
    const middle = (-(rows - 1) * board.pitch) / 2
    const body = union(
      block({ size: [34, 44, 26], center: [0, -6], radius: 8, segments: 32, topChamfer: 3 }),
      translate([0, 4, 25.8], lettering('GFCI', { height: 5, stroke: 0.9, depth: 0.6, on: 'floor' })),
    )
    const lamps = [-7, 0, 7].map((x) =>
      translate([x, -14, 0], cylinder({ radius: 2.2, from: 25, to: 26.8, segments: 24 })),
    )
    const place = (solid: Solid) => translate([0, -FACE, middle + 19.05], drawnFromFront(solid))
    return [
      { color: '#f2c230', solid: place(body) },
      { color: '#d94a38', solid: place(lamps[0]) },
      { color: '#e8a33b', solid: place(union(lamps[1], lamps[2])) },
    ]
  },

  /** A screwdriver in the goat. */
  'goat-hook'(parameters) {
    const hole = holeOf(parameters as unknown as GoatHook)
    const size = { blade: 6, length: 110, handle: 25, grip: 82, shoulder: 9 }
    const [shoulder, grip, blade] = screwdriverAt(hole, 8, size)
    const cap = roundAlong(hole, [8 - size.grip - 3, 8 - size.grip + 0.01], [size.handle / 2 - 3, size.handle / 2])
    return [
      { color: '#c8332b', solid: union(shoulder, grip, cap) },
      { color: '#aab2b8', solid: blade },
    ]
  },
}

/** Height of an outlet's faces above the board, at its defaults. */
const FACE = 30.4
