import { extrude, lettering, letteringWidth, rotate, slice, type Solid, translate, union } from '#solid'
import { ENGRAVED, type Layout } from './layout.ts'

const LINES = ['DUMMY', 'NO POWER']
/** From one line to the next, and the strokes' width, as parts of the capitals' height. */
const LEADING = 1.6
const STROKE = 0.16
const LARGEST = 7
/** Room around the text. */
const MARGIN = 1.5

/**
 * What engraves the back, so that whoever takes the outlet off the board reads that nothing is wired: upright as read, its mouth on z = 0.
 * It runs up the widest strip that no peg's slot cuts; that has room for it on every board that hooks are made for.
 */
export function dummyMark({ bare }: Layout): Solid {
  const widest = Math.max(...LINES.map((line) => letteringWidth(line, 1)))
  const height = Math.min(
    LARGEST,
    (bare.width - 2 * MARGIN) / (1 + LEADING + STROKE),
    (bare.height - 2 * MARGIN) / (widest + STROKE),
  )
  const engraved = LINES.map((line, i) => {
    const raised = lettering(line, { height, stroke: STROKE * height, depth: ENGRAVED, on: 'floor' })
    return translate([0, (0.5 - i) * LEADING * height, -ENGRAVED], extrude(slice(raised, ENGRAVED / 2), ENGRAVED))
  })
  return rotate([0, 0, 90], union(...engraved))
}
