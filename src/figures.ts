import type { Report } from './report.ts'

/** What a part measures, for people: each figure with its unit. */
export const figures = ({ mesh: { bounds, volume, triangles }, print: { mass } }: Pick<Report, 'mesh' | 'print'>) => ({
  size: `${bounds.max.map((max, axis) => (max - bounds.min[axis]).toFixed(1)).join(' × ')} mm`,
  volume: `${(volume / 1000).toFixed(1)} cm³`,
  mass: `${mass.toFixed(1)} g`,
  triangles: String(triangles),
})
