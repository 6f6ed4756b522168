import type { PartAnswer, Wish } from '../protocol.ts'

/** A part in view, and the wish that it meets: all that goes out of the page is about this one. */
export interface Shown extends PartAnswer {
  readonly wish: Wish
}

/** What was wished for, as it was understood and without what is at its default. */
export const essence = ({ wish: { design, given }, values, changed }: Shown): Wish => ({
  design,
  given: Object.fromEntries(
    Object.entries(given)
      .filter(([name]) => changed.includes(name))
      .map(([name, value]) => [name, value instanceof File ? value : values[name]]),
  ),
})
