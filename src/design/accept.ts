import type { Parameter, Value } from './parameter.ts'
import { nearest } from './nearest.ts'

/** A value that a parameter takes, or why it does not take what was given. */
export type Accepted =
  | { readonly value: Value; readonly reason?: undefined; readonly suggestion?: undefined }
  | { readonly value?: undefined; readonly reason: string; readonly suggestion?: Value }

/** Reads what was given for a parameter: the value itself, or the text of it. */
export function accept(parameter: Parameter, given: unknown): Accepted {
  switch (parameter.kind) {
    case 'count':
    case 'length':
    case 'angle':
    case 'number':
      return acceptNumber(parameter, given)
    case 'choice':
      return acceptChoice(parameter, given)
    case 'flag':
      return acceptFlag(given)
    case 'text':
      return acceptText(parameter, given)
    case 'path':
      return typeof given === 'string' && given !== '' ? { value: given } : { reason: 'names no file' }
  }
}

function acceptNumber(parameter: Parameter, given: unknown): Accepted {
  const { kind, min = -Infinity, max = Infinity } = parameter
  const range = rangeText(parameter)
  const value =
    typeof given === 'string' && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(given.trim()) ? Number(given) : given
  if (typeof value !== 'number' || Number.isNaN(value))
    return { reason: `is not a number; give one ${range}`.trimEnd() }
  if (!Number.isFinite(value)) return { reason: `is not finite; give a number ${range}`.trimEnd() }
  if (value < min) return { reason: `is too small: ${range}`, suggestion: min }
  if (value > max) return { reason: `is too large: ${range}`, suggestion: max }
  if (kind === 'count' && !Number.isInteger(value))
    return { reason: 'is not a whole number', suggestion: Math.round(value) }
  return { value: value + 0 }
}

function rangeText({ min, max, unit }: Parameter): string {
  const measure = unit ? ` ${unit}` : ''
  if (min === undefined) return max === undefined ? '' : `up to ${max}${measure}`
  return max === undefined ? `from ${min}${measure}` : `from ${min} to ${max}${measure}`
}

function acceptChoice({ choices = [] }: Parameter, given: unknown): Accepted {
  const value = choices.find((choice) => choice === given || String(choice) === given)
  if (value !== undefined) return { value }
  const names = choices.map(String)
  const near = nearest(String(given), names)
  return { reason: `is none of ${names.join(', ')}`, ...(near !== undefined && { suggestion: near }) }
}

function acceptFlag(given: unknown): Accepted {
  if (typeof given === 'boolean') return { value: given }
  if (given === 'true' || given === 'false') return { value: given === 'true' }
  return { reason: 'is neither true nor false' }
}

function acceptText({ maxLength = Infinity }: Parameter, given: unknown): Accepted {
  if (typeof given !== 'string' && typeof given !== 'number') return { reason: 'is not text' }
  const value = String(given)
  if (value.length > maxLength) return { reason: `is too long: at most ${maxLength} characters` }
  const unknown = [...value].find((character) => !/^[ -~]$/.test(character))
  if (unknown !== undefined)
    return { reason: `has a character that lettering has no glyph for: ${JSON.stringify(unknown)}` }
  return { value }
}
