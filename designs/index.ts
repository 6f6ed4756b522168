import type { Design } from '#design'
import blank from './blank.ts'
import hexBitRack from './hex-bit-rack.ts'

/** The catalogue, in the order in which it is listed. */
export const catalogue: readonly Design[] = [blank, hexBitRack]
