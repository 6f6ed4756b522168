import { type BitName, bits, type FitName, fits } from './bits.ts'

/** What a maker chooses, all lengths in millimetres and the lean in degrees. */
export interface Choice {
  readonly bit: BitName
  readonly fit: FitName
  readonly columns: number
  readonly rows: number
  readonly depth: number
  readonly spacing: number
  readonly step: number
  readonly lean: number
  readonly mouthChamfer: number
}

/** Chamfer of a tread's front edge, and of all edges at the sides. */
export const EDGE = 0.8
/** From the widest of the body to the edge of its cells, per side: a little more than back plates leave each other. */
export const SIDE_GAP = 0.3
/** Least flat between a mouth and a chamfered edge or the foot of a riser. */
const FLAT = 0.2
/** From the front edge of a mouth to the riser before it: two lines of 0.45 and the chamfer, which no wall may be thinner than. */
const LIP = 1.8
/** Least thickness below and behind a socket: six layers of 0.2, or four lines of 0.45. */
const WALL = 1.8
/** Free depth behind a bit of the last tier, for a fingertip. */
const FINGER = 8

/** The rack in numbers: distances from the middle of a mouth, seen from the side. */
export interface Tiers {
  /** Socket across the flats, clearance included. */
  readonly across: number
  /** Forward to the riser below the mouth. */
  readonly front: number
  /** Of the last tier, back to the plate. */
  readonly back: number
  /** Of the first tier, down to the bed. */
  readonly base: number
  /** What is seen of a riser above the tread before it. */
  readonly riser: number
  /** How far a tread rises per millimetre towards the board. */
  readonly slope: number
  readonly size: { readonly width: number; readonly depth: number; readonly height: number }
}

/** Lays out the tiers of a rack. */
export function layTiers(choice: Choice): Tiers {
  const { bit, fit, columns, rows, depth, spacing, step, lean, mouthChamfer } = choice
  const [sin, cos] = [Math.sin((lean * Math.PI) / 180), Math.cos((lean * Math.PI) / 180)]
  const slope = sin / cos
  const across = bits[bit].across + fits[fit]
  // Corners point to the front and to the back: the flats face the neighbours, with even walls between, and the fingers.
  const corner = across / Math.sqrt(3)
  const front = ((across + 2 * mouthChamfer) / Math.sqrt(3)) * cos + LIP
  const back = corner * cos + Math.max(FINGER, depth * sin + WALL)
  const base = WALL + depth * cos + corner * sin
  return {
    across,
    front,
    back,
    base,
    riser: step - spacing * slope,
    slope,
    size: {
      width: columns * spacing - 2 * SIDE_GAP,
      depth: front + (rows - 1) * spacing + back,
      height: base + (rows - 1) * step + back * slope,
    },
  }
}

/** Least spacing that leaves walls between the sockets, their mouths' chamfers and the risers. */
export function leastSpacing(choice: Choice): number {
  const { across, front } = layTiers(choice)
  const aside = across + 2 * (choice.mouthChamfer + FLAT + EDGE + SIDE_GAP)
  const behind = 2 * front - LIP + FLAT
  return Math.max(aside, behind)
}
