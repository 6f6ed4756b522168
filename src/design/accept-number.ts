import type { Parameter } from './parameter.ts'
import { nearQuantity, quantityIn, unitNames, valueOf } from './unit.ts'

/** A number that a parameter takes, or why it does not take what was given. What was meant may be a text with its unit. */
type AcceptedNumber =
  | { readonly value: number; readonly reason?: undefined; readonly suggestion?: undefined }
  | { readonly value?: undefined; readonly reason: string; readonly suggestion?: number | string }

/** Reads a number: itself, or its text, after which a unit may stand where the parameter has one. */
export function acceptNumber(parameter: Parameter, given: unknown): AcceptedNumber {
  const typed = typeof given === 'string' ? quantityIn(given) : undefined
  if (typed === undefined) return acceptValue(parameter, given)
  const { unit } = parameter
  const value = valueOf(typed, unit)
  if (value !== undefined) return acceptValue(parameter, value)
  if (unit === undefined) {
    const bare = acceptNumber(parameter, typed.number)
    return {
      reason: `takes no unit: give a number ${rangeText(parameter)}`.trimEnd(),
      suggestion: bare.value ?? bare.suggestion,
    }
  }
  const near = nearQuantity(typed, unit)
  return {
    reason: `${typed.unit === '' ? 'lacks its unit' : 'is in no unit that it takes'}: ${unitNames(unit).join(', ')}`,
    ...(near !== undefined && acceptNumber(parameter, near).value !== undefined && { suggestion: near }),
  }
}

function acceptValue(parameter: Parameter, value: unknown): AcceptedNumber {
  const { kind, min = -Infinity, max = Infinity } = parameter
  const range = rangeText(parameter)
  if (typeof value !== 'number' || Number.isNaN(value))
    return { reason: `is not a number; give one ${range}`.trimEnd() }
  if (!Number.isFinite(value)) return { reason: `is not finite; give a number ${range}`.trimEnd() }
  if (value < min) return { reason: `is too small: ${range}`, suggestion: min }
  if (value > max) return { reason: `is too large: ${range}`, suggestion: max }
  if (kind === 'count' && !Number.isInteger(value))
    return { reason: 'is not a whole number', suggestion: Math.round(value) }
  return { value: value + 0 }
}

/** The range of a parameter for the end of a message; empty if it has none. */
export function rangeText({ min, max, unit }: Parameter): string {
  const measure = unit ? ` ${unit}` : ''
  if (min === undefined) return max === undefined ? '' : `up to ${max}${measure}`
  return max === undefined ? `from ${min}${measure}` : `from ${min} to ${max}${measure}`
}
