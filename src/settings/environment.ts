import { kebabCase, nearest, type Problem } from '#design'
import type { KnownNames } from './known-names.ts'
import type { Layer, Setting } from './layer.ts'
import type { Wanted } from './table-layer.ts'

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

/** What a variable seems to stand for, in kebab case. */
const settingIn = (variable: string) =>
  variable
    .slice(PREFIX.length + 1)
    .toLowerCase()
    .replaceAll('_', '-')

/** What the environment says about a design's settings. */
export function environmentLayer(environment: Environment, { design, parameters }: Wanted): Layer {
  const layer = new Map<string, Setting>()
  for (const name of Object.keys(parameters)) {
    const variable = [variableOf(design, name), variableOf(name)].find((each) => environment[each] !== undefined)
    if (variable) layer.set(name, { value: environment[variable], layer: 'env', name: variable })
  }
  return layer
}

/**
 * The variables of the environment that look as if they were for pegsmith and are not.
 *
 * @param used What the environment says of the design that is asked for.
 */
export function unknownVariables(environment: Environment, used: Layer, { general, own }: KnownNames): Problem[] {
  const taken = new Set([...used.values()].map(({ name }) => name))
  const isKnown = (variable: string) => {
    const name = settingIn(variable)
    const isOwn = ([design, names]: readonly [string, ReadonlySet<string>]) =>
      name.startsWith(`${design}-`) && names.has(name.slice(design.length + 1))
    return taken.has(variable) || general.has(name) || [...own].some(isOwn)
  }
  return Object.keys(environment)
    .filter((variable) => variable.startsWith(`${PREFIX}_`) && !isKnown(variable))
    .map((variable) => {
      const names = [...own].flatMap(([design, each]) => [...each].map((name) => `${design}-${name}`))
      // The prefix is left out: by it alone, any two would be near.
      const near = nearest(settingIn(variable), [...general, ...names])
      return { parameters: [], reason: `${variable} is no setting${near ? `; did you mean ${variableOf(near)}?` : ''}` }
    })
}
