import { blend, bothSides, carve, ellipsoid, type Field, halfSpace, meet, taper, type Vec3, within } from '#solid'
import { beard } from './beard.ts'
import { ears } from './ears.ts'
import { eye } from './eyes.ts'
import { hornFeet, horns } from './horns.ts'
import { gape, jaw, jawHollow, tongueAndTeeth } from './mouth.ts'
import { neck } from './neck.ts'
import { face, nose, nostrils } from './muzzle.ts'

export interface Head {
  readonly field: Field
  readonly bounds: { readonly min: Vec3; readonly max: Vec3 }
  /** Where the hole enters, between the horns. */
  readonly crown: Vec3
  /** Where it leaves: the middle of the gape. */
  readonly mouth: Vec3
}

/** A forelock of three points that fans out from the crown over the brow. */
const forelock = (): Field =>
  within(
    [0, -43.5, 9],
    13,
    blend(
      1.2,
      taper([0, -42, 12.6], [1.2, -51.2, 2.2], 4.8, 0.9),
      taper([3.4, -41, 12.8], [7, -46.4, 5], 4.4, 0.9),
      taper([-3.4, -41, 12.8], [-5.8, -46.9, 5.5], 4.4, 0.9),
    ),
  )

const crown: Vec3 = [0, -28, 17]
const mouth: Vec3 = [0, -36.04, -13]

export function goatHead(options: { horns?: number; beard?: boolean } = {}): Head {
  const rise = options.horns ?? 18
  const skull = ellipsoid([0, -24, 5], [17, 18, 13])
  const poll = meet(2.5, halfSpace([0, 0, 17.5], [0, 0, 1]), taper([0, -28, 19], [0, -29, 4], 13.5, 15))
  const sockets = bothSides(taper([11, -31.5, 6.6], [6.5, -22, 6], 7.6, 8.5))
  const cheeks = bothSides(ellipsoid([9.5, -29, -4], [7.5, 8, 7]))
  const mass = blend(
    1.5,
    blend(2.5, blend(4, neck(), skull, poll, jaw(), hornFeet(rise), sockets), face()),
    nose(),
    cheeks,
  )
  const right = within([12.3, -35, 7], 10.5, eye(38, -4))
  const left = within([12.3, -35, 7], 10.5, eye(55, 4))
  const eyes: Field = (x, y, z) => (x > 0 ? right(x, y, z) : left(-x, y, z))
  const features = [
    eyes,
    forelock(),
    ears(),
    horns(rise, crown[2]),
    tongueAndTeeth(),
    ...(options.beard === false ? [] : [beard()]),
  ]
  const all = carve(1.7, blend(1.5, carve(1.9, mass, gape(), jawHollow()), ...features), nostrils())
  return {
    field: (x, y, z) => Math.max(all(x, y, z), y - 2),
    bounds: { min: [-48, -62, -50], max: [48, 3, 40] },
    crown,
    mouth,
  }
}
