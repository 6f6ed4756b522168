import type { Held } from '#design'
import { hull, plus, type Solid, times } from '#solid'
import { type Hole, holeAxes } from './hole.ts'

/** A round about the hole's axis, from station to station, of a radius at either end; its corners lie on the circle. */
export const roundAlong = (
  hole: Hole,
  [from, to]: readonly [number, number],
  [first, last]: readonly [number, number],
): Solid => {
  const { along, forward, side } = holeAxes(hole)
  const ring = (station: number, radius: number) =>
    Array.from({ length: 48 }, (_, k) => {
      const angle = (k / 48) * 2 * Math.PI
      const across = plus(times(forward, radius * Math.cos(angle)), times(side, radius * Math.sin(angle)))
      return plus(plus(hole.from, times(along, station)), across)
    })
  return hull(...ring(from, first), ...ring(to, last))
}

/** A screwdriver of a cylinder, a shoulder that widens by 30° to either side, and a blade. */
export interface Screwdriver {
  readonly blade: number
  readonly length: number
  readonly handle: number
  readonly grip: number
  /** Diameter of the shoulder's narrow end. */
  readonly shoulder: number
}

/** A PH2: blade ⌀6.35, handle ⌀33, some 210 long in all (standards page, chapter 5.1). */
export const ph2: Screwdriver = { blade: 6.35, length: 110, handle: 33, grip: 100, shoulder: 10 }

/** How fast a shoulder widens: by 30° to either side. */
const SHOULDER = Math.tan(Math.PI / 6)

/** The convex pieces of a screwdriver with its shoulder's narrow end at a station of the hole: shoulder, grip, blade. */
export const screwdriverAt = (
  hole: Hole,
  station: number,
  { blade, length, handle, grip, shoulder } = ph2,
): Solid[] => {
  const rise = (handle - shoulder) / 2 / SHOULDER
  return [
    roundAlong(hole, [station - rise, station], [handle / 2, shoulder / 2]),
    roundAlong(hole, [station - grip, station - rise], [handle / 2, handle / 2]),
    roundAlong(hole, [station - 1, station + length], [blade / 2, blade / 2]),
  ]
}

const [HANDLE, BLADE] = ['#c8332b', '#aab2b8']

/** A screwdriver that suits the hole, at rest in its funnel. */
export function heldScrewdriver(hole: Hole): Held[] {
  const { shank, funnel } = hole
  const size = { blade: shank - 1, length: 110, handle: shank + 18, grip: 82, shoulder: shank + 2 }
  const room = Math.max(0, funnel.diameter - size.shoulder)
  // It rests where the funnel's wall or its rim meets the shoulder; a little before that in the picture, to touch nowhere.
  const deep = Math.min((funnel.depth * room) / Math.max(1, funnel.diameter - shank), room / 2 / SHOULDER)
  const station = deep - 1
  const [shoulder, grip, blade] = screwdriverAt(hole, station, size)
  const end = station - size.grip
  const cap = roundAlong(hole, [end - 3, end], [size.handle / 2 - 3, size.handle / 2])
  return [...[shoulder, grip, cap].map((solid) => ({ color: HANDLE, solid })), { color: BLADE, solid: blade }]
}
