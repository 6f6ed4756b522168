import { blend, carve, type Field, meet, placed, taper, type Vec3 } from '#solid'

/** A bulging eye at the side of the brow. */
const centre: Vec3 = [12.6, -35.4, 7]
const gaze: Vec3 = [0.63, -0.77, 0.03]
const radius = 8.2
const lid = 2

/** Half the length and half the height of the slit pupil, which is how deep it is cut, too. */
const pupil = { length: 5.2, height: 1.8 }

/**
 * An eye on the right side with lids above and below and a goat's level slit for a pupil.
 *
 * @param upper Degrees above the gaze at which the upper lid ends; @param slope how much it rises outwards, degrees.
 */
export function eye(upper: number, slope: number): Field {
  const globe: Field = (u, v, w) => Math.sqrt(u * u + v * v + w * w) - radius
  const reach = pupil.length - pupil.height
  const slit = taper([radius - 0.3, -reach, 0], [radius - 0.3, reach, 0], pupil.height, pupil.height)
  const shell: Field = (u, v, w) => Math.sqrt(u * u + v * v + w * w) - radius - lid
  const above = wedge(upper, slope)
  const under = wedge(58, 4)
  const below: Field = (u, v, w) => under(u, v, -w)
  const put = (field: Field) => placed(centre, gaze, [0.77, 0.63, 0], field)
  return put(blend(0.9, carve(1.1, globe, slit), meet(1.6, shell, above), meet(1.6, shell, below)))
}

/** All that lies higher than an angle above the gaze. */
function wedge(degrees: number, slope: number): Field {
  const [s, c] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  const tilt = Math.tan((slope * Math.PI) / 180)
  return (u, v, w) => u * s - (w - v * tilt) * c
}
