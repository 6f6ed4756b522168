import { accept } from './accept.ts'
import type { Design } from './define.ts'
import { nearest } from './nearest.ts'
import { kebabCase, type Parameter, type Value } from './parameter.ts'
import { type Problem, RequestProblem } from './problem.ts'

/** Resolved parameters by camelCase name: every one that the design has. */
export type Resolved = Readonly<Record<string, Value>>

/**
 * Settles every parameter of a design: what is given, by camelCase or kebab-case name, as text or as the value itself; else its default.
 *
 * @throws {RequestProblem} with all that is wrong: unknown names, values of the wrong kind or out of range, values that cannot go together.
 */
export function resolveParameters(design: Design, given: Readonly<Record<string, unknown>>): Resolved {
  const problems: Problem[] = []
  const names = new Map(Object.keys(design.parameters).map((name) => [kebabCase(name), name]))
  const wanted = new Map<string, unknown>()
  for (const [key, value] of Object.entries(given)) {
    const name = names.get(kebabCase(key))
    if (name === undefined) problems.push(unknownParameter(design, key))
    else if (value !== undefined) wanted.set(name, value)
  }
  const values: Record<string, Value> = {}
  // The board comes first, since what a design's own defaults follow from may be the board's.
  const order = Object.entries(design.parameters)
  for (const [name, parameter] of order) {
    if (!wanted.has(name)) continue
    const { value, reason, suggestion } = accept(parameter, wanted.get(name))
    if (value !== undefined) values[name] = value
    else problems.push({ parameters: [name], reason: reason ?? 'is wrong', value: wanted.get(name), suggestion })
  }
  if (problems.length > 0) throw new RequestProblem(design.name, problems)
  for (const name of defaultsOrder(order)) {
    const standard = design.parameters[name].default
    values[name] ??= typeof standard === 'function' ? standard(values) : standard
  }
  const resolved = Object.fromEntries(order.map(([name]) => [name, values[name]]))
  const contradictions = design.check(resolved)
  if (contradictions.length > 0) throw new RequestProblem(design.name, contradictions.map(withValue(resolved)))
  return resolved
}

/** Plain defaults first, then those that follow, in the order of their declaration, the board's before a design's own. */
function defaultsOrder(parameters: [string, Parameter][]): string[] {
  const follows = ([, { default: standard }]: [string, Parameter]) => typeof standard === 'function'
  const own = parameters.filter((entry) => follows(entry))
  const isBoards = ([name]: [string, Parameter]) =>
    ['pitch', 'holeDiameter', 'boardThickness', 'clearance'].includes(name)
  return [
    ...parameters.filter((entry) => !follows(entry)),
    ...own.filter(isBoards),
    ...own.filter((entry) => !isBoards(entry)),
  ].map(([name]) => name)
}

const withValue =
  (resolved: Resolved) =>
  (problem: Problem): Problem =>
    problem.parameters.length === 1 ? { value: resolved[problem.parameters[0]], ...problem } : problem

function unknownParameter(design: Design, key: string): Problem {
  const name = kebabCase(key)
  const near = nearest(name, Object.keys(design.parameters).map(kebabCase))
  return {
    parameters: [key],
    reason: `is no parameter of ${design.name}${near ? `; did you mean --${near}?` : ''}`,
  }
}
