import type { Report } from '../report.ts'

/** A part in one line for people: size, volume, mass, triangles. */
export function summary({ design, mesh, print }: Report): string {
  const { size, volume, mass, triangles } = figures({ mesh, print })
  return `${design}: ${size}, ${volume}, ${mass} of PLA, ${triangles} triangles`
}

/** What a part measures, each figure with its unit. */
export const figures = ({ mesh: { bounds, volume, triangles }, print: { mass } }: Pick<Report, 'mesh' | 'print'>) => ({
  size: `${bounds.max.map((max, axis) => (max - bounds.min[axis]).toFixed(1)).join(' × ')} mm`,
  volume: `${(volume / 1000).toFixed(1)} cm³`,
  mass: `${mass.toFixed(1)} g`,
  triangles: String(triangles),
})
