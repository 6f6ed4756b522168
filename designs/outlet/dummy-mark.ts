import { lettering, letteringWidth, mirror, rotate, type Solid, translate } from '#solid'
import { ENGRAVED, type Layout } from './layout.ts'

const TEXT = 'DUMMY - NO POWER'
const STROKE = 1.2
const LARGEST = 7
/** Room around the text, its strokes' ends included. */
const MARGIN = 2

/** Height of the mark's capitals; it runs up the widest strip of the back that no peg's slot cuts. */
export const markHeight = ({ bare, core }: Layout) =>
  Math.min(LARGEST, bare.width - MARGIN, (core[1] - 2 * MARGIN) / letteringWidth(TEXT, 1))

/** What engraves the back so that whoever takes the outlet off the board reads that nothing is wired; drawn from the front. */
export const dummyMark = (layout: Layout): Solid => {
  const text = lettering(TEXT, { height: markHeight(layout), stroke: STROKE, depth: ENGRAVED, on: 'floor' })
  return translate([layout.bare.x, 0, 0], rotate([0, 0, 90], mirror('x', text)))
}
