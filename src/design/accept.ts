import type { Vec3 } from '#solid'
import { acceptNumber, rangeText } from './accept-number.ts'
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

/** Three numbers in a list, or as text: `0,-25,12`; brackets around it are those of a report. */
function acceptCoordinates(parameter: Parameter, given: unknown): Accepted {
  const text = typeof given === 'string' ? given.replace(/^\s*\[(.*)\]\s*$/s, '$1').split(',') : given
  const list: readonly unknown[] = Array.isArray(text) ? text : [text]
  const read = [0, 1, 2].map((axis) => acceptNumber(parameter, axis < list.length ? list[axis] : 0))
  const wrong = read.findIndex(({ reason }) => reason !== undefined)
  const nearby = read.map(({ value, suggestion }) => value ?? suggestion)
  if (list.length === 3 && wrong < 0) return { value: nearby as unknown as Vec3 }
  const inUnits = nearby.some((each) => typeof each === 'string')
  return {
    reason:
      list.length === 3
        ? `has ${['an x', 'a y', 'a z'][wrong]} that ${read[wrong].reason}`
        : `is not three numbers x,y,z ${rangeText(parameter)}`.trimEnd(),
    ...(!nearby.includes(undefined) && { suggestion: inUnits ? nearby.join(',') : (nearby as unknown as Vec3) }),
  }
}

/** Files have a battery of 18650 without quotes; a command line has a number as its text. */
function acceptChoice({ choices = [] }: Parameter, given: unknown): Accepted {
  const name = typeof given === 'number' ? String(given) : given
  const value = choices.find((choice) => choice === given || String(choice) === name)
  if (value !== undefined) return { value }
  const names = choices.map(String)
  const near = typeof given === 'string' ? nearest(given, names) : undefined
  return { reason: `is none of ${names.join(', ')}`, ...(near !== undefined && { suggestion: near }) }
}

/** What people write for yes and no in an environment or a file. */
const [yes, no] = [
  ['true', 'yes', 'on', '1'],
  ['false', 'no', 'off', '0'],
]

function acceptFlag(given: unknown): Accepted {
  const word = String(typeof given === 'string' || typeof given === 'boolean' ? given : '').toLowerCase()
  if (yes.includes(word)) return { value: true }
  if (no.includes(word)) return { value: false }
  return { reason: `is none of ${[...yes, ...no].join(', ')}` }
}

/** A number is read as its text: files have a label of 18650 without quotes. */
function acceptText({ maxLength = Infinity }: Parameter, given: unknown): Accepted {
  if (typeof given !== 'string' && !Number.isFinite(given)) return { reason: 'is not text; write it in quotes' }
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
