import type { Mesh } from '#solid'
import { estimateMass, type Filling } from './mass.ts'
import { measureOverhang } from './overhang.ts'

/** What printing a part takes, and what of it would sag. */
export interface PrintEstimate {
  /** Filament in grams: see {@link estimateMass}. */
  readonly mass: number
  /** Surface in mm² that nothing holds up: see {@link measureOverhang}. */
  readonly overhangArea: number
}

/**
 * Estimates a print at the usual settings: two 0.45 mm walls, five 0.2 mm layers at top and bottom.
 *
 * @param mesh Closed, in print pose: lowest z = 0.
 * @param filling PLA and 15 % infill, if not given.
 */
export const estimatePrint = (mesh: Mesh, filling?: Filling): PrintEstimate => ({
  mass: estimateMass(mesh, filling),
  overhangArea: measureOverhang(mesh),
})
