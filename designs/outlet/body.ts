import { loft, type Ring, roundedRing, type Solid } from '#solid'
import { EDGE, halfAt, type Layout } from './layout.ts'
import type { Arc } from './outline.ts'

const CORNER = 4
/** The front edges are rounded over this much. */
const SOFTENED = 2
/** How deep the body reaches into the back plate. */
const SUNK = 1
/** What a corner is rounded by where it would otherwise be sharp. */
const SHARP = 0.3

/** The wall plate on its core, drawn from the front as {@link Layout} tells. */
export function plateOnCore(layout: Layout, arc: Arc): Solid {
  const { plate, core, foot, front } = layout
  const edge = front - EDGE
  const flares = [0, 1].map((axis) => edge - (plate[axis] - core[axis]) / 2)
  const lowest = Math.min(...flares)
  const segments = arc(CORNER)
  const ring = (height: number, inset: number, radius: number): Ring => ({
    z: height,
    points: roundedRing(
      halfAt(layout, height).map((half) => 2 * (half - inset)) as [number, number],
      Math.max(radius, SHARP),
      segments,
    ),
  })
  // Round corners shrink along with the edges: widening at a fixed radius they would lean by more than 45°.
  const rising = [foot - SUNK, ...flares, edge - CORNER, edge]
    .filter((height) => height >= foot - SUNK && height <= edge)
    .sort((a, b) => a - b)
    .filter((height, i, all) => i === 0 || height - all[i - 1] > 1e-3)
  const softened = [0, 30, 60, 90].map((degrees) => (degrees * Math.PI) / 180)
  return loft([
    ...rising.map((height) => ring(height, 0, CORNER - (edge - Math.max(height, lowest)))),
    ...softened.map((angle) => {
      const inset = SOFTENED * (1 - Math.cos(angle))
      return ring(front - SOFTENED * (1 - Math.sin(angle)), inset, CORNER - inset)
    }),
  ])
}
