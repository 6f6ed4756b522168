import { type Carving, engraved, letteringProfile, letteringWidth, rotate, translate } from '#solid'
import { ENGRAVED, type Layout } from './layout.ts'

const LINES = ['DUMMY', 'NO POWER']
/** From one line to the next, and the strokes' width, as parts of the capitals' height. */
const LEADING = 1.6
const STROKE = 0.16
const LARGEST = 7
/** How far outlines may leave the strokes: they lie on the bed, where edges are soft anyway. */
const FINEST = 0.07
/** Room around the text. */
const MARGIN = 1.5

/**
 * What engraves the back, so that whoever takes the outlet off the board reads that nothing is wired. Its mouth lies on z = 0, its lines run down:
 * turned over onto the back, they run up.
 * It runs up the widest strip that no peg's slot cuts; that has room for it on every board that hooks are made for.
 */
export function dummyMark({ bare }: Layout): Carving[] {
  const widest = Math.max(...LINES.map((line) => letteringWidth(line, 1)))
  const height = Math.min(
    LARGEST,
    (bare.width - 2 * MARGIN) / (1 + LEADING + STROKE),
    (bare.height - 2 * MARGIN) / (widest + STROKE),
  )
  const lines = LINES.map((line, i) =>
    translate([0, (0.5 - i) * LEADING * height], letteringProfile(line, { height, stroke: STROKE * height }, FINEST)),
  )
  return lines.flatMap((line) => engraved(rotate([0, 0, -90], line), ENGRAVED))
}
