/** A cell at its largest, in millimetres. */
export interface Cell {
  /** Of a round cell; the smaller side of a flat one. */
  readonly diameter: number
  /** Over its terminals. */
  readonly length: number
  /** The larger side of a cell that is not round. */
  readonly width?: number
}

/**
 * Cells at the largest that their standard lets them be; clearance comes on top, once.
 *
 * AAA to D are IEC 60086-2 (Linden's Handbook, table 4.9a); 9V is 6LR61 by Duracell's data sheet. A rechargeable cell is drawn as large as it is
 * sold, with its protection circuit, since that is the one that will not go into a cup made for the bare cell.
 */
export const cells = {
  /** LR8D425: 8.0 ± 0.3 × 42.0 ± 0.5. */
  AAAA: { diameter: 8.3, length: 42.5 },
  AAA: { diameter: 10.5, length: 44.5 },
  AA: { diameter: 14.5, length: 50.5 },
  C: { diameter: 26.2, length: 50 },
  D: { diameter: 34.2, length: 61.5 },
  '9V': { diameter: 17.5, width: 26.5, length: 48.5 },
  /** CR17345: 17.0 nominal, 17.1 on one maker's sheet. */
  CR123A: { diameter: 17.1, length: 34.5 },
  /** 14.0 nominal; protected ones are sold up to 53 long, and as thick as the AA whose place they take. */
  '14500': { diameter: 14.5, length: 53 },
  /** Bare 18.4 × 65.2; the longest protected one seen 70.7, 18.7 thick. */
  '18650': { diameter: 18.7, length: 70.7 },
  /** Samsung 50S: 21.25 × 70.62. */
  '21700': { diameter: 21.25, length: 70.7 },
  /** What `custom` starts from: a 26650. */
  custom: { diameter: 27, length: 66 },
} as const satisfies Record<string, Cell>

export type CellName = (typeof cellNames)[number]

/** In the order in which people look for them: number keys would be sorted first. */
export const cellNames = ['AAAA', 'AAA', 'AA', 'C', 'D', '9V', 'CR123A', '14500', '18650', '21700', 'custom'] as const
