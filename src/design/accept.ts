import type { Vec3 } from '#solid'
import { nearest } from './nearest.ts'
import type { Parameter } from './parameter.ts'
import { isModel, type PlainValue, type Value } from './value.ts'

/** A value that a parameter takes, or why it does not take what was given. */
export type Accepted =
  | { readonly value: Value; readonly reason?: undefined; readonly suggestion?: undefined }
  | { readonly value?: undefined; readonly reason: string; readonly suggestion?: PlainValue }

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
      return acceptPath(parameter, given)
    case 'point':
    case 'turn':
      return acceptCoordinates(parameter, given)
    case 'model':
      return acceptModel(given)
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

/** Three numbers in a list, or as text: `0,-25,12`; brackets around it are those of a report. */
function acceptCoordinates(parameter: Parameter, given: unknown): Accepted {
  const text = typeof given === 'string' ? given.replace(/^\s*\[(.*)\]\s*$/s, '$1').split(',') : given
  const list: readonly unknown[] = Array.isArray(text) ? text : [text]
  const read = [0, 1, 2].map((axis) => acceptNumber(parameter, axis < list.length ? list[axis] : 0))
  const wrong = read.findIndex(({ reason }) => reason !== undefined)
  const nearby = read.map(({ value, suggestion }) => value ?? suggestion)
  if (list.length === 3 && wrong < 0) return { value: nearby as unknown as Vec3 }
  return {
    reason:
      list.length === 3
        ? `has ${['an x', 'a y', 'a z'][wrong]} that ${read[wrong].reason}`
        : `is not three numbers x,y,z ${rangeText(parameter)}`.trimEnd(),
    ...(!nearby.includes(undefined) && { suggestion: nearby as unknown as Vec3 }),
  }
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

const acceptPath = ({ optional }: Parameter, given: unknown): Accepted =>
  typeof given === 'string' && (given !== '' || optional) ? { value: given } : { reason: 'names no file' }

/** Files are read by whoever knows them: a design gets what is in them. */
function acceptModel(given: unknown): Accepted {
  if (given === '' || isModel(given)) return { value: given }
  return { reason: 'is no model: give what readModel(bytes, name) returns' }
}
