import type { Vec2 } from '#solid'
import type { Shape } from './outline.ts'

/** What a pin goes into. */
export interface Opening {
  readonly shape: Shape
  /** Its centre, from the middle of the receptacle. */
  readonly at: Vec2
  /** Length of the longest pin that a plug may have. */
  readonly pin: number
}

/** A kind of receptacle, seen from the front and by its true sizes in millimetres: the largest plug fits without any play added. */
export interface Receptacle {
  /** Width and height of a wall plate for one gang. */
  readonly plate: Vec2
  /** From the middle of one gang to the next. */
  readonly gang: number
  /** How far apart two of them stand one above the other in one gang; left out where a gang holds one. */
  readonly apart?: number
  /** The window of the plate in which the face stands, alone in its gang or one of two; left out where plate and face are one. */
  readonly window?: { readonly single: Shape; readonly pair?: Shape }
  /** What the plug's body goes into. */
  readonly recess?: { readonly shape: Shape; readonly depth: number }
  readonly openings: readonly Opening[]
  /** Heads of the plate's screws in a gang: where they are, if one receptacle stands in it or two. */
  readonly screws: { readonly single: readonly Vec2[]; readonly pair?: readonly Vec2[] }
}

/** Plugs are known by their largest pin; their openings are wider by what NEMA leaves its ground pin, 5.207 less 4.826. */
const MARGIN = 0.38

const slot = (width: number, height: number): Shape => ({ kind: 'rectangle', width, height })
const hole = (diameter: number): Shape => ({ kind: 'circle', width: diameter + MARGIN })

/*
 * ANSI/NEMA WD 6-2016: least openings, as the standard gives them for receptacles. Seen from the front, ground down, the neutral (long) slot is
 * on the left; the ground's round side looks up, to the blades. Blades are sold up to 18.3 long, ground pins up to 3.2 longer.
 */
const BLADE = 18.3
const GROUND = 21.5
const blades = (height: number): Opening[] => [
  { shape: slot(1.905, 8.382), at: [-6.35, height], pin: BLADE },
  { shape: slot(1.905, 6.731), at: [6.35, height], pin: BLADE },
]
/** A duplex plate's windows are round with flats 28.6 apart; a single device's face is a full circle of 38.9. Screws of a single plate stand 60.3 apart. */
const nemaPlate = {
  plate: [69.85, 114.3],
  gang: 46,
  apart: 38.1,
  window: { single: { kind: 'circle', width: 38.9 }, pair: { kind: 'circle', width: 34, flats: 28.6 } },
  screws: {
    single: [
      [0, 30.15],
      [0, -30.15],
    ],
    pair: [[0, 0]],
  },
} as const satisfies Partial<Receptacle>

/** A German plate: 80 square about a middle of 55 square, gangs 71 apart (common trade sizes; not in the table of standards). */
const centralPlate = {
  plate: [80, 80],
  gang: 71,
  window: { single: { kind: 'rectangle', width: 55, height: 55, radius: 1.5 } },
} as const satisfies Partial<Receptacle>

export const receptacles = {
  'nema-5-15': {
    ...nemaPlate,
    openings: [
      ...blades(3.175),
      { shape: { kind: 'arch', width: 5.207, height: 5.207 }, at: [0, -8.712], pin: GROUND },
    ],
  },
  'nema-1-15': { ...nemaPlate, openings: blades(0) },
  /** CEE 7/4: pins of 4.8 × 19, 19 apart, in a recess 17.5 deep; 39 across takes the published cap of 37.2 with room. */
  schuko: {
    ...centralPlate,
    recess: { shape: { kind: 'clipped', width: 39, clip: 4.5, groove: 1.8 }, depth: 17.5 },
    openings: [
      { shape: hole(4.8), at: [-9.5, 0], pin: 19 },
      { shape: hole(4.8), at: [9.5, 0], pin: 19 },
    ],
    screws: { single: [] },
  },
  /**
   * CEE 7/16: pins of 4.0 × 19 on a body of 35.3 × 13.7. They stand 18.6 apart at the body and 17.5 at their tips, 19 nominally: each opening is as
   * much longer inwards.
   */
  europlug: {
    ...centralPlate,
    recess: {
      shape: { kind: 'rectangle', width: 35.3 + 2 * MARGIN, height: 13.7 + 2 * MARGIN, radius: 5 },
      depth: 6,
    },
    openings: [-1, 1].map((side): Opening => ({
      shape: { kind: 'rectangle', width: 4 + MARGIN + 0.75, height: 4 + MARGIN, radius: 3 },
      at: [side * (9.5 - 0.75 / 2), 0],
      pin: 19,
    })),
    screws: { single: [] },
  },
  /** BS 1363: line and neutral 6.4 × 4.0 × 17.7, lying; earth 8.0 × 4.0 × 22.7 (22.3 by one source), standing 22.2 above their line. Plate screws 60.3 apart. */
  'bs-1363': {
    plate: [86, 86],
    gang: 60.3,
    openings: [
      { shape: slot(6.4 + MARGIN, 4 + MARGIN), at: [-11.1, -11.1], pin: 17.7 },
      { shape: slot(6.4 + MARGIN, 4 + MARGIN), at: [11.1, -11.1], pin: 17.7 },
      { shape: slot(4 + MARGIN, 8 + MARGIN), at: [0, 11.1], pin: 22.7 },
    ],
    screws: {
      single: [
        [-30.15, 0],
        [30.15, 0],
      ],
    },
  },
} as const satisfies Record<string, Receptacle>

export type ReceptacleName = keyof typeof receptacles
