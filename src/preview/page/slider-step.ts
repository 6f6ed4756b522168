import type { Control } from '../protocol.ts'

/** How far one step of a slider goes: a round number, of which its range has some hundred; finer values are typed. */
export function sliderStep({ kind, min = 0, max = 0 }: Control): number {
  if (kind === 'count' || kind === 'angle') return 1
  const hundredth = (max - min) / 100
  const steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10]
  return steps.findLast((step) => step <= hundredth) ?? steps[0]
}
