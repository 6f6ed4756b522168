import { nearest } from './nearest.ts'
import type { Parameter } from './parameter.ts'

/** What the values of a parameter are kept in. */
type Kept = NonNullable<Parameter['unit']>

/** In millimetres; exact, by the international yard and pound agreement of 1959. */
const INCH = 25.4

/** Units that people type, each with all its names, the usual one first. Phones bend quotes as they are typed. */
const units: Readonly<Record<Kept, readonly { readonly size: number; readonly names: readonly string[] }[]>> = {
  mm: [
    { size: 1, names: ['mm'] },
    { size: 10, names: ['cm'] },
    { size: 1000, names: ['m'] },
    { size: INCH, names: ['in', 'inch', 'inches', '"', '″', '”'] },
    { size: 12 * INCH, names: ['ft', "'", '′', '’'] },
  ],
  '°': [{ size: 1, names: ['°', 'deg'] }],
}

/** The usual names of the units that stand for a length or an angle. */
export const unitNames = (kept: Kept) => units[kept].map(({ names }) => names[0])

/** A number as it was typed, and the unit after it. */
export interface Quantity {
  readonly number: string
  readonly unit: string
}

const QUANTITY =
  /^(?<number>[+-]?(?:(?:\d+(?:\s+|-))?\d+\/\d+|(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?))\s*(?<unit>(?:\p{L}|["'″”′’°])*)$/iu

/** Takes `25.4`, `1 in`, `1/4"`, `1-1/4in` or `15°` apart; the unit may be any word. */
export const quantityIn = (text: string) => QUANTITY.exec(text.trim())?.groups as Quantity | undefined

/**
 * The value of a quantity in what the parameter keeps; undefined if that has no such unit.
 * A fraction that lacks its unit has no value in millimetres, for whoever reads one off a ruler means inches; a scale may be one.
 */
export function valueOf({ number, unit }: Quantity, kept: Kept | undefined): number | undefined {
  const isFraction = number.includes('/')
  const bare = unit === '' && !(isFraction && kept)
  const size = bare ? 1 : kept && units[kept].find(({ names }) => names.includes(unit.toLowerCase()))?.size
  if (size === undefined) return undefined
  const value = isFraction ? fraction(number) : Number(number)
  // 0.3 times 25.4 is 7.619999999999999 to a computer; what was typed as it is kept stays to the last digit.
  return size === 1 ? value : Number((value * size).toPrecision(DIGITS))
}

/** Beyond a picometre in a metre there is but the dust of binary fractions. */
const DIGITS = 12

/** `1/4`, `1 1/4`, `-1-1/4`. */
function fraction(text: string): number {
  const { sign, whole = '0', above, below } = FRACTION.exec(text)!.groups!
  return (Number(`${sign}1`) * (Number(whole) * Number(below) + Number(above))) / Number(below)
}

const FRACTION = /^(?<sign>[+-]?)(?:(?<whole>\d+)(?:\s+|-))?(?<above>\d+)\/(?<below>\d+)$/

/** The quantity in the unit that may have been meant. A fraction alone is one of an inch. */
export function nearQuantity({ number, unit }: Quantity, kept: Kept): string | undefined {
  // To a single sign, any other is near.
  const words = units[kept].flatMap(({ names }) => names).filter((name) => name.length > 1)
  const near = nearest(unit === '' ? 'in' : unit, words)
  return near === undefined ? undefined : number + near
}
