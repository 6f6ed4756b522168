import { roundedRing, type Vec2 } from '#solid'

/** What an opening, a recess or a face looks like from the front, in millimetres. */
export type Shape =
  | { readonly kind: 'rectangle'; readonly width: number; readonly height: number; readonly radius?: number }
  /** Cut level above and below, `flats` apart, where these are given. */
  | { readonly kind: 'circle'; readonly width: number; readonly flats?: number }
  /** A circle with two pairs of grooves, above and below: between those of a pair stands an earth clip of a Schuko socket. */
  | { readonly kind: 'clipped'; readonly width: number; readonly clip: number; readonly groove: number }
  /** A rectangle whose upper end is a half circle: the "D" of a ground opening. */
  | { readonly kind: 'arch'; readonly width: number; readonly height: number }

/** Segments of a full circle of a radius. */
export type Arc = (radius: number) => number

/**
 * The corners of a shape around `center`, counter-clockwise; equally many for every `grow`, so that its rings can be lofted.
 *
 * @param grow How much further out every edge lies: inwards, if negative.
 */
export function outline(shape: Shape, center: Vec2, grow: number, arc: Arc): Vec2[] {
  switch (shape.kind) {
    case 'rectangle': {
      const { width, height, radius = 0 } = shape
      const segments = radius > 0 ? arc(radius) : 4
      return roundedRing([width + 2 * grow, height + 2 * grow], Math.max(radius + grow, 0.05), segments, center)
    }
    case 'circle': {
      const { width, flats = width } = shape
      const radius = width / 2 + grow
      const reach = Math.asin(Math.min(1, (flats / 2 + grow) / radius))
      const steps = Math.ceil((arc(width / 2) * Math.asin(flats / width)) / Math.PI)
      return [
        ...bow(center, radius, [-reach, reach], steps),
        ...bow(center, radius, [Math.PI - reach, Math.PI + reach], steps),
      ].filter(distinct)
    }
    case 'clipped': {
      const { width, clip, groove } = shape
      const radius = width / 2 + grow
      const [near, far] = [clip / 2 - grow, clip / 2 + groove + grow]
      const half = (turned: 0 | 1): Vec2[] => {
        const from = Math.asin(far / radius)
        const to = Math.asin(near / radius)
        const top = radius + groove
        const points: Vec2[] = [
          ...bow([0, 0], radius, [from - Math.PI / 2, Math.PI / 2 - from], arc(width / 2) / 2),
          [far, top],
          [near, top],
          ...bow([0, 0], radius, [Math.PI / 2 - to, Math.PI / 2 + to], 4),
          [-near, top],
          [-far, top],
        ]
        return turned ? points.map(([x, y]): Vec2 => [-x, -y]) : points
      }
      return [...half(0), ...half(1)].map(([x, y]): Vec2 => [center[0] + x, center[1] + y])
    }
    case 'arch': {
      const { width, height } = shape
      const radius = width / 2 + grow
      const crown: Vec2 = [center[0], center[1] + (height - width) / 2]
      const bottom = center[1] - height / 2 - grow
      return [
        ...bow(crown, radius, [0, Math.PI], arc(width / 2) / 2),
        [crown[0] - radius, bottom],
        [crown[0] + radius, bottom],
      ]
    }
  }
}

/** Points along an arc, both ends included, pushed out so that its chords, not its corners, touch the true circle: what is as wide passes. */
function bow(center: Vec2, radius: number, [from, to]: readonly [number, number], steps: number): Vec2[] {
  const outer = radius / Math.cos((to - from) / steps / 2)
  return Array.from({ length: steps + 1 }, (_, i): Vec2 => {
    const angle = from + ((to - from) * i) / steps
    return [center[0] + outer * Math.cos(angle), center[1] + outer * Math.sin(angle)]
  })
}

/** Whether a corner is not the one before it again, as where two half circles meet. */
const distinct = ([x, y]: Vec2, i: number, all: readonly Vec2[]) => {
  const [beforeX, beforeY] = all[(i + all.length - 1) % all.length]
  return Math.hypot(x - beforeX, y - beforeY) > 1e-6
}
