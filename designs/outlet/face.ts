import { box, extrude, loft, polygon, type Solid, translate, type Vec2 } from '#solid'
import { depthOf, type Layout } from './layout.ts'
import { type Arc, outline, type Shape } from './outline.ts'
import type { Receptacle } from './receptacles.ts'

/** Width of the shadow gap around a face, and how deep it is. */
const GAP = { width: 0.8, depth: 1.2 }
/** Chamfer of a face's edge. */
const SOFTENED = 0.6
/** Chamfer that leads a pin, or a plug's body, into its opening. */
const LEAD = 0.5
/** How far cutters stick out. */
const OUT = 0.5

/** The window in the wall plate around a face. */
export const windowCut = (shape: Shape, at: Vec2, { front }: Layout, arc: Arc): Solid =>
  translate([0, 0, front - GAP.depth], extrude(polygon(outline(shape, at, 0, arc)), GAP.depth + OUT))

/** The face that stands in a window. */
export function faceBlock(shape: Shape, at: Vec2, { front, face }: Layout, arc: Arc): Solid {
  const ring = (z: number, inset: number) => ({ z, points: outline(shape, at, -GAP.width - inset, arc) })
  return loft([ring(front - GAP.depth - OUT, 0), ring(face - SOFTENED, 0), ring(face, SOFTENED)])
}

/** What a plug goes into: its recess and the openings for its pins, each wider by `play`. */
export function plugCuts(kind: Receptacle, at: Vec2, play: number, { face, seat }: Layout, arc: Arc): Solid[] {
  const well = (shape: Shape, [x, y]: Vec2, from: number, to: number) => {
    const ring = (z: number, grow: number) => ({
      z,
      points: outline(shape, [at[0] + x, at[1] + y], play / 2 + grow, arc),
    })
    return loft([ring(from, 0), ring(to - LEAD, 0), ring(to + OUT, LEAD + OUT)])
  }
  return [
    ...kind.openings.map((opening) => well(opening.shape, opening.at, seat - depthOf(opening), seat)),
    ...(kind.recess ? [well(kind.recess.shape, [0, 0], seat, face)] : []),
    ...(kind.clips && kind.recess ? clipCuts(kind.recess.shape, at, { face, seat }) : []),
  ]
}

/** Head of an oval-head screw that fits the countersink of a plate, 7.5 across. */
const HEAD: Shape = { kind: 'circle', width: 7.5 }
const SLOT = { width: 1.2, floor: 0.2 }

/** A screw's head, standing on the plate. */
export const screwHead = (at: Vec2, { front }: Layout, arc: Arc): Solid =>
  loft(
    [
      [-OUT, 0],
      [0.3, 0],
      [0.7, 0.5],
      [1, 1.3],
    ].map(([above, inset]) => ({ z: front + above, points: outline(HEAD, at, -inset, arc) })),
  )

/** The slot of a screw's head; it stays clear of the plate. */
export const screwSlot = ([x, y]: Vec2, { front }: Layout): Solid =>
  box(
    [x - SLOT.width / 2, y - HEAD.width / 2 - OUT, front + SLOT.floor],
    [x + SLOT.width / 2, y + HEAD.width / 2 + OUT, front + 1 + OUT],
  )

/** Width and spacing of the grooves on either side of an earth clip, how far they reach into the wall, and where they begin above the floor. */
const CLIP = { width: 4.5, groove: 1.6, depth: 2, above: 4 }

/** Two springs of a Schuko socket, above and below, drawn by grooves in the recess's wall: nothing stands in the plug's way. */
export const clipCuts = (recess: Shape, [x, y]: Vec2, { face, seat }: Pick<Layout, 'face' | 'seat'>): Solid[] =>
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
