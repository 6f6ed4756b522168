import { UnreadableModel } from './facets.ts'

/** Up to this many of its units long, a sculpture was drawn in metres, for it would not be seen in millimetres. */
const IN_METRES = 0.5
/** Up to this many, it was drawn in inches: 10 inches are 254 mm, and a sculpture 10 mm long would be smaller than any that is worth a peg. */
const IN_INCHES = 10
/** Lengths in millimetres beyond which no unit makes sense: a grain of sand in metres, a mountain. */
const [LEAST, MOST] = [1, 1e6]

/**
 * What a file's unit is in millimetres, by the look of how large the sculpture is, for files that do not tell.
 *
 * @param size The largest side of the sculpture, in that unit.
 * @returns The length of the unit, and words for a person if it is not a millimetre.
 * @throws {UnreadableModel} if no unit makes sense.
 */
export function guessUnit(size: number): { unit: number; taken?: string } {
  const [unit, name] = size <= IN_METRES ? [1000, 'metres'] : size <= IN_INCHES ? [25.4, 'inches'] : [1, 'millimetres']
  refuseSize(size * unit)
  if (unit === 1) return { unit }
  return { unit, taken: `taken for ${name}: ${short(size)} long, so ${short(size * unit)} mm` }
}

/** @throws {UnreadableModel} if no sculpture is of this size, in millimetres. */
export function refuseSize(size: number): void {
  if (size === 0) throw new UnreadableModel('has all its points at one place')
  if (size < LEAST) throw new UnreadableModel(`is ${short(size)} mm long: export it in millimetres`)
  if (size > MOST) {
    throw new UnreadableModel(
      `is ${short(size / 1000)} m long: remove stray points far away, or export it in millimetres`,
    )
  }
}

const short = (value: number) => String(Number(value.toPrecision(3)))
