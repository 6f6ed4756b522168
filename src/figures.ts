import { valueOf } from './design/unit.ts'
import type { Report } from './report.ts'

/** What a part measures, for people: each figure with its unit, which is the millimetre and the cubic centimetre, or the inch and its cube. */
export function figures(
  { mesh: { bounds, volume, triangles }, print: { mass } }: Pick<Report, 'mesh' | 'print'>,
  unit: 'mm' | 'in' = 'mm',
) {
  return {
    size: lengthText(
      bounds.max.map((max, axis) => max - bounds.min[axis]),
      unit,
    ),
    volume: unit === 'mm' ? `${(volume / 1000).toFixed(1)} cm³` : `${(volume / size(unit) ** 3).toFixed(2)} in³`,
    mass: `${mass.toFixed(1)} g`,
    triangles: String(triangles),
  }
}

/** Lengths in millimetres as people read them: `91.0 × 50.5 mm`. @param digits After the point, in millimetres; in inches one more. */
export const lengthText = (lengths: readonly number[], unit: 'mm' | 'in', digits = 1): string =>
  `${lengths.map((each) => (each / size(unit)).toFixed(unit === 'mm' ? digits : digits + 1)).join(' × ')} ${unit}`

const size = (unit: string) => valueOf({ number: '1', unit }, 'mm')!
