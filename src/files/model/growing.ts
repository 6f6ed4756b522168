/** Numbers added one by one, where nobody knows beforehand how many there will be. */
export class Growing<T extends Float64Array | Uint32Array> {
  length = 0
  #numbers: T

  constructor(room: T) {
    this.#numbers = room
  }

  push(value: number): void {
    if (this.length === this.#numbers.length) {
      const larger = new (this.#numbers.constructor as new (length: number) => T)(this.length * 2)
      larger.set(this.#numbers)
      this.#numbers = larger
    }
    this.#numbers[this.length++] = value
  }

  /** The numbers so far; not to be kept while more are added. */
  get values(): T {
    return this.#numbers.subarray(0, this.length) as T
  }
}

export const growingDecimals = () => new Growing(new Float64Array(1024))
export const growingIndices = () => new Growing(new Uint32Array(1024))
