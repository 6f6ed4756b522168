import { type Standard, standards } from './defaults.ts'
import { kebabCase, type Parameter, type Parameters } from './parameter.ts'
import { type PlainValue, plainValue } from './value.ts'

/** A parameter as a script sees it; only the keys that apply to its kind. */
export interface Description {
  readonly name: string
  readonly kind: Parameter['kind']
  readonly default: PlainValue
  readonly min?: number
  readonly max?: number
  readonly unit?: Parameter['unit']
  readonly choices?: Parameter['choices']
  readonly description: string
}

/** Parameters by their kebab-case names, with what they are where nothing is given. */
export function describe(parameters: Parameters): Description[] {
  const standard = standards(parameters)
  return Object.entries(parameters).map(([name, { kind, min, max, unit, choices, description }]) => ({
    name: kebabCase(name),
    kind,
    default: plainValue(standard[name].value),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(unit !== undefined && { unit }),
    ...(choices !== undefined && { choices }),
    description: description + followsText(standard[name]),
  }))
}

const followsText = (standard: Standard) =>
  standard.follows.length > 0 ? ` (by default follows from ${followed(standard)})` : ''

/** What values a parameter takes: `1 to 12`, `AAA | AA | C`. */
export function allowed({ min, max, choices }: Pick<Description, 'min' | 'max' | 'choices'>): string {
  if (choices) return choices.join(' | ')
  if (min === undefined) return max === undefined ? '' : `up to ${max}`
  return max === undefined ? `from ${min}` : `${min} to ${max}`
}

/** What a default follows from; beyond three parameters, the first stands for the rest. */
export const followed = ({ follows }: Standard) =>
  follows.length > 3 ? `${kebabCase(follows[0])} and others` : follows.map(kebabCase).join(', ')
