import type { Carving, Ring, Vec2 } from '#solid'
import { depthOf, type Layout } from './layout.ts'
import { type Arc, outline, type Shape } from './outline.ts'
import type { Receptacle } from './receptacles.ts'

/** Width of the shadow gap around a face, and how deep it is. */
const GAP = { width: 0.8, depth: 1.2 }
/** Chamfer of a face's edge. */
const SOFTENED = 0.6
/** Chamfer that leads a pin, or a plug's body, into its opening. */
const LEAD = 0.5

/** What the wall plate carries around the middle of a receptacle: a face in its window, if the kind has one, with what a plug goes into. */
export function receptacleAt(at: Vec2, kind: Receptacle, layout: Layout, play: number, arc: Arc): Carving[] {
  const { face, seat, window } = layout
  const { recess } = kind
  const pins = kind.openings.map((each) =>
    well(each.shape, [at[0] + each.at[0], at[1] + each.at[1]], seat, seat - depthOf(each), play, arc),
  )
  const openings = recess ? [{ ...well(recess.shape, at, face, seat, play, arc), carvings: pins }] : pins
  return window ? [faceIn(window, at, layout, openings, arc)] : openings
}

function faceIn(window: Shape, at: Vec2, { front, face }: Layout, carvings: readonly Carving[], arc: Arc): Carving {
  const ring = ringOf(window, at, arc)
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

function well(shape: Shape, at: Vec2, from: number, to: number, play: number, arc: Arc): Carving {
  const ring = ringOf(shape, at, arc)
  return { rings: [ring(from, play / 2 + LEAD), ring(from - LEAD, play / 2), ring(to, play / 2)] }
}

/** Head of an oval-head screw that fits the countersink of a plate, 7.5 across. */
const HEAD: Shape = { kind: 'circle', width: 7.5 }
const HEAD_HEIGHT = 1
const SLOT: Shape = { kind: 'rectangle', width: 1.2, height: 5 }

/** A screw's head, standing on the wall plate; its slot stays clear of that. */
export function screwHeadAt(at: Vec2, { front }: Layout, arc: Arc): Carving {
  const head = ringOf(HEAD, at, arc)
  const slot = ringOf(SLOT, at, arc)
  const top = front + HEAD_HEIGHT
  return {
    rings: [head(front, 0), head(top - 0.6, 0), head(top - 0.2, -0.4), head(top, -0.9)],
    carvings: [{ rings: [slot(top, 0), slot(top - 0.8, 0)] }],
  }
}

/** Draws a shape at a height, grown on every side. */
const ringOf =
  (shape: Shape, at: Vec2, arc: Arc) =>
  (z: number, grow: number): Ring => ({ z, points: outline(shape, at, grow, arc) })
