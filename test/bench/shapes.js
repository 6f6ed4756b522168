/*
 * The shapes that all contenders make: what is left of an accessory when everything that is hard about it is taken away.
 * They are plain boxes, prisms and cylinders, and so the least that any tool must do.
 */

/** Rounded block with hexagonal blind sockets and four pegs. */
export const rack = (columns, rows) => {
  const spacing = 12
  const [width, depth, height] = [columns * spacing + 4, rows * spacing + 4, 16]
  return {
    size: [width, depth, height],
    radius: 3,
    sockets: Array.from({ length: columns * rows }, (_, i) => [
      ((i % columns) - (columns - 1) / 2) * spacing,
      (Math.floor(i / columns) - (rows - 1) / 2) * spacing,
    ]),
    socket: { radius: 6.6 / Math.sqrt(3), depth: 12, segments: 6 },
    ...pegsBehind(width, depth),
  }
}

/** Rounded block with round cups and four pegs. */
export const cups = (columns, rows) => {
  const { size, sockets, ...rest } = rack(columns, rows)
  const scale = 17 / 12
  const [width, depth] = [size[0] * scale, size[1] * scale]
  return {
    ...rest,
    size: [width, depth, 34],
    sockets: sockets.map(([x, y]) => [x * scale, y * scale]),
    socket: { radius: 7.45, depth: 31, segments: 48 },
    ...pegsBehind(width, depth),
  }
}

/** Rounded plate with four pegs. */
export const plate = () => ({ size: [50, 6, 50], radius: 3, sockets: [], socket: undefined, ...pegsBehind(50, 6) })

const pegsBehind = (width, depth) => ({
  pegs: [-1, 1].flatMap((side) => [4, 12].map((z) => [side * Math.max(0, width / 2 - 8), depth / 2, z])),
  peg: { radius: 2.9, length: 10, segments: 32 },
})
