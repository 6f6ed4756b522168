import { type Design, kebabCase, nearest, type Parameters, type Problem } from '#design'
import type { Layer, Setting } from './layer.ts'

/** The environment of a process: texts by name. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The variable that stands for a parameter, of every design or of one: `PEGSMITH_COLUMNS`, `PEGSMITH_BATTERY_HOLDER_COLUMNS`. */
export const variableOf = (...names: readonly string[]) =>
  [
    PREFIX,
    ...names.map((name) =>
      kebabCase(name)
        .toUpperCase()
        .replace(/[^A-Z\d]+/g, '_'),
    ),
  ].join('_')

const PREFIX = 'PEGSMITH'

/** What the environment says about a design's settings. */
export function environmentLayer(environment: Environment, design: string, parameters: Parameters): Layer {
  const layer = new Map<string, Setting>()
  for (const name of Object.keys(parameters)) {
    const variable = [variableOf(design, name), variableOf(name)].find((each) => environment[each] !== undefined)
    if (variable) layer.set(name, { value: environment[variable], layer: 'env', name: variable })
  }
  return layer
}

/** The variables of the environment that look as if they were for pegsmith and are not. */
export function unknownVariables(
  environment: Environment,
  designs: readonly Design[],
  settings: Parameters,
): Problem[] {
  const wanted = Object.keys(environment).filter((name) => name.startsWith(`${PREFIX}_`))
  if (wanted.length === 0) return []
  const known = new Set([
    ...Object.keys(settings).map((name) => variableOf(name)),
    ...designs.flatMap((design) =>
      Object.keys({ ...design.parameters, ...settings }).flatMap((name) => [
        variableOf(name),
        variableOf(design.name, name),
      ]),
    ),
  ])
  return wanted
    .filter((name) => !known.has(name))
    .map((name) => {
      const near = nearest(name, [...known])
      return { parameters: [], reason: `${name} is no setting${near ? `; did you mean ${near}?` : ''}` }
    })
}
