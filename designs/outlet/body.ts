import { type Ring, roundedRing } from '#solid'
import { CORNER, cornerRise, halfAt, type Layout, SOFTENED } from './layout.ts'
import type { Arc } from './outline.ts'

/** The outlines of the core, from the back plate's front, and of the wall plate that it flares to. */
export function plateOnCore(layout: Layout, arc: Arc): Ring[] {
  const { plate, core, foot, edge, flared, front } = layout
  const flares = [0, 1].map((axis) => (plate[axis] - core[axis]) / 2)
  const segments = arc(CORNER)
  const ring = (height: number, inset: number, radius: number): Ring => {
    const [width, depth] = halfAt(layout, height)
    return { z: height, points: roundedRing([2 * (width - inset), 2 * (depth - inset)], radius, segments) }
  }
  const flareFrom = (below: number) => ring(edge - below, 0, flared - Math.min(below, ...flares))
  const softened = [0, 30, 60, 90].map((degrees) => (degrees * Math.PI) / 180)
  return [
    { ...flareFrom(Math.max(...flares)), z: foot },
    flareFrom(Math.max(...flares)),
    flareFrom(Math.min(...flares)),
    flareFrom(0),
    ring(edge + cornerRise(flared), 0, CORNER),
    ...softened.map((angle) => {
      const inset = SOFTENED * (1 - Math.cos(angle))
      return ring(front - SOFTENED * (1 - Math.sin(angle)), inset, CORNER - inset)
    }),
  ].filter(({ z }, i, all) => i === 0 || z - all[i - 1].z > 1e-3)
}
