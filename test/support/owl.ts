import { ball, blend, bothSides, carve, ellipsoid, type Field, implicit, type Mesh, moveMesh, taper } from '#solid'

/** An owl, 60 high, that looks to −y: a sculpture to be read from a file. */
const field: Field = (() => {
  const body = blend(
    6,
    ellipsoid([0, 0, 24], [17, 15, 24]),
    ellipsoid([0, -2, 6], [14, 13, 6]),
    ellipsoid([0, -1, 47], [15.5, 14, 12.5]),
    bothSides(taper([10, -6, 54], [13, -7, 61], 4, 1.2)),
  )
  const winged = blend(2, body, bothSides(ellipsoid([15.5, 1, 24], [4.5, 10, 18])))
  const rings = bothSides(carve(1.5, ellipsoid([6.2, -13, 48], [6.4, 4, 6.4]), ball([6.8, -21, 48], 7.4)))
  const eyes = bothSides(ball([6.3, -13.4, 48], 2.9))
  const beak = taper([0, -13.5, 46], [0, -17, 40.5], 2.6, 1)
  const feet = bothSides(
    blend(1, taper([6, -12, 2.5], [6, -17, 2.2], 3, 2), taper([9, -12, 2.5], [11, -16, 2.2], 3, 2)),
  )
  return blend(0.8, blend(1.2, winged, rings, feet), eyes, beak)
})()

const bounds = { min: [-22, -25, -2], max: [22, 18, 64] } as const

/** @param size Its height is 60 of these. @param edge Length of its triangles, at the size of 1. */
export const owl = (size = 1, edge = 1): Mesh =>
  moveMesh(implicit(field, bounds, edge), (x, y, z) => [x * size, y * size, z * size])
