import { blend, bothSides, carve, type Field, meet, placed, taper, type Vec3, withinBox } from '#solid'

/** Middle of the leaf, and where it points: outwards and further forwards, so that its back prints without supports. */
const middle: Vec3 = [24, -17.5, 2.5]
const along: Vec3 = [0.61, -0.79, -0.17]
const upwards: Vec3 = [0.1, 0, 1]

/** The leaf's outline would end in a point; it is cut off round before. */
const halfLength = 28.4
const tip = 23
const halfWidth = 8
const wall = 3.6

/** How deep the hollow is, as a part of the ear's width. */
const flatness = 0.62

/** A pair of leaf-shaped ears, hollow like a boat, on roots that carry their backs over the bed. */
export function ears(): Field {
  const leafHalf = meet(
    3.6,
    leaf(halfLength, halfWidth, 0),
    (_u, _v, w) => w - 0.8,
    (u) => u - tip,
  )
  const root = taper([-21.7, -2.1, -0.6], [-7.7, -0.7, -1.6], 8, 4.2)
  const hollow = leaf(tip - wall, halfWidth - wall, 1.4)
  const drawn = placed(middle, along, upwards, carve(2.8, blend(2.5, leafHalf, root), hollow))
  return bothSides(withinBox([3, -41, -11], [41, 9, 15], drawn))
}

/** A body along the first axis, pointed at both ends and flattened along the third. */
const leaf =
  (length: number, width: number, shift: number): Field =>
  (u, v, w) => {
    const at = u / length
    const flat = (w - shift) / flatness
    const near = Math.sqrt(v * v + flat * flat) + 1e-9
    const steepness = Math.sqrt(v * v + (flat * flat) / (flatness * flatness)) / near + 1e-9
    return (0.9 * (near - width * (1 - at * at))) / Math.max(1, steepness)
  }
