/*
 * Functions that every engine computes to the last bit alike. Those of `Math` are left to each engine, and two versions of one engine differ in the last bit of a
 * sine: enough for a file from the browser to be another than that from the command line. Here are only sums, products, quotients and square roots,
 * which IEEE 754 fixes. The bundler puts these in the place of `Math`'s (vite.config.ts), in JSCAD, too.
 *
 * Angles of parts are a few turns at most; they are exact enough up to a million.
 */

/** π/2 in three pieces, the first two of which have 24 bits: their products with a number of quarter turns are exact. */
const QUARTER = 1.5707963267948966
const QUARTER_1 = Math.fround(QUARTER)
const QUARTER_2 = Math.fround(QUARTER - QUARTER_1)
const QUARTER_3 = QUARTER - QUARTER_1 - QUARTER_2 + 6.123233995736766e-17

/** Sine of an angle of at most an eighth of a turn: its Taylor series as far as a double can tell. */
function smallSin(x: number): number {
  const s = x * x
  // Next to nothing is its own sine, and keeps its sign.
  if (s === 0) return x
  const tail = 1 / 6227020800 - s * (1 / 1307674368000 - s / 355687428096000)
  return x - x * s * (1 / 6 - s * (1 / 120 - s * (1 / 5040 - s * (1 / 362880 - s * (1 / 39916800 - s * tail)))))
}

function smallCos(x: number): number {
  const s = x * x
  const tail = 1 / 479001600 - s * (1 / 87178291200 - s * (1 / 20922789888000 - s / 6402373705728000))
  return 1 - s * (1 / 2 - s * (1 / 24 - s * (1 / 720 - s * (1 / 40320 - s * (1 / 3628800 - s * tail)))))
}

/** The sine of an angle and some quarter turns. */
function turnedSin(x: number, turns: number): number {
  const quarters = Math.round(x / QUARTER)
  const rest = x - quarters * QUARTER_1 - quarters * QUARTER_2 - quarters * QUARTER_3
  switch ((((quarters + turns) % 4) + 4) % 4) {
    case 0:
      return smallSin(rest)
    case 1:
      return smallCos(rest)
    case 2:
      return -smallSin(rest)
    case 3:
      return -smallCos(rest)
    default:
      return NaN
  }
}

export const sin = (x: number): number => turnedSin(x, 0)
export const cos = (x: number): number => turnedSin(x, 1)
export const tan = (x: number): number => turnedSin(x, 0) / turnedSin(x, 1)

export function atan(x: number): number {
  if (x > 1) return QUARTER - atan(1 / x)
  if (x < -1) return -QUARTER - atan(1 / x)
  // Three times half the angle, so that the series is short.
  let t = x
  for (let i = 0; i < 3; i++) t /= 1 + Math.sqrt(1 + t * t)
  const s = t * t
  if (s === 0) return x
  const tail = 1 / 11 - s * (1 / 13 - s * (1 / 15 - s * (1 / 17 - s / 19)))
  return 8 * (t - t * s * (1 / 3 - s * (1 / 5 - s * (1 / 7 - s * (1 / 9 - s * tail)))))
}

export function atan2(y: number, x: number): number {
  if (x > 0) return atan(y / x)
  if (x < 0) return y < 0 || Object.is(y, -0) ? atan(y / x) - Math.PI : atan(y / x) + Math.PI
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN
  if (y !== 0) return y > 0 ? QUARTER : -QUARTER
  // On the axis the signs of zero tell the side.
  return Object.is(x, 0) ? y : Object.is(y, 0) ? Math.PI : -Math.PI
}

export const asin = (x: number): number => atan2(x, Math.sqrt((1 - x) * (1 + x)))
export const acos = (x: number): number => atan2(Math.sqrt((1 - x) * (1 + x)), x)

/** The length of a vector whose squares a double can hold. */
export function hypot(...sides: readonly number[]): number {
  let sum = 0
  for (const side of sides) sum += side * side
  return Math.sqrt(sum)
}
