import type { Context } from '#design'
import { leastPlate, type Plate, plateBounds } from '#pegboard'
import { type Cell, cells } from './cells.ts'
import { LEAST_CAPITAL, lettersWidth, placeLabel } from './label.ts'
import type { Station, StationValues } from './station.ts'

/** Least floor under a cell. */
const FLOOR = 2
/** Free space between a seated cell and the plate behind it, where they come closest. */
const BEHIND = 1
/** What shows of the plate on either side of the block. */
const RIM = 1
/** What the plate has to spare widens the gaps between cells, up to this: more only makes a brick. */
const WIDEST_GAP = 4
/** Tread before each further row: room for the chamfer of the mouths before it, and for a fingertip. */
const TREAD = 2.4
/** How much of a cell shows above the one before it, in cell lengths. */
const RISE = 0.3
/** Largest radius of the block's upright edges. */
const ROUNDEST = 10
/** Least thickness of the plate: a thinner one would end lower, to tilt in. */
const LEAST_PLATE = 6
/** Boards with holes closer than this steady a part by pins in a second row. */
const CLOSE = 35
/** Least height of a window's sill above the floor: the cell stands in a ring. */
const SILL = 4

/** Windows lower than this show nothing. */
export const LEAST_WINDOW = 4

/** Lays a holder out. */
export function layStation(values: StationValues, context: Pick<Context, 'board' | 'mount'>): Station {
  const { battery, cellDiameter, cellLength, depth, wall, play } = values
  const cell: Cell = cells[battery]
  const bore = {
    width: (cell.width ?? cellDiameter) + play,
    thickness: cellDiameter + play,
    round: cell.width === undefined,
    // A pocket's corners are as round as a cell with sharp ones lets them be.
    corner: cell.width === undefined ? (cellDiameter + play) / 2 : Math.max(0.1, (play / 2) * (2 + Math.SQRT2)),
  }
  const angle = (values.lean * Math.PI) / 180
  const lean = { degrees: values.lean, sin: Math.sin(angle), cos: Math.cos(angle) }
  const between = bore.thickness + wall + TREAD
  // Each row rises upright by RISE; along the cells that is farther, since a row behind lies lower for the lean.
  const step = (RISE * cellLength + between * lean.sin) / lean.cos
  const front = -bore.thickness / 2 - wall
  const last = { v: (values.rows - 1) * between, w: (values.rows - 1) * step }
  // Of the front row's floor above the bed.
  const middle = FLOOR + (bore.thickness / 2) * lean.sin
  const height = middle - (last.v + front) * lean.sin + (last.w + depth) * lean.cos

  const { plate, bounds } = choosePlate(values.columns * bore.width + (values.columns + 1) * wall, height, context)
  const origin = {
    y: -plate.thickness - BEHIND - (last.v + bore.thickness / 2) * lean.cos - (last.w + cellLength) * lean.sin,
    z: bounds.bottom + middle,
  }
  const foot = (front * lean.sin - middle) / lean.cos
  const { width, corner } = spread(values, bore, bounds.right - bounds.left - 2 * RIM)
  const label = placeLabel(values.label, width - 2 * corner, foot, depth)
  return {
    plate,
    bottom: bounds.bottom,
    origin,
    lean,
    bore,
    depth,
    wall,
    chamfer: Math.min(0.8, 0.35 * wall),
    columns: Array.from(
      { length: values.columns },
      (_, column) =>
        ((column + 0.5) / values.columns - 0.5) *
        (width - (width - values.columns * bore.width) / (values.columns + 1)),
    ),
    rows: Array.from({ length: values.rows }, (_, row) => ({
      v: row * between,
      w: row * step,
      front: row * between + front,
      sill: row === 0 ? Math.max(Math.min(SILL, depth / 4), label?.top ?? 0) : Math.max(SILL, depth - step + 3),
    })),
    width,
    height,
    reach: -(origin.y + (front - middle * lean.sin) / lean.cos),
    corner,
    ...(label && { label }),
  }
}

/** The smallest plate of whole cells that covers the block. */
function choosePlate(width: number, height: number, { board, mount }: Pick<Context, 'board' | 'mount'>) {
  const thickness = Math.max(LEAST_PLATE, leastPlate({ board, mount }, 'upright'))
  const gap = board.pitch - plateBounds({ columns: 1, rows: 1 }, board).right * 2
  const plate: Plate = {
    columns: Math.ceil((width + 2 * RIM + gap) / board.pitch),
    rows: Math.max(board.pitch < CLOSE ? 2 : 1, Math.ceil((height + gap) / board.pitch)),
    thickness,
    cornerRadius: 3,
  }
  return { plate, bounds: plateBounds(plate, board) }
}

/** How wide the block is, of what there is room for, and how round. */
function spread({ columns, wall, label }: StationValues, bore: Station['bore'], room: number) {
  const least = lettersWidth(label, LEAST_CAPITAL)
  const loose = columns * bore.width + (columns + 1) * Math.max(wall, WIDEST_GAP)
  const width = Math.min(room, Math.max(loose, least + 2 * wall))
  return {
    width,
    corner: Math.min(bore.corner + wall, width / 5, ROUNDEST, Math.max(wall, (width - least) / 2)),
  }
}

/** Whether a label, if there is one, can be read and leaves room for windows above it. */
export const hasRoomForLabel = ({ label, depth, rows }: Station) =>
  !label || (label.capital >= LEAST_CAPITAL - 1e-9 && depth - rows[0].sill >= LEAST_WINDOW)
