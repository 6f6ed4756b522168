import type { Design } from '#design'
import batteryHolder from './battery-holder.ts'
import blank from './blank.ts'

/** The catalogue, in the order in which it is listed. */
export const catalogue: readonly Design[] = [blank, batteryHolder]
