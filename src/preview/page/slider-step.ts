import type { Control } from '../protocol.ts'

/**
 * How far one step of a slider goes: a round number, of which its range has some hundred; finer values are typed.
 *
 * @param size Of the unit in which the number is shown, in that in which it is kept.
 */
export function sliderStep({ kind, min = 0, max = 0 }: Control, size: number): number {
  if (kind === 'count' || kind === 'angle' || kind === 'turn') return 1
  // A point may be anywhere, but it is set to the millimetre.
  const fraction = (max - min) / size / (kind === 'point' ? 1000 : 100)
  const steps = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10].filter(
    (step) => step * size >= 0.01,
  )
  return steps.findLast((step) => step <= fraction) ?? steps[0]
}
