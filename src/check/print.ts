import type { Mesh } from '#solid'

/** What printing a part takes and what may go wrong. */
export interface PrintEstimate {
  /** Filament, in grams. */
  readonly mass: number
  /** Surface that looks down flatter than 45° and does not lie on the bed, in square millimetres. */
  readonly overhangArea: number
}

/** Grams in a cubic millimetre of PLA. */
const PLA = 1.24e-3

/** Height up to which a face lies on the bed: half of the thinnest usual layer. */
const ON_BED = 0.05

/** Estimates the print of a mesh that lies on z = 0, as if it were solid plastic. */
export function estimatePrint({ points, triangles }: Mesh): PrintEstimate {
  let [volume, overhangArea] = [0, 0]
  for (let i = 0; i < triangles.length; i += 3) {
    const [a, b, c] = [triangles[i] * 3, triangles[i + 1] * 3, triangles[i + 2] * 3]
    const [ux, uy, uz] = [points[b] - points[a], points[b + 1] - points[a + 1], points[b + 2] - points[a + 2]]
    const [vx, vy, vz] = [points[c] - points[a], points[c + 1] - points[a + 1], points[c + 2] - points[a + 2]]
    const [nx, ny, nz] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx]
    volume += (points[a] * nx + points[a + 1] * ny + points[a + 2] * nz) / 6
    const doubleArea = Math.hypot(nx, ny, nz)
    const highest = Math.max(points[a + 2], points[b + 2], points[c + 2])
    if (-nz > doubleArea * Math.SQRT1_2 * (1 + 1e-4) && highest > ON_BED) overhangArea += doubleArea / 2
  }
  return { mass: volume * PLA, overhangArea }
}
