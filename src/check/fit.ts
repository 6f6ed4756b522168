import type { Measures } from '#solid'
import type { BuildVolume } from './printers.ts'

/** Whether a part fits on a bed, and how it has to lie there. */
export interface Fit {
  /** Whole degrees by which it has to be turned about the vertical; undefined if it does not fit however it is turned. */
  readonly turn?: number
  /** By how much it is too large, in millimetres: along x and y turned by a right angle if that is less, and along z. */
  readonly excess: BuildVolume
}

/** As it lies, then by a right angle; askew is the last resort. */
const TURNS = [0, 90, ...Array.from({ length: 89 }, (_, i) => i + 1)]

/** Judges how a part in print pose fits what a printer can print, by its bounding box: what has a slimmer shape may fit where this says no. */
export function fitOf({ min, max }: Measures['bounds'], room: BuildVolume): Fit {
  const [x, y, z] = max.map((end, axis) => end - min[axis])
  const excess = { x: 0, y: 0, z: Math.max(0, z - room.z) }
  const over = (degrees: number) => {
    const [cos, sin] = [cosine(degrees), cosine(90 - degrees)]
    return { x: Math.max(0, x * cos + y * sin - room.x), y: Math.max(0, x * sin + y * cos - room.y) }
  }
  const turn = TURNS.find((degrees) => over(degrees).x + over(degrees).y === 0)
  if (turn !== undefined) return excess.z === 0 ? { turn, excess } : { excess }
  const [straight, across] = [over(0), over(90)]
  return { excess: { ...excess, ...(across.x + across.y < straight.x + straight.y ? across : straight) } }
}

/** Exact where a right angle must not make a part larger by a rounding. */
const cosine = (degrees: number) => (degrees === 90 ? 0 : Math.cos((degrees * Math.PI) / 180))
