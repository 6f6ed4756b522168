import type { Chosen, Parameter, Parameters } from './parameter.ts'
import type { Value } from './value.ts'

/** The default of a parameter beside the values of the others. */
export const defaultOf = (parameter: Parameter, chosen: Chosen): Value =>
  typeof parameter.default === 'function' ? parameter.default(chosen) : parameter.default

/**
 * Settles what is not given: plain defaults first, then those that follow from other parameters in the order of their declaration,
 * the board's before a design's own.
 */
export function fillDefaults(parameters: Parameters, given: Chosen): Record<string, Value> {
  const values: Record<string, Value> = { ...given }
  for (const name of defaultsOrder(Object.entries(parameters))) values[name] ??= defaultOf(parameters[name], values)
  return Object.fromEntries(Object.keys(parameters).map((name) => [name, values[name]]))
}

const boardsOwn = ['pitch', 'holeDiameter', 'boardThickness', 'clearance']

function defaultsOrder(parameters: readonly (readonly [string, Parameter])[]): string[] {
  const rank = ([name, parameter]: readonly [string, Parameter]) =>
    typeof parameter.default !== 'function' ? 0 : boardsOwn.includes(name) ? 1 : 2
  return parameters.toSorted((a, b) => rank(a) - rank(b)).map(([name]) => name)
}

/** A default, and the parameters that it follows from. */
export interface Standard {
  readonly value: Value
  readonly follows: readonly string[]
}

/** What each parameter is where nothing is given, and which others that comes from. */
export function standards(parameters: Parameters): Record<string, Standard> {
  const values = fillDefaults(parameters, {})
  const standardOf = (parameter: Parameter): Standard => {
    const follows = new Set<string>()
    const watched = new Proxy(values, {
      get(target, name: string) {
        follows.add(name)
        return target[name]
      },
    })
    return { value: defaultOf(parameter, watched), follows: [...follows] }
  }
  return Object.fromEntries(Object.entries(parameters).map(([name, parameter]) => [name, standardOf(parameter)]))
}
