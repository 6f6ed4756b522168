import { bothSides, ellipsoid, type Field, halfSpace, meet, placed, taper, type Vec3 } from '#solid'

/** Corner of the gape, seen from the side. */
const corner: Vec3 = [0, -28.5, -9]

/** The way from there along the palate's normal, up into the muzzle, and down the face of the lower jaw. */
const intoPalate: Vec3 = [-0.2, -0.38, 0.9]
const downJaw: Vec3 = [0, -0.22, -0.975]
const intoJaw: Vec3 = [0, 0.975, -0.22]

/** What is empty between the palate and the lower jaw. */
export const gape = (): Field => bothSides(meet(1, halfSpace(corner, intoPalate), halfSpace(corner, intoJaw)))

/** The lower jaw, from cheek to chin; the gape cuts its face. */
export const jaw = (): Field => bothSides(taper([5, -18, -11], [3.2, -29.8, -26], 9.5, 7))

/** How broad the lip is, and how deep the jaw is hollowed behind it. */
const lip = 2.2
const hollowDepth = 3

/** What is taken out of the jaw's face behind the lip. */
export function jawHollow(): Field {
  const outline = jaw()
  const floor = halfSpace([corner[0], corner[1] + hollowDepth, corner[2]], intoJaw)
  return meet(1, (x, y, z) => outline(x, y, z) + lip, floor)
}

/** A tongue and two teeth, drawn in the jaw's face: downwards, across, outwards. */
export function tongueAndTeeth(): Field {
  const tongue = ellipsoid([8, 0, -2.6], [9.5, 4, 3.1])
  const tooth = meet(
    0.8,
    (u) => Math.abs(u - 20.2) - 2.6,
    (_u, v) => Math.abs(Math.abs(v) - 2.3) - 1.8,
    (_u, _v, w) => Math.abs(w + 2) - 3,
  )
  return placed(corner, downJaw, [1, 0, 0], (u, v, w) => Math.min(tongue(u, v, w), tooth(u, v, w)))
}
