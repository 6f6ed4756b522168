import { accept } from './accept.ts'
import { fillDefaults } from './defaults.ts'
import type { Design } from './define.ts'
import { nearest } from './nearest.ts'
import { kebabCase } from './parameter.ts'
import { type Problem, RequestProblem } from './problem.ts'
import type { Value } from './value.ts'

/** Resolved parameters by camelCase name: every one that the design has. */
export type Resolved = Readonly<Record<string, Value>>

/**
 * Settles every parameter of a design: what is given, by camelCase or kebab-case name, as text or as the value itself; else its default.
 *
 * @param known What is wrong with the request as far as is known already; what contradicts the parameters that it names is not told.
 * @throws {RequestProblem} with all that is wrong: unknown names, values of the wrong kind or out of range, values that cannot go together.
 */
export function resolveParameters(
  design: Pick<Design, 'name' | 'parameters' | 'check'>,
  given: Readonly<Record<string, unknown>>,
  known: readonly Problem[] = [],
): Resolved {
  const problems = [...known]
  const names = new Map(Object.keys(design.parameters).map((name) => [kebabCase(name), name]))
  const wanted = new Map<string, unknown>()
  for (const [key, value] of Object.entries(given)) {
    const name = names.get(kebabCase(key))
    if (name === undefined) problems.push(unknownParameter(design, key))
    else if (wanted.has(name)) problems.push({ parameters: [name], reason: 'is given twice' })
    else if (value !== undefined) wanted.set(name, value)
  }
  const values: Record<string, Value> = {}
  for (const [name, parameter] of Object.entries(design.parameters)) {
    if (!wanted.has(name)) continue
    const { value, reason, suggestion } = accept(parameter, wanted.get(name))
    if (value !== undefined) values[name] = value
    else problems.push({ parameters: [name], reason: reason ?? 'is wrong', value: wanted.get(name), suggestion })
  }
  const refused = new Set(problems.flatMap(({ parameters }) => parameters))
  const guessed =
    [...refused].some((name) => ['choice', 'model'].includes(design.parameters[name].kind)) ||
    known.some(({ place }) => place !== undefined)
  // What a wrong choice or model was meant to be, or a broken file meant to say, nothing can be checked against; any other wrong value is left at its default, and not spoken of again.
  if (guessed) throw new RequestProblem(design.name, problems)
  const resolved = fillDefaults(design.parameters, values)
  const contradictions = design.check(resolved).filter((each) => !each.parameters.some((name) => refused.has(name)))
  problems.push(...contradictions.map(withValue(resolved)))
  if (problems.length > 0) throw new RequestProblem(design.name, problems)
  return resolved
}

const withValue =
  (resolved: Resolved) =>
  (problem: Problem): Problem =>
    problem.parameters.length === 1 ? { value: resolved[problem.parameters[0]], ...problem } : problem

function unknownParameter(design: Pick<Design, 'parameters'>, key: string): Problem {
  const name = kebabCase(key)
  const near = nearest(name, Object.keys(design.parameters).map(kebabCase))
  return { parameters: [], reason: `unknown parameter --${name}${near ? `; did you mean --${near}?` : ''}` }
}
