import type { Carving, Ring, Vec2 } from '#solid'
import { depthOf, RELIEF } from './layout.ts'
import { type Arc, outline, type Shape } from './outline.ts'
import type { Receptacle } from './receptacles.ts'

/** Width of the shadow gap around a face, and how deep it is. */
const GAP = { width: 0.8, depth: 1.2 }
/** Chamfer of a face's edge. */
const SOFTENED = 0.6
/** Chamfer that leads a pin, or a plug's body, into its opening. */
const LEAD = 0.5

/**
 * What the wall plate carries around the middle of a receptacle, heights from its front: a face in its window, if the kind has one, with what a plug
 * goes into, each opening wider by `play`.
 */
export function receptacleCarvings(kind: Receptacle, inPair: boolean, play: number, arc: Arc): Carving[] {
  const window = (inPair && kind.window?.pair) || kind.window?.single
  const front = window ? RELIEF : 0
  const { recess } = kind
  const seat = front - (recess?.depth ?? 0)
  const pins = kind.openings.map((each) => well(each.shape, each.at, seat, seat - depthOf(each), play, arc))
  const openings = recess ? [{ ...well(recess.shape, [0, 0], front, seat, play, arc), carvings: pins }] : pins
  return window ? [face(window, arc, openings)] : openings
}

function face(window: Shape, arc: Arc, carvings: readonly Carving[]): Carving {
  const ring = ringOf(window, [0, 0], arc)
  return {
    rings: [
      ring(0, 0),
      ring(-GAP.depth, 0),
      ring(-GAP.depth, -GAP.width),
      ring(RELIEF - SOFTENED, -GAP.width),
      ring(RELIEF, -GAP.width - SOFTENED),
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

/** A screw's head, standing on the plate; its slot stays clear of that. */
export function screwHead(arc: Arc): Carving {
  const head = ringOf(HEAD, [0, 0], arc)
  const slot = ringOf(SLOT, [0, 0], arc)
  return {
    rings: [head(0, 0), head(HEAD_HEIGHT - 0.6, 0), head(HEAD_HEIGHT - 0.2, -0.4), head(HEAD_HEIGHT, -0.9)],
    carvings: [{ rings: [slot(HEAD_HEIGHT, 0), slot(HEAD_HEIGHT - 0.8, 0)] }],
  }
}

/** Draws a shape at a height, grown on every side. */
const ringOf =
  (shape: Shape, at: Vec2, arc: Arc) =>
  (z: number, grow: number): Ring => ({ z, points: outline(shape, at, grow, arc) })
