import { parseNumber } from './parse-number.ts'

const [LINE, RETURN, SPACE, HASH, SLASH, BACKSLASH] = [...'\n\r #/\\'].map((sign) => sign.charCodeAt(0))

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

  /** The present word as a number; NaN if it is none. */
  number(): number {
    return parseNumber(this.bytes, this.start, this.end)
  }

  /** The whole number that the present word begins with, up to its end or a slash; NaN if it begins with none. */
  index(): number {
    const slash = this.bytes.subarray(this.start, this.end).indexOf(SLASH)
    const value = parseNumber(this.bytes, this.start, slash < 0 ? this.end : this.start + slash)
    return Number.isInteger(value) ? value : NaN
  }
}
