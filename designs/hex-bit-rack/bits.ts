/** A hexagonal bit at its true size. */
export interface Bit {
  /** Across the flats, at the most. */
  readonly across: number
  /** Of the shortest bits on sale. */
  readonly length: number
}

/** Bits by their drive. Sizes after the project's table of standards, chapter 3. */
export const bits = {
  /** ISO 1173 form C 6.3 insert bits: 6.35, 25 long. */
  'quarter-inch': { across: 6.35, length: 25 },
  /** Precision bits: 4.0 (ostat's tables), 28 long (one unconfirmed source). */
  '4mm': { across: 4, length: 28 },
  /** 7.94 (ostat's tables). No length is sourced; taken as short as quarter-inch bits, so that a longer one only stands prouder. */
  'five-sixteenths-inch': { across: 7.94, length: 25 },
} as const satisfies Record<string, Bit>

export type BitName = keyof typeof bits

/** What a socket is wider than its bit, across the flats; published racks have 0.15 (friction) to 0.55 (drop in). */
export const fits = { snug: 0.2, easy: 0.4 } as const

export type FitName = keyof typeof fits
