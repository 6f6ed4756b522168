import { hull, plus, type Solid, times } from '#solid'
import { type Hole, holeAxes } from '../../designs/goat-hook/hole.ts'

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
interface Screwdriver {
  readonly blade: number
  readonly length: number
  readonly handle: number
  readonly grip: number
  /** Diameter of the shoulder's narrow end. */
  readonly shoulder: number
}

/** A PH2: blade ⌀6.35, handle ⌀33, some 210 long in all (standards page, chapter 5.1). */
export const ph2: Screwdriver = { blade: 6.35, length: 110, handle: 33, grip: 100, shoulder: 10 }

/** The convex pieces of a screwdriver with its shoulder's narrow end at a station of the hole: shoulder, grip, blade. */
export const screwdriverAt = (
  hole: Hole,
  station: number,
  { blade, length, handle, grip, shoulder } = ph2,
): Solid[] => {
  const rise = (handle - shoulder) / 2 / Math.tan(Math.PI / 6)
  return [
    roundAlong(hole, [station - rise, station], [handle / 2, shoulder / 2]),
    roundAlong(hole, [station - grip, station - rise], [handle / 2, handle / 2]),
    roundAlong(hole, [station - 1, station + length], [blade / 2, blade / 2]),
  ]
}

/** Where along its axis the PH2's centre of gravity lies above its shoulder: a handle of plastic at 1.1, a blade of steel at 7.85 g/cm³. */
export function centreOfGravity(): number {
  const handle = Math.PI * (ph2.handle / 2) ** 2 * (ph2.grip - 6) * 1.1
  const blade = Math.PI * (ph2.blade / 2) ** 2 * ph2.length * 7.85
  return (handle * (ph2.grip / 2 + 3) - (blade * ph2.length) / 2) / (handle + blade)
}
