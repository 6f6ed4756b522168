import { type BitName, bits } from './bits.ts'
import { labelsOf } from './labels.ts'

/** What a quarter-inch bit, 6.35, leaves of a spacing of 12, the median of published racks: room for fingertips. */
const FINGERS = 5.65
/** Bare riser: bits are seen above the tips of those before them. */
const RISER = 5
/** With labels: these, too, are seen above the tips, from 40° above. */
const LABELLED_RISER = 9.5
/** What a character takes in capitals 3 high, about, and what a label takes besides. */
const CHARACTER = { width: 3.2, around: 3.8 }

/** Largest distance from bit to bit. */
export const FARTHEST = 60

const toHalf = (value: number) => Math.round(value * 2) / 2

/** Half a bit stands in its socket; the other half, which carries its name, shows. */
export const defaultDepth = (bit: BitName) => Math.floor(bits[bit].length / 2)

/** As close as fingers and labels allow, within the range that can be asked for. */
export function defaultSpacing(bit: BitName, labels: string): number {
  const longest = Math.max(0, ...labelsOf(labels).map((label) => label.length))
  const asked = Math.max(bits[bit].across + FINGERS, longest * CHARACTER.width + CHARACTER.around)
  return Math.min(toHalf(asked), FARTHEST)
}

/** So much that a riser shows, though the treads rise towards the board. */
export function defaultStep(spacing: number, lean: number, labels: string): number {
  const riser = labelsOf(labels).some(Boolean) ? LABELLED_RISER : RISER
  return toHalf(spacing * Math.tan((lean * Math.PI) / 180) + riser)
}
