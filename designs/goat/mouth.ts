import {
  blend,
  bothSides,
  ellipsoid,
  type Field,
  halfSpace,
  meet,
  placed,
  taper,
  type Vec3,
  within,
  withinBox,
} from '#solid'

/** Corner of the gape, seen from the side. */
const corner: Vec3 = [0, -28.5, -8]

/** The way from there along the palate's normal, up into the muzzle, and down the face of the lower jaw. */
const intoPalate: Vec3 = [-0.3, -0.24, 0.9]
const downJaw: Vec3 = [0, -0.22, -0.975]
const intoJaw: Vec3 = [0, 0.975, -0.22]

/** What is empty between the palate and the lower jaw. */
export const gape = (): Field =>
  bothSides(withinBox([0, -70, -60], [50, -26, 8], meet(2, halfSpace(corner, intoPalate), halfSpace(corner, intoJaw))))

/** The lower jaw, from cheek to chin; the gape cuts its face. */
export const jaw = (): Field =>
  bothSides(
    withinBox(
      [0, -37, -34],
      [15, -8, -1],
      blend(
        2,
        taper([5, -18, -11], [3.2, -29.8, -26], 9.5, 7),
        // The throat under the chin, at 45° to the bed.
        taper([0, -27.5, -26.3], [0, -20, -21], 6.8, 7),
      ),
      4,
    ),
  )

/** How deep the jaw is hollowed behind its lip. */
const hollowDepth = 3

/** What is taken out of the jaw's face behind the lip; it widens outwards, so that the lip never hangs over. */
export function jawHollow(): Field {
  const outline = taper([7.2, 0, 0], [17.4, 0, 0], 5.6, 5.3)
  const widening: Field = (u, v, w) => outline(u, Math.max(0, Math.abs(v) - 2.4), 0) - 0.15 * w
  const floor: Field = (_u, _v, w) => -w - hollowDepth
  const front: Field = (_u, _v, w) => w - 2
  return within([0, -31, -20], 15, placed(corner, downJaw, [1, 0, 0], meet(2, widening, floor, front)))
}

/** A tongue and two teeth, drawn in the jaw's face: downwards, across, outwards. */
export function tongueAndTeeth(): Field {
  const tongue = ellipsoid([8, 0, -2.6], [9.5, 4, 3.1])
  const tooth = meet(
    1.7,
    (u) => Math.abs(u - 20.2) - 2.6,
    (_u, v) => Math.abs(Math.abs(v) - 2.7) - 2.2,
    (_u, _v, w) => Math.abs(w + 2) - 3,
  )
  return within(
    [0, -32, -20],
    14,
    placed(corner, downJaw, [1, 0, 0], (u, v, w) => Math.min(0.75 * tongue(u, v, w), tooth(u, v, w))),
  )
}
