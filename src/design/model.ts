import type { Mesh } from '#solid'

/** A sculpture that was read from a file: what a parameter of kind `model` holds. */
export interface Model {
  /** Where it came from, as it was given: this stands for it in reports and titles. */
  readonly name: string
  /** Closed, oriented outwards, of one or more bodies that do not cut each other; in millimetres, axes as in the file. */
  readonly mesh: Mesh
  /** What was mended, each in words for a person; empty if nothing was. */
  readonly mended: readonly string[]
}
