import { bothSides, cross, dot, type Field, minus, plus, taper, times, unit, type Vec3, withinBox } from '#solid'

/** Where a horn leaves the skull: behind the crown, so that a screwdriver's handle stands free before it. */
const root: Vec3 = [11.5, -19, 11.5]

/** Radius of a horn where it leaves the skull and where it enters the plate. */
const [thick, thin] = [6.6, 3.6]

/** How high their tips may meet the plate. */
const highest = 32

/** Rings along a horn, and how far they stand out. */
const ringPitch = 4.2
const ringHeight = 0.9

/**
 * A pair of ringed horns that rise from the crown and sweep back in an arc until their tips melt into the plate, never flatter
 * than 45° to it: so they print without supports.
 *
 * @param rise How far their tips stand above the crown; 0 for the two buds of a goat without horns.
 * @param crownHeight z of the crown.
 */
export function horns(rise: number, crownHeight: number): Field {
  if (rise === 0) return bothSides(taper([12, -17, 17.3], [11, -5, 10.5], 4, 8.5))
  const top = Math.min(crownHeight + rise - thin, highest)
  const tip: Vec3 = [17.4, 3, top]
  const middle: Vec3 = [14.2, -9, root[2] + (top - root[2]) * 0.6]
  return bothSides(withinBox([4, -27, 4], [24.5, 7, top + 4.5], arc(root, middle, tip)))
}

/** The nape's two ridges, which carry the horns' undersides on to the plate. */
export const hornFeet = (rise: number): Field =>
  rise === 0
    ? bothSides(taper([10, 3, 14], [10.5, -18, 9], 7, 6))
    : bothSides(taper([14, 3, 23.5], [11.5, -18, 11], 5.5, 6))

/** A ringed, tapering rod along the circle through three points. */
function arc(from: Vec3, middle: Vec3, to: Vec3): Field {
  const { centre, radius } = circleThrough(from, middle, to)
  const first = times(minus(from, centre), 1 / radius)
  const normal = unit(cross(minus(middle, from), minus(to, from)))
  const second = cross(normal, first)
  const end = minus(to, centre)
  const sweep = Math.atan2(dot(end, second), dot(end, first))
  const turns = (Math.PI * sweep * radius) / ringPitch
  const [endA, endB] = [radius * Math.cos(sweep), radius * Math.sin(sweep)]
  return (x, y, z) => {
    const dx = x - centre[0]
    const dy = y - centre[1]
    const dz = z - centre[2]
    const a = dx * first[0] + dy * first[1] + dz * first[2]
    const b = dx * second[0] + dy * second[1] + dz * second[2]
    const c = dx * normal[0] + dy * normal[1] + dz * normal[2]
    const angle = Math.atan2(b, a)
    const at = angle < 0 ? 0 : angle > sweep ? 1 : angle / sweep
    const fromAxis = Math.sqrt(a * a + b * b)
    const pa = at === 0 ? a - radius : at === 1 ? a - endA : fromAxis - radius
    const pb = at === 0 ? b : at === 1 ? b - endB : 0
    const away = Math.sqrt(pa * pa + pb * pb + c * c)
    const own = thick + (thin - thick) * at
    // Rings fade out underneath, where they would hang over.
    const outer = Math.max(0, Math.min(1, 0.75 + (fromAxis - radius) / own))
    const wave = Math.sin(turns * at)
    const ring = ringHeight * outer * (Math.sqrt(wave * wave + 0.03) - 0.5) * (1 - 0.5 * at)
    return (away - own - ring) * 0.9
  }
}

function circleThrough(p: Vec3, q: Vec3, r: Vec3): { centre: Vec3; radius: number } {
  const [u, v] = [minus(q, p), minus(r, p)]
  const n = cross(u, v)
  const towards = plus(times(cross(n, u), dot(v, v)), times(cross(v, n), dot(u, u)))
  const offset = times(towards, 1 / (2 * dot(n, n)))
  return { centre: plus(p, offset), radius: Math.hypot(...offset) }
}
