import { blend, bothSides, carve, type Field, meet, placed, taper, within, type Vec3 } from '#solid'

/** Middle of the leaf, and where it points: outwards and further forwards, so that its back prints without supports. */
const middle: Vec3 = [24, -19, 4]
const along: Vec3 = [0.66, -0.74, -0.12]
const upwards: Vec3 = [0.1, 0, 1]

const halfLength = 26
const halfWidth = 8
const wall = 2.2

/** How deep the hollow is, as a part of the ear's width. */
const flatness = 0.62

/** A pair of leaf-shaped ears, hollow like a boat. */
export function ears(): Field {
  const outside = leaf(halfLength, halfWidth, 0)
  const hollow = leaf(halfLength - 3.5, halfWidth - wall, 1)
  const rim: Field = (_u, _v, w) => w - 0.4
  const ear = meet(0.8, carve(0.8, outside, hollow), rim, (u) => u - halfLength + 3)
  const base = taper([12, 0, 5], [20.5, -10.5, 5], 8, 4)
  return bothSides(blend(1, within(middle, halfLength + 1, placed(middle, along, upwards, ear)), base))
}

/** A body along the first axis, pointed at both ends and flattened along the third. */
const leaf =
  (length: number, width: number, shift: number): Field =>
  (u, v, w) => {
    const at = u / length
    return (Math.hypot(v, (w - shift) / flatness) - width * (1 - at * at)) * flatness
  }
