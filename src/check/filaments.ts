/** A kind of filament. */
export interface Filament {
  /** In g/cm³. */
  readonly density: number
  /** Of a kilogram: see {@link filaments}. */
  readonly price: number
}

/**
 * The filaments that a maker may print with. Densities as in the presets of PrusaSlicer and OrcaSlicer; prices are the middle of what these
 * presets say. They carry no currency, look like € or US$ with tax, and are some years old: a cost that follows from them is a rough one.
 */
export const filaments = {
  /** 20 to 28 in the presets. */
  PLA: { density: 1.24, price: 24 },
  /** 27.8 to 30. */
  PETG: { density: 1.27, price: 28.9 },
  /** 20 to 27.8. */
  ABS: { density: 1.04, price: 23.9 },
  /** 35.3. */
  ASA: { density: 1.07, price: 35.3 },
} as const satisfies Record<string, Filament>

export type FilamentName = keyof typeof filaments
