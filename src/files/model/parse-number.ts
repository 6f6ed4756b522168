const [PLUS, MINUS, POINT, ZERO, NINE, EXPONENT] = [...'+-.09e'].map((sign) => sign.charCodeAt(0))

/** Powers of ten that float64 holds exactly. */
const TENS = Array.from({ length: 23 }, (_, power) => 10 ** power)
/** Whole numbers below this have room for one more digit. */
const ROOMY = 9e14

/**
 * A decimal number from its bytes, right to the last digit of float32; NaN if they are none.
 * Millions of them are read, and each as a string of its own would take ten times as long.
 */
export function parseNumber(bytes: Uint8Array, start: number, end: number): number {
  let at = start
  const negative = bytes[at] === MINUS
  if (negative || bytes[at] === PLUS) at++
  const begun = at
  let whole = 0
  let power = 0
  let pointed = 0
  for (; at < end; at++) {
    const sign = bytes[at]
    if (sign === POINT && !pointed) pointed = 1
    else if (sign < ZERO || sign > NINE) break
    else if (whole < ROOMY) {
      whole = whole * 10 + (sign - ZERO)
      power -= pointed
    } else power += 1 - pointed
  }
  if (at - begun === pointed) return NaN
  if (at < end) {
    if ((bytes[at] | 0x20) !== EXPONENT) return NaN
    power += parseExponent(bytes, at + 1, end)
  }
  const value = power < 0 ? whole / tens(-power) : whole * tens(power)
  return negative ? -value : value
}

function parseExponent(bytes: Uint8Array, start: number, end: number): number {
  const negative = bytes[start] === MINUS
  const begun = negative || bytes[start] === PLUS ? start + 1 : start
  if (begun === end) return NaN
  let exponent = 0
  for (let at = begun; at < end; at++) {
    const digit = bytes[at] - ZERO
    if (!(digit >= 0 && digit <= 9)) return NaN
    exponent = exponent * 10 + digit
  }
  return negative ? -exponent : exponent
}

const tens = (power: number) => TENS[power] ?? 10 ** power
