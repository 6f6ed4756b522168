const INCH = 25.4

/** Lengths in millimetres as people read them: `91.0 × 50.5 mm`. @param digits After the point, in millimetres; in inches one more. */
export const lengthText = (lengths: readonly number[], unit: 'mm' | 'in', digits = 1): string => {
  const figures = lengths.map((each) => (unit === 'mm' ? each.toFixed(digits) : (each / INCH).toFixed(digits + 1)))
  return `${figures.join(' × ')} ${unit}`
}
