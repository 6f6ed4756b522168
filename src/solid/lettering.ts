import simplex from '@jscad/modeling/src/text/fonts/single-line/hershey/simplex.js'
import type { CrossSection } from 'manifold-3d'
import { fromCrossSection, fromManifold } from './bridge.ts'
import { manifold, own } from './kernel.ts'
import { GeometryProblem } from './problem.ts'
import { terraced } from './terrace.ts'
import type { Profile, Solid, Vec2 } from './types.ts'

/** How lettering looks. All lengths in millimetres. */
export interface Lettering {
  /** Height of a capital letter, between the centre lines of its strokes. */
  readonly height: number
  /** Width of the stroke at its crest. */
  readonly stroke: number
  /** How far the crest stands above z = 0. */
  readonly depth: number
  /** What it will stand on when it is printed. On a wall its flanks widen by the depth towards the foot, so that nothing of it hangs in the air. */
  readonly on: 'floor' | 'wall'
}

/** Height of the steps that a flank is made of: no higher than a layer, and far cheaper than true slopes. */
const STEP = 0.2
/** How deep the foot reaches below z = 0, so that it joins what it stands on. */
const FOOT = 0.2
/** Room between letters, times the font's own. */
const SPACING = 1.2
/** Height of a capital in the font's own units. */
const CAPITAL = 21
/** Sides of a full round. */
const ROUND = 8
/** How far an outline may leave the strokes: no nozzle follows closer. */
const FINEST = 0.03

/**
 * Text in strokes of even width, in relief: crest at z = `depth`, foot sunk a little below z = 0.
 * Set around the middle of the capitals, which lies at x = y = 0. Cut it from a solid, mirrored in z, to engrave.
 *
 * @param text Printable ASCII.
 * @throws {GeometryProblem} if a glyph is unknown, naming it, or the text is blank.
 */
export function lettering(text: string, { height, stroke, depth, on }: Lettering): Solid {
  const crest = drawn(text, { height, stroke })
  const steps = on === 'wall' ? Math.ceil(depth / STEP) : 1
  // From foot to crest one step fewer than there are: with each at 45°, a layer of 0.3 could meet the edges of two and hang by both.
  const flare = depth / Math.max(1, steps - 1)
  const terraces = Array.from({ length: steps }, (_, step) => {
    const wider = (steps - 1 - step) * flare
    const outline = wider > 0 ? own(crest.offset(wider, 'Round', 2, ROUND)) : crest
    return { outline: own(outline.simplify(FINEST)), to: ((step + 1) * depth) / steps }
  })
  return fromManifold(terraced(-FOOT, terraces))
}

/**
 * The same text, flat: to be engraved.
 *
 * @param finest How far the outline may leave the strokes.
 * @throws {GeometryProblem} as {@link lettering} does.
 */
export const letteringProfile = (
  text: string,
  look: Pick<Lettering, 'height' | 'stroke'>,
  finest: number = FINEST,
): Profile => fromCrossSection(own(drawn(text, look).simplify(finest)))

function drawn(text: string, { height, stroke }: Pick<Lettering, 'height' | 'stroke'>): CrossSection {
  const unknown = [...text].find((glyph) => !isGlyph(glyph))
  if (unknown !== undefined) throw new GeometryProblem(`lettering: there is no glyph for "${unknown}"`)
  const strokes = strokesOf(text, height)
  if (strokes.length === 0) throw new GeometryProblem('lettering: the text is blank')
  const capsules = strokes.flatMap((points) => points.slice(1).map((end, i) => capsule(points[i], end, stroke / 2)))
  return own(manifold().CrossSection.ofPolygons(capsules, 'NonZero'))
}

/** The outline of a stroke with round ends. */
function capsule([ax, ay]: Vec2, [bx, by]: Vec2, radius: number): [number, number][] {
  const along = Math.atan2(by - ay, bx - ax)
  return Array.from({ length: ROUND + 2 }, (_, i) => {
    const [x, y, turn] = i <= ROUND / 2 ? [bx, by, i - ROUND / 4] : [ax, ay, i - 1 - ROUND / 4]
    const angle = along + (turn / ROUND) * 2 * Math.PI
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
  })
}

/** Whether lettering has a glyph for a character. */
export const isGlyph = (character: string) => /^[ -~]$/.test(character)

/** How wide text comes out, from the left end of its strokes' centre lines to the right. */
export function letteringWidth(text: string, height: number): number {
  const { min, max } = letteringBounds(text, height)
  return max[0] - min[0]
}

/**
 * How far the centre lines of a text's strokes reach, from the middle of its capitals; a blank text nowhere. Needs no kernel, so that a design
 * can refuse what does not fit before one is started.
 */
export function letteringBounds(text: string, height: number): { min: Vec2; max: Vec2 } {
  const points = strokesOf(text, height).flat()
  if (points.length === 0) return { min: [0, 0], max: [0, 0] }
  const reach = (pick: (...values: number[]) => number): Vec2 => [
    pick(...points.map(([x]) => x)),
    pick(...points.map(([, y]) => y)),
  ]
  return { min: reach(Math.min), max: reach(Math.max) }
}

/** Centre lines of the strokes, the middle of the text at the origin. */
function strokesOf(text: string, height: number): Vec2[][] {
  const scale = height / CAPITAL
  const strokes: Vec2[][] = []
  let left = 0
  for (const character of text) {
    const [advance, ...xy] = simplex[character.charCodeAt(0)] ?? [0]
    let stroke: Vec2[] = []
    for (let i = 0; i < xy.length;) {
      const [x, y] = [xy[i], xy[i + 1]]
      if (x === undefined || y === undefined) stroke = []
      else if (stroke.push([left + x * scale, y * scale]) === 1) strokes.push(stroke)
      i += x === undefined ? 1 : 2
    }
    left += advance * scale * SPACING
  }
  const xs = strokes.flatMap((points) => points.map(([x]) => x))
  const middle = (Math.min(...xs) + Math.max(...xs)) / 2
  return strokes.map((points) => points.map(([x, y]): Vec2 => [x - middle, y - height / 2]))
}
