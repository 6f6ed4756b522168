import { carve, type Field, meet, placed, type Vec3 } from '#solid'

/** A bulging eye at the side of the brow. */
const centre: Vec3 = [12.3, -35, 6]
const gaze: Vec3 = [0.76, -0.65, 0.02]
const radius = 7.6
const lid = 1.3

/** Half the length and half the height of the slit pupil, and how deep it is cut. */
const pupil = { length: 4, height: 1.25, depth: 1.2 }

/**
 * An eye on the right side with lids above and below and a goat's level slit for a pupil.
 *
 * @param upper Degrees above the gaze at which the upper lid ends; @param slope how much it rises outwards, degrees.
 */
export function eye(upper: number, slope: number): { solid: Field; lids: Field; } {
  const globe: Field = (u, v, w) => Math.hypot(u, v, w) - radius
  const slit: Field = (u, v, w) => {
    const along = Math.max(0, Math.abs(v) - pupil.length + pupil.height)
    const beside = Math.hypot(along, w) - pupil.height
    return Math.max(beside, radius - pupil.depth - Math.hypot(u, v, w), -u)
  }
  const shell: Field = (u, v, w) => Math.hypot(u, v, w) - radius - lid
  const above = wedge(upper, slope)
  const below = wedge(38, 6)
  const put = (field: Field) => placed(centre, gaze, [0.65, 0.76, 0], field)
  return {
    solid: put(carve(0.3, globe, slit)),
    lids: put((u, v, w) => Math.min(meet(0.6, shell, above)(u, v, w), meet(0.6, shell, (a, b, c) => below(a, b, -c))(u, v, w))),
  }
}

/** All that lies higher than an angle above the gaze. */
function wedge(degrees: number, slope: number): Field {
  const [s, c] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  const tilt = Math.tan((slope * Math.PI) / 180)
  return (u, v, w) => u * s - (w - v * tilt) * c
}
