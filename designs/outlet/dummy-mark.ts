import { type Carving, engraved, letteringProfile, letteringWidth, rotate } from '#solid'
import { ENGRAVED, type Layout } from './layout.ts'

const TEXT = 'DUMMY'
/** Width of the strokes, as a part of the capitals' height. */
const STROKE = 0.16
const LARGEST = 9
/** How far outlines may leave the strokes, of a millimetre or more: they lie on the bed, where edges are soft anyway. */
const FINEST = 0.15
/** Room around the text. */
const MARGIN = 1.5

/**
 * What engraves the back, so that nobody who takes the outlet off the board takes it for a real one. It runs down; turned over onto the back, it runs up.
 * The widest strip that no peg's slot cuts has room for it on every board that hooks are made for.
 */
export function dummyMark({ bare }: Layout): Carving[] {
  const height = Math.min(
    LARGEST,
    (bare.width - 2 * MARGIN) / (1 + STROKE),
    (bare.height - 2 * MARGIN) / (letteringWidth(TEXT, 1) + STROKE),
  )
  const text = letteringProfile(TEXT, { height, stroke: STROKE * height }, FINEST)
  return engraved(rotate([0, 0, -90], text), ENGRAVED)
}
