import { lettering, letteringWidth, mirror, rotate, type Solid, translate } from '#solid'
import { ENGRAVED, type Layout } from './layout.ts'

const LINES = ['DUMMY', 'NO POWER']
/** From one line to the next, and their strokes, as parts of the capitals' height. */
const LEADING = 1.6
const STROKE = 0.16
const LARGEST = 7
/** Room around the text. */
const MARGIN = 1.5

/**
 * What engraves the back, drawn from the front, so that whoever takes the outlet off the board reads that nothing is wired.
 * It runs up the widest strip that no peg's slot cuts; that has room for it on every board that hooks are made for.
 */
export function dummyMark({ bare, core }: Layout): Solid[] {
  const widest = Math.max(...LINES.map((line) => letteringWidth(line, 1)))
  const height = Math.min(
    LARGEST,
    (bare.width - 2 * MARGIN) / (1 + LEADING + STROKE),
    (core[1] - 2 * MARGIN) / (widest + STROKE),
  )
  return LINES.map((line, i) => {
    const text = lettering(line, { height, stroke: STROKE * height, depth: ENGRAVED, on: 'floor' })
    // Mirrored, it is read from behind, and its crest points into the back.
    const x = bare.x + (i - 0.5) * LEADING * height
    return translate([x, 0, 0], rotate([0, 0, 90], mirror('x', text)))
  })
}
