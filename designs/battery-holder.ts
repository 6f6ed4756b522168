import { angle, boardOf, choice, type Chosen, count, defineDesign, length, text } from '#design'
import { hang, type MountStyle } from '#pegboard'
import { type CellName, cellNames, cells } from './battery-holder/cells.ts'
import { holderSolid } from './battery-holder/holder-solid.ts'
import { hasRoomForLabel, layStation } from './battery-holder/lay-station.ts'
import { findProblems } from './battery-holder/problems.ts'
import type { StationValues } from './battery-holder/station.ts'
import { heldCells } from './battery-holder/held-cells.ts'

/** A battery station: cells wait in leaning cups, seen through a window each, where the charger is. */
export default defineDesign({
  name: 'battery-holder',
  summary: 'Leaning cups for loose cells, each with a window to see them and a hole to push them out.',
  parameters: {
    battery: choice('Cell that it holds', cellNames, { default: 'AA' }),
    columns: count('Cells side by side', { default: 4, min: 1, max: 40 }),
    rows: count('Rows of cells, each rising behind the one before', { default: 1, min: 1, max: 8 }),
    cellDiameter: length('Diameter of a custom cell at its largest; a flat cell, its smaller side', {
      default: ({ battery }) => cells[battery as CellName].diameter,
      min: 5,
      max: 60,
    }),
    cellLength: length('Length of a custom cell at its largest', {
      default: ({ battery }) => cells[battery as CellName].length,
      min: 15,
      max: 200,
    }),
    depth: length('How deep a cell stands in its cup', {
      default: ({ cellLength }) => Math.round(0.45 * (cellLength as number)),
      min: 5,
      max: 140,
    }),
    lean: angle('How far cells lean back, so that they stay in', { default: 10, min: 0, max: 30 }),
    play: length('How much wider than the cell at its largest a cup is, on the diameter', {
      default: 0.4,
      min: 0,
      max: 2,
    }),
    wall: length('Least wall between cups and around them', { default: 1.8, min: 0.8, max: 8 }),
    label: text('Lettering on the front; empty for none', { default: cellName, maxLength: 40 }),
  },
  groups: { 'Cells and fit': ['cellDiameter', 'cellLength', 'depth', 'play', 'wall'] },
  presets: { '24-pack': { columns: 8, rows: 3 } },
  mount: 'slide-in',
  check: findProblems,
  main(values, context) {
    const station = layStation(values, context)
    return hang({ plate: station.plate, ...holderSolid(station, context), laid: 'upright' }, context)
  },
  held: heldCells,
})

/** What a holder is lettered with unless told otherwise: the cell's name, where there is room for it. */
function cellName(chosen: Chosen): string {
  const label = chosen.battery as string
  if (label === 'custom') return ''
  const values = { ...(chosen as unknown as StationValues), label }
  const station = layStation(values, { board: boardOf(chosen), mount: chosen.mount as MountStyle })
  return hasRoomForLabel(station) ? label : ''
}
