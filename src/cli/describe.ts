import {
  kebabCase,
  type Parameter,
  type Parameters,
  type PlainValue,
  plainValue,
  type Standard,
  standards,
} from '#design'

/** A parameter as a script sees it; only the keys that apply to its kind. */
export interface Description {
  readonly name: string
  readonly kind: Parameter['kind']
  readonly default: PlainValue
  readonly min?: number
  readonly max?: number
  readonly unit?: string
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

const followsText = ({ follows }: Standard) =>
  follows.length > 0 ? ` (by default follows from ${namesOf(follows)})` : ''

/** What values a parameter takes: `1 to 12`, `AAA | AA | C`. */
export function allowed({ min, max, choices }: Pick<Description, 'min' | 'max' | 'choices'>): string {
  if (choices) return choices.join(' | ')
  if (min === undefined) return max === undefined ? '' : `up to ${max}`
  return max === undefined ? `from ${min}` : `${min} to ${max}`
}

/** A few names; beyond three, the first stands for the rest. */
const namesOf = (names: readonly string[]) =>
  names.length > 3 ? `${kebabCase(names[0])} and others` : names.map(kebabCase).join(', ')
