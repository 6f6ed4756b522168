import { blend, bothSides, carve, type Field, meet, placed, taper, within, type Vec3 } from '#solid'

/** Middle of the leaf, and where it points: outwards and further forwards, so that its back prints without supports. */
const middle: Vec3 = [24, -17.5, 2.5]
const along: Vec3 = [0.61, -0.79, -0.17]
const upwards: Vec3 = [0.1, 0, 1]

const halfLength = 26
const halfWidth = 8
const wall = 3.2

/** How deep the hollow is, as a part of the ear's width. */
const flatness = 0.62

/** A pair of leaf-shaped ears, hollow like a boat, on roots that carry their backs over the bed. */
export function ears(): Field {
  const put = (field: Field) => placed(middle, along, upwards, field)
  const leafHalf = meet(
    3.4,
    leaf(halfLength, halfWidth, 0),
    (_u, _v, w) => w - 0.4,
    (u) => u - halfLength + 3,
  )
  const root = taper([11, 0, 4], [20.5, -10.5, 3], 8, 4.2)
  const hollow = leaf(halfLength - 3.5, halfWidth - wall, 1)
  return bothSides(within([22, -15, 3], halfLength + 2, carve(2.6, blend(1.5, put(leafHalf), root), put(hollow))))
}

/** A body along the first axis, pointed at both ends and flattened along the third. */
const leaf =
  (length: number, width: number, shift: number): Field =>
  (u, v, w) => {
    const at = u / length
    const flat = (w - shift) / flatness
    const near = Math.sqrt(v * v + flat * flat) + 1e-9
    const steepness = Math.sqrt(v * v + (flat / flatness) ** 2) / near + 1e-9
    return (0.9 * (near - width * (1 - at * at))) / Math.max(1, steepness)
  }
