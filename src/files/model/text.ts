const [LINE, RETURN, SPACE, HASH, PLUS, MINUS, POINT, SLASH, ZERO, NINE, BACKSLASH, EXPONENT] = [
  ...'\n\r #+-./09\\e',
].map((sign) => sign.charCodeAt(0))

/** Powers of ten that float64 holds exactly. */
const TENS = Array.from({ length: 23 }, (_, power) => 10 ** power)
/** Whole numbers below this have room for one more digit. */
const ROOMY = 9e14

/**
 * Words of a text of any size, read from its bytes: a string of some hundred megabytes, cut into millions of small ones, is what exhausts
 * memory in most readers.
 */
export class Words {
  /** Line of the present word, from 1. */
  line = 1
  /** Where the present word begins and ends. */
  start = 0
  end = 0
  readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    // A byte order mark is no part of the first word.
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.end = 3
  }

  /** Goes to the next word. @returns Whether there is one. */
  next(): boolean {
    while (this.end < this.bytes.length) {
      if (this.bytes[this.end] === LINE) this.line++
      else if (this.bytes[this.end] > SPACE) return this.#take()
      this.end++
    }
    this.start = this.end
    return false
  }

  /** Goes to the next word of this line, or of the next if a backslash ends this one. @returns Whether there is one before a comment or the end. */
  nextInLine(): boolean {
    for (const { bytes } = this; this.end < bytes.length; this.end++) {
      const sign = bytes[this.end]
      if (sign === BACKSLASH && this.#endsLine(this.end + 1)) {
        while (bytes[this.end] !== LINE) this.end++
        this.line++
      } else if (sign === LINE || sign === HASH) return false
      else if (sign > SPACE) return this.#take()
    }
    return false
  }

  /** Skips what is left of the line. */
  skipLine(): void {
    const end = this.bytes.indexOf(LINE, this.end)
    this.end = end < 0 ? this.bytes.length : end
  }

  #take(): true {
    this.start = this.end
    while (this.end < this.bytes.length && this.bytes[this.end] > SPACE) this.end++
    return true
  }

  #endsLine(at: number): boolean {
    return this.bytes[at] === LINE || (this.bytes[at] === RETURN && this.bytes[at + 1] === LINE)
  }

  /** Whether the present word is this one, in letters of any size; `word` is in small ones. */
  is(word: string): boolean {
    if (this.end - this.start !== word.length) return false
    for (let i = 0; i < word.length; i++) if ((this.bytes[this.start + i] | 0x20) !== word.charCodeAt(i)) return false
    return true
  }

  /** The present word as text. */
  get text(): string {
    return new TextDecoder().decode(this.bytes.subarray(this.start, Math.min(this.end, this.start + 40)))
  }

  /** The present word as a number; NaN if it is none. Right to the last digit of float32. */
  number(): number {
    const { bytes, end } = this
    let at = this.start
    const negative = bytes[at] === MINUS
    if (negative || bytes[at] === PLUS) at++
    let whole = 0
    let power = 0
    const begun = at
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
      const sign = bytes[++at]
      if (sign === PLUS || sign === MINUS) at++
      if (at === end) return NaN
      let exponent = 0
      for (; at < end; at++) {
        const digit = bytes[at] - ZERO
        if (digit < 0 || digit > 9) return NaN
        exponent = exponent * 10 + digit
      }
      power += sign === MINUS ? -exponent : exponent
    }
    const value = power < 0 ? whole / tens(-power) : whole * tens(power)
    return negative ? -value : value
  }

  /** The whole number that the present word begins with, up to its end or a slash; NaN if it begins with none. */
  index(): number {
    let at = this.start
    const negative = this.bytes[at] === MINUS
    if (negative) at++
    const begun = at
    let value = 0
    for (; at < this.end && this.bytes[at] !== SLASH; at++) {
      const digit = this.bytes[at] - ZERO
      if (digit < 0 || digit > 9) return NaN
      value = value * 10 + digit
    }
    return at === begun ? NaN : negative ? -value : value
  }
}

const tens = (power: number) => TENS[power] ?? 10 ** power
