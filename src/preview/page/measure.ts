import { quantityIn, valueOf } from '../../design/unit.ts'
import type { Control } from '../protocol.ts'
import type { LengthUnit } from '../session/preferences.ts'
import { sliderStep } from './slider-step.ts'

/** How the numbers of a control are shown and typed. They are kept as text in its own unit: what is merely shown in another one never drifts. */
export interface Measure {
  /** As it stands behind the number; empty for none. */
  readonly unit: string
  /** In the unit shown. */
  readonly step: number
  /** The bounds of a slider, in the unit shown: whole steps, so that all others are, too. */
  readonly ends: readonly [number, number]
  /** What is kept, in the unit shown. What is no number is shown as it is. */
  readonly show: (kept: string) => string
  /** The same with its unit. */
  readonly tell: (kept: string) => string
  /** What is kept, as a number in the unit shown; undefined if it is none. */
  readonly number: (kept: string) => number | undefined
  /** What was typed, as it is kept; a number without a unit is in the one shown. What cannot be read is kept as it is, to be refused in words. */
  readonly read: (typed: string) => string
  /** A number in the unit shown, as it is kept; within the bounds of the control. */
  readonly keep: (shown: number) => string
  /** What is kept, so many steps on, at the next round number. */
  readonly stepped: (kept: string, steps: number) => string
}

/** Decimals of an inch that are shown: some two thousandths of a millimetre. */
const INCH_DECIMALS = 4

export function measureOf(control: Control, lengths: LengthUnit): Measure {
  const { unit: own, min = -Infinity, max = Infinity } = control
  const unit = own === 'mm' ? lengths : (own ?? '')
  const other = unit === (own ?? '') ? '' : unit
  const size = other === '' ? 1 : valueOf({ number: '1', unit: other }, own)!
  const step = sliderStep(control, size)
  const number = (kept: string) => {
    const quantity = quantityIn(kept)
    const value = quantity && valueOf(quantity, own)
    return value === undefined ? undefined : value / size
  }
  const keep = (shown: number) =>
    String(Math.min(max, Math.max(min, valueOf({ number: String(shown), unit: other }, own)!)))
  const show = (kept: string) => {
    const value = number(kept)
    if (value === undefined) return kept
    return String(other === '' ? value : Number(value.toFixed(INCH_DECIMALS)))
  }
  return {
    unit,
    step,
    ends: [steps(Math.floor(min / size / step + DUST), step), steps(Math.ceil(max / size / step - DUST), step)],
    number,
    keep,
    show,
    tell: (kept) => show(kept) + (unit.length > 1 ? ` ${unit}` : unit),
    read(typed) {
      const quantity = quantityIn(typed)
      const value = quantity && valueOf({ ...quantity, unit: quantity.unit || other }, own)
      return value === undefined ? typed : String(value)
    },
    stepped(kept, count) {
      const from = number(kept)
      if (from === undefined) return kept
      const whole = count > 0 ? Math.floor(from / step + DUST) : Math.ceil(from / step - DUST)
      return keep(steps(whole + count, step))
    },
  }
}

/** Of a step: what divisions of binary fractions leave over. */
const DUST = 1e-6

/** So many steps, without the dust of binary fractions: 3 of 0.1 are 0.3. */
const steps = (count: number, step: number) => Number((count * step).toPrecision(12))
