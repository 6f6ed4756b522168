import { valueOf } from './design/unit.ts'
import type { Report } from './report.ts'

/** What a part measures, for people: each figure with its unit, which is the millimetre and the cubic centimetre, or the inch and its cube. */
export function figures(
  { mesh: { bounds, volume, triangles }, print: { mass } }: Pick<Report, 'mesh' | 'print'>,
  unit: 'mm' | 'in' = 'mm',
) {
  return {
    size: `${bounds.max.map((max, axis) => lengthIn(unit, max - bounds.min[axis])).join(' × ')} ${unit}`,
    volume: unit === 'mm' ? `${(volume / 1000).toFixed(1)} cm³` : `${(volume / size(unit) ** 3).toFixed(2)} in³`,
    mass: `${mass.toFixed(1)} g`,
    triangles: String(triangles),
  }
}

/** Millimetres as they are read in a unit: to a tenth, or to a hundredth of an inch. */
export const lengthIn = (unit: 'mm' | 'in', length: number) => (length / size(unit)).toFixed(unit === 'mm' ? 1 : 2)

const size = (unit: string) => valueOf({ number: '1', unit }, 'mm')!
