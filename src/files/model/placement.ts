import { quoted, UnreadableModel } from './facets.ts'

/** Where a 3MF puts an object: a matrix of 4 rows and 3 columns, by which a row vector x y z 1 is multiplied. */
export type Placement = readonly number[]

export const IDENTITY: Placement = [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0]

/** @throws {UnreadableModel} if it is not twelve numbers. */
export function parsePlacement(text: string | undefined): Placement {
  if (text === undefined) return IDENTITY
  const numbers = text.trim().split(/\s+/).map(Number)
  if (numbers.length === 12 && numbers.every(Number.isFinite)) return numbers
  throw new UnreadableModel(`places an object by ${quoted(text)}, which is not twelve numbers`)
}

/** First one placement, then another. */
export const combine = (first: Placement, then: Placement): Placement =>
  [0, 1, 2, 3].flatMap((row) =>
    [0, 1, 2].map(
      (column) =>
        [0, 1, 2].reduce((sum, k) => sum + first[row * 3 + k] * then[k * 3 + column], 0) +
        (row === 3 ? then[9 + column] : 0),
    ),
  )

/** Whether left becomes right. */
export const mirrors = ([a, b, c, d, e, f, g, h, i]: Placement) =>
  a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g) < 0

/** Writes points where a placement puts them. */
export function apply(m: Placement, from: Float64Array, to: Float64Array): void {
  for (let i = 0; i < from.length; i += 3) {
    for (let axis = 0; axis < 3; axis++) {
      to[i + axis] = from[i] * m[axis] + from[i + 1] * m[3 + axis] + from[i + 2] * m[6 + axis] + m[9 + axis]
    }
  }
}
