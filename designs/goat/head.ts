import { blend, bothSides, carve, ellipsoid, type Field, halfSpace, meet, taper, type Vec3, within } from '#solid'
import { beard } from './beard.ts'
import { ears } from './ears.ts'
import { eye } from './eyes.ts'
import { horns } from './horns.ts'

export interface Head {
  readonly field: Field
  readonly bounds: { readonly min: Vec3; readonly max: Vec3 }
  /** Where the hole enters, between the horns. */
  readonly crown: Vec3
  /** Where it leaves: the middle of the gape. */
  readonly mouth: Vec3
}

const crown: Vec3 = [0, -28, 17]
const mouth: Vec3 = [0, -35.7, -19]

const flat = (...fields: Field[]): Field => (x, y, z) => {
  let l = Infinity
  for (const f of fields) l = Math.min(l, f(x, y, z))
  return l
}

export function goatHead(options: { horns?: number; beard?: boolean } = {}): Head {
  const neck: Field = (x, y, z) => {
    const narrow = Math.min(0, y) * 0.06
    const rx = 18.5 + narrow
    const rz = 26 + narrow * 3
    return Math.max((Math.hypot(x / rx, (z + 8) / rz) - 1) * rx, -y - 28)
  }
  const skull = ellipsoid([0, -24, 5], [17, 18, 15])
  const poll = meet(3, halfSpace([0, 0, 17.5], [0, 0, 1]), taper([0, -28, 19], [0, -29, 4], 13.5, 15))
  // the wedge of the face
  const face = bothSides(meet(
    3,
    halfSpace([0, -42, 10], [0, -0.88, 0.47]),
    halfSpace([7, -42, 9], [0.62, -0.66, 0.32]),
    halfSpace([15, -34, 6], [0.97, -0.15, -0.2]),
    halfSpace([0, -54, -10], [0, -0.97, -0.25]),
    halfSpace([0, -40, -22], [0, 0, -1]),
    halfSpace([0, -30, 15], [0, 0, 1]),
    halfSpace([0, -20, 0], [0, 1, 0]),
  ))
  const muzzle = ellipsoid([0, -45, -13], [10.8, 9.5, 8.5])
  const gape = meet(1, halfSpace([0, -28, -11], [0, -0.485, 0.875]), halfSpace([0, -28, -11], [0, 0.91, -0.41]))
  const jaw = bothSides(taper([6.5, -18, -14], [3.2, -32, -31], 7, 4.3))
  const mass = carve(1, blend(3, blend(5, neck, skull, poll), blend(2, face, muzzle), jaw), gape)
  const { solid, lids } = eye(24, 0)
  const features = [
    bothSides(within([12.3, -35, 6], 9, flat(solid, lids))),
    ears(),
    horns(options.horns ?? 18, crown[2]),
    ...(options.beard === false ? [] : [beard()]),
  ]
  const all = blend(1.2, mass, ...features)
  return {
    field: (x, y, z) => Math.max(all(x, y, z), y - 2),
    bounds: { min: [-48, -60, -52], max: [48, 3, 42] },
    crown,
    mouth,
  }
}
