import { blend, carve, type Field, meet, placed, type Vec3 } from '#solid'

/** A bulging eye at the side of the brow. */
const centre: Vec3 = [12.3, -35, 7]
const gaze: Vec3 = [0.7, -0.71, 0.03]
const radius = 8
const lid = 1.5

/** Half the length and half the height of the slit pupil, and how deep it is cut. */
const pupil = { length: 4.6, height: 1.7, depth: 1.5 }

/**
 * An eye on the right side with lids above and below and a goat's level slit for a pupil.
 *
 * @param upper Degrees above the gaze at which the upper lid ends; @param slope how much it rises outwards, degrees.
 */
export function eye(upper: number, slope: number): Field {
  const globe: Field = (u, v, w) => Math.hypot(u, v, w) - radius
  const slit = meet(
    0.8,
    (_u, v, w) => Math.hypot(Math.max(0, Math.abs(v) - pupil.length + pupil.height), w) - pupil.height,
    (u, v, w) => radius - pupil.depth - Math.hypot(u, v, w),
    (u) => -u,
  )
  const shell: Field = (u, v, w) => Math.hypot(u, v, w) - radius - lid
  const above = wedge(upper, slope)
  const under = wedge(48, 6)
  const below: Field = (u, v, w) => under(u, v, -w)
  const put = (field: Field) => placed(centre, gaze, [0.71, 0.7, 0], field)
  return put(blend(0.8, carve(0.8, globe, slit), meet(1, shell, above), meet(1, shell, below)))
}

/** All that lies higher than an angle above the gaze. */
function wedge(degrees: number, slope: number): Field {
  const [s, c] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  const tilt = Math.tan((slope * Math.PI) / 180)
  return (u, v, w) => u * s - (w - v * tilt) * c
}
