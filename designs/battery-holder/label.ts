import { letteringBounds, letteringWidth } from '#solid'

/** Lettering on the front face: the middle of its capitals in w, and where the band that it takes ends. */
export interface Label {
  readonly text: string
  readonly capital: number
  readonly w: number
  readonly top: number
}

/** Capitals lower than this do not print legibly. */
export const LEAST_CAPITAL = 3
const LARGEST_CAPITAL = 8
/** Width of lettering's strokes, in capital heights, and how far it stands out. */
export const CAPITAL_STROKE = 1 / 6
export const RELIEF = 0.4

/** How much of a flat face lettering takes. */
export const lettersWidth = (text: string, capital: number) =>
  text.trim() === '' ? 0 : letteringWidth(text, capital) + CAPITAL_STROKE * capital + 2 * RELIEF

/** A line of text along the lower edge of the front face: as high as suits the face and the text's length. */
export function placeLabel(text: string, flat: number, foot: number, depth: number): Label | undefined {
  if (text.trim() === '') return undefined
  const { min, max } = letteringBounds(text, 1)
  const fitting = (flat - 2 * RELIEF) / (max[0] - min[0] + CAPITAL_STROKE)
  const capital = Math.min(LARGEST_CAPITAL, Math.max(LEAST_CAPITAL, (depth - foot) / 5), fitting)
  // What lies below and above the middle of the capitals: room that looks well, or what descenders and brackets need.
  const room = (reach: number) =>
    Math.max(capital / 2 + Math.max(1.8, 0.45 * capital), (reach + CAPITAL_STROKE / 2) * capital + RELIEF + 0.6)
  const w = foot + room(-min[1])
  return { text: text.trim(), capital, w, top: w + room(max[1]) }
}
