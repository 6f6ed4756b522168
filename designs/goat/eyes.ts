import { blend, carve, type Field, meet, placed, taper, type Vec3, within } from '#solid'

/** The right eye bulges out of the side of the brow, and looks aside as much as ahead. */
const centre: Vec3 = [12.6, -35.4, 7]
const gaze: Vec3 = [0.63, -0.77, 0.03]
const aside: Vec3 = [0.77, 0.63, 0]
const radius = 8.2

/** How far the lids stand out from the eye. */
const lid = 2.3

/** Half the length and half the height of the slit pupil; it is cut about as deep as that, too, so that it is still seen in coarse triangles. */
const pupil = { length: 5.2, height: 1.9 }

/** Two eyes with a goat's level pupils, one brow raised. */
export function eyes(): Field {
  const right = eye({ opens: 38, slopes: -4 })
  const left = eye({ opens: 55, slopes: 4 })
  return (x, y, z) => (x > 0 ? right(x, y, z) : left(-x, y, z))
}

/** A right eye whose upper lid ends so many degrees above the gaze, and rises outwards by so many. */
function eye({ opens, slopes }: { opens: number; slopes: number }): Field {
  const globe = round(radius)
  const reach = pupil.length - pupil.height
  const slit = taper([radius - 0.3, -reach, 0], [radius - 0.3, reach, 0], pupil.height, pupil.height)
  const shell = round(radius + lid)
  const upper = meet(2.4, shell, above(opens, slopes))
  const under = above(58, 4)
  const lower = meet(2.4, shell, (u, v, w) => under(u, v, -w))
  const drawn = blend(1.6, carve(1.8, globe, slit), upper, lower)
  return within(centre, radius + lid, placed(centre, gaze, aside, drawn))
}

const round =
  (size: number): Field =>
  (u, v, w) =>
    Math.sqrt(u * u + v * v + w * w) - size

/** All that lies higher than an angle above the gaze, on a slope across it. */
function above(degrees: number, slope: number): Field {
  const turn = Math.PI / 180
  const [s, c, tilt] = [Math.sin(degrees * turn), Math.cos(degrees * turn), Math.tan(slope * turn)]
  return (u, v, w) => u * s - (w - v * tilt) * c
}
