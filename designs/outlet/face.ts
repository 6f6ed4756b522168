import { box, type Carving, loft, type Ring, type Solid, union, type Vec2 } from '#solid'
import { depthOf, type Layout } from './layout.ts'
import { type Arc, outline, type Shape } from './outline.ts'
import type { Receptacle } from './receptacles.ts'

/** Width of the shadow gap around a face, and how deep it is. */
const GAP = { width: 0.8, depth: 1.2 }
/** Chamfer of a face's edge. */
const SOFTENED = 0.6
/** Chamfer that leads a pin, or a plug's body, into its opening. */
const LEAD = 0.5

/** A shape at a height, grown on every side. */
const ringOf =
  (shape: Shape, at: Vec2, arc: Arc) =>
  (z: number, grow: number): Ring => ({ z, points: outline(shape, at, grow, arc) })

/** A face in the window of the wall plate, and all that it carries. */
export function face(window: Shape, at: Vec2, layout: Layout, arc: Arc, carvings: readonly Carving[]): Carving {
  const ring = ringOf(window, at, arc)
  const { front, face } = layout
  return {
    rings: [
      ring(front, 0),
      ring(front - GAP.depth, 0),
      ring(front - GAP.depth, -GAP.width),
      ring(face - SOFTENED, -GAP.width),
      ring(face, -GAP.width - SOFTENED),
    ],
    carvings,
  }
}

/** What a plug's body goes into. */
export function recessIn(shape: Shape, at: Vec2, play: number, { face, seat }: Layout, arc: Arc): Carving {
  const ring = ringOf(shape, at, arc)
  return { rings: [ring(face, play / 2 + LEAD), ring(face - LEAD, play / 2), ring(seat, play / 2)] }
}

/** The openings for a plug's pins, each wider by `play`, their mouths on z = 0. */
export const pinOpenings = ({ openings }: Receptacle, play: number, arc: Arc): Solid =>
  union(
    ...openings.map((opening) => {
      const ring = ringOf(opening.shape, opening.at, arc)
      return loft([ring(-depthOf(opening), play / 2), ring(-LEAD, play / 2), ring(0, play / 2 + LEAD)])
    }),
  )

/** Head of an oval-head screw that fits the countersink of a plate, 7.5 across. */
const HEAD: Shape = { kind: 'circle', width: 7.5 }
const HEAD_HEIGHT = 1
const SLOT: Shape = { kind: 'rectangle', width: 1.2, height: 5 }

/** A screw's head, standing on the plate. */
export function screwHead(at: Vec2, { front }: Layout, arc: Arc): Carving {
  const head = ringOf(HEAD, at, arc)
  const slot = ringOf(SLOT, at, arc)
  const top = front + HEAD_HEIGHT
  return {
    rings: [head(front, 0), head(top - 0.6, 0), head(top - 0.2, -0.4), head(top, -0.9)],
    carvings: [{ rings: [slot(top, 0), slot(top - 0.8, 0)] }],
  }
}

/** Width of an earth clip, and of the grooves on either side; how far these reach into the wall, and where they begin above the floor. */
const CLIP = { width: 4.5, groove: 1.6, depth: 2, above: 4 }
/** How far cutters stick out. */
const OUT = 0.5

/** Two springs of a Schuko socket, above and below, drawn by grooves in the recess's wall: nothing stands in the plug's way. */
export const clipCuts = (recess: Shape, [x, y]: Vec2, { face, seat }: Layout): Solid[] =>
  [-1, 1].flatMap((side) =>
    [-1, 1].map((end) => {
      const [near, far] = [CLIP.width / 2, CLIP.width / 2 + CLIP.groove]
      const reach = end * (recess.width / 2 + CLIP.depth)
      const inside = end * (recess.width / 2 - 2)
      return box(
        [x + Math.min(side * near, side * far), y + Math.min(inside, reach), seat + CLIP.above],
        [x + Math.max(side * near, side * far), y + Math.max(inside, reach), face + OUT],
      )
    }),
  )
