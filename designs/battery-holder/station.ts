import type { Context } from '#design'
import { leastPlate, type Plate, plateBounds } from '#pegboard'
import { letteringWidth } from '#solid'
import { type Cell, type CellName, cells } from './cells.ts'

/** The design's own parameters, as its `main` receives them. */
export interface StationValues {
  readonly battery: CellName
  readonly cellDiameter: number
  readonly cellLength: number
  readonly columns: number
  readonly rows: number
  readonly depth: number
  readonly lean: number
  readonly wall: number
  readonly play: number
  readonly label: string
}

/**
 * Where everything of a holder lies, in millimetres.
 *
 * Cells and all that follows them are placed in the leaning frame (x, v, w): w runs up along the cells, v at right angles to them towards the
 * board. Its origin is the middle of the floor that the front row stands on.
 */
export interface Station {
  readonly plate: Plate
  /** z of the plate's lower edge, and so of the bed, in the hung pose. */
  readonly bottom: number
  /** Where the leaning frame has its origin in the hung pose. */
  readonly origin: { readonly y: number; readonly z: number }
  readonly lean: { readonly degrees: number; readonly sin: number; readonly cos: number }
  /** The hollow for one cell. */
  readonly bore: {
    readonly width: number
    readonly thickness: number
    readonly round: boolean
    readonly corner: number
  }
  readonly depth: number
  readonly wall: number
  /** Of the mouths and of the block's upper edges. */
  readonly chamfer: number
  /** x of each column. */
  readonly columns: readonly number[]
  /** From the front: the middle of the floor, v of the face before it, and how far above the floor the windows begin. */
  readonly rows: readonly { readonly v: number; readonly w: number; readonly front: number; readonly sill: number }[]
  /** The block: its width, the height of its highest edge above the bed, how far it stands out from the board, its upright edges' radius. */
  readonly width: number
  readonly height: number
  readonly reach: number
  readonly corner: number
  /** Left out where no text is wanted. What has no room comes out too low or too high up: see {@link hasRoomForLabel}. */
  readonly label?: { readonly text: string; readonly capital: number; readonly w: number }
}

/** Least floor under a cell. */
const FLOOR = 2
/** Free space between a seated cell and the plate behind it, where they come closest. */
const BEHIND = 1
/** What shows of the plate on either side of the block. */
const RIM = 1.5
/** What the plate has to spare widens the gaps between cells, up to this: more only makes a brick. */
const WIDEST_GAP = 4
/** Tread before each further row: room for the chamfer of the mouths before it, and for a fingertip. */
const TREAD = 2.4
/** How much of a cell shows above the one before it, in cell lengths. */
const RISE = 0.3
/** Largest radius of the block's upright edges. */
const ROUNDEST = 10
/** Boards with holes closer than this steady a part by pins in a second row. */
const CLOSE = 35
/** Least height of a window's sill above the floor: the cell stands in a ring. */
const SILL = 4

/** Windows lower than this show nothing. */
export const LEAST_WINDOW = 4

/** Capitals lower than this do not print legibly. */
export const LEAST_CAPITAL = 3
const LARGEST_CAPITAL = 8
/** Width of lettering's strokes, in capital heights, and how far it stands out. */
export const CAPITAL_STROKE = 1 / 6
export const RELIEF = 0.45

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
  const sill = label ? label.w + label.capital / 2 + margin(label.capital) : 0
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
      sill: row === 0 ? Math.max(Math.min(SILL, depth / 4), sill) : Math.max(SILL, depth - step + 3),
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
  const thickness = Math.max(4, leastPlate({ board, mount }, 'upright'))
  const gap = board.pitch - plateBounds({ columns: 1, rows: 1 }, board).right * 2
  const plate: Plate = {
    columns: Math.ceil((width + 2 * RIM + gap) / board.pitch),
    rows: Math.max(board.pitch < CLOSE ? 2 : 1, Math.ceil((height + gap) / board.pitch)),
    thickness,
    cornerRadius: 1,
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

/** How much of a flat face lettering takes. */
export const lettersWidth = (text: string, capital: number) =>
  text.trim() === '' ? 0 : letteringWidth(text, capital) + CAPITAL_STROKE * capital + 2 * RELIEF

/** Room above and below a line of capitals, for descenders and for looks. */
const margin = (capital: number) => Math.max(1.8, 0.45 * capital)

/** A line of text along the lower edge of the front face: as high as suits the face and the text's length. */
function placeLabel(text: string, flat: number, foot: number, depth: number): Station['label'] {
  if (text.trim() === '') return undefined
  const fitting = (flat - 2 * RELIEF) / (letteringWidth(text, 1) + CAPITAL_STROKE)
  const capital = Math.min(LARGEST_CAPITAL, Math.max(LEAST_CAPITAL, (depth - foot) / 5), fitting)
  return { text: text.trim(), capital, w: foot + margin(capital) + capital / 2 }
}
