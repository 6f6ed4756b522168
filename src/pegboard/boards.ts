/** A hole of a pegboard, seen from the front. Slots stand upright and have fully round ends. */
export type Hole =
  | { readonly shape: 'round'; readonly diameter: number }
  | { readonly shape: 'slot'; readonly diameter: number; readonly height: number }

/** A pegboard by its true sizes, in millimetres, and the clearance that its pegs take off. */
export interface Board {
  readonly name: BoardName
  /** Distance between neighbouring holes that one part can use, across and down. */
  readonly pitch: number
  readonly hole: Hole
  readonly thickness: number
  /** How much thinner than its hole a peg is drawn, on the diameter. */
  readonly clearance: number
  /** Every other row is shifted sideways by half a pitch, half a pitch down (Skådis). */
  readonly staggered: boolean
}

/**
 * The boards that are known by name, each at its true size.
 *
 * Sources are the project's table of standards; where they disagree, the figure that fits more boards is taken, since each can be overridden.
 */
export const boards = {
  /** 25.4 pitch and 6.35 holes (pegmixer, GearTrack adapter, explainers); hardboard is sold 3.2 and 6.35 thick. Published pegs: 5.5 to 6.0, median 5.8. */
  'us-quarter-inch': {
    pitch: 25.4,
    hole: { shape: 'round', diameter: 6.35 },
    thickness: 6.35,
    clearance: 0.55,
    staggered: false,
  },
  /** "1/8 inch" names the thickness; holes are 3.2, 4.3 or 4.8 by source. 4.5 in 3.1 with a peg of 3.8 to 3.9 (Larson) enters most. */
  'us-eighth-inch': {
    pitch: 25.4,
    hole: { shape: 'round', diameter: 4.5 },
    thickness: 3.1,
    clearance: 0.6,
    staggered: false,
  },
  /** Japanese punched board: 5.0 holes at 25 (Kotobank and two makers' pages), 5 to 6 thick; pegs of 4.6 (fluo10, lucasoshiro). */
  'metric-25': { pitch: 25, hole: { shape: 'round', diameter: 5 }, thickness: 5.5, clearance: 0.4, staggered: false },
  /** IKEA Skådis: slots 5 × 15 with round ends, 40 apart in a row, rows every 20 shifted by 20 (six designs agree); 5.0 thick; tongue 4.6. */
  skadis: {
    pitch: 40,
    hole: { shape: 'slot', diameter: 5, height: 15 },
    thickness: 5,
    clearance: 0.4,
    staggered: true,
  },
} as const satisfies Record<string, Omit<Board, 'name'>>

export type BoardName = keyof typeof boards
