import type { Design } from '#design'
import batteryHolder from './battery-holder.ts'
import blank from './blank.ts'
import fitGauge from './fit-gauge.ts'
import goatHook from './goat-hook.ts'
import hexBitRack from './hex-bit-rack.ts'
import outlet from './outlet.ts'

/** The catalogue, in the order in which it is listed. */
export const catalogue: readonly Design[] = [blank, batteryHolder, hexBitRack, outlet, goatHook, fitGauge]
