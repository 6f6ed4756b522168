import type { Measures } from '#solid'
import { fitOf } from '../../check/fit.ts'
import { type PrinterName, printers } from '../../check/printers.ts'
import { lengthText } from '../../figures.ts'

/** How a part fits the chosen printer: in a word, and as a warning if it does not. */
export function fitWords(
  bounds: Measures['bounds'],
  printer: PrinterName,
  unit: 'mm' | 'in',
): { readonly short: string; readonly warning?: string } {
  const room = printers[printer]
  const { turn, excess } = fitOf(bounds, room)
  if (turn !== undefined) return { short: turn === 0 ? 'fits' : `fits, turned by ${turn}°` }
  const over = (['x', 'y', 'z'] as const)
    .filter((axis) => excess[axis] > 0)
    .map((axis) => `by ${lengthText([excess[axis]], unit)} in ${axis}`)
  const size = lengthText([room.x, room.y, room.z], unit)
  return { short: 'too large', warning: `Too large for the ${printer}, which has ${size}: ${over.join(', ')}` }
}
