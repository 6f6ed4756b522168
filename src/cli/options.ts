import type { Options } from 'yargs'
import { kebabCase, type Parameter, type Parameters, type Standard, standards } from '#design'

/** Short names of options. */
const short: Readonly<Record<string, string>> = { output: 'o' }

/**
 * Options as yargs parses and explains them. It gets no defaults and no checks: what was typed is checked by the same rules as
 * everywhere else, all at once.
 *
 * @param explain Whether help or a completion is asked for, and yargs should know the choices.
 */
export function yargsOptions(parameters: Parameters, explain: boolean): Record<string, Options> {
  const standard = explain ? standards(parameters) : undefined
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [
      kebabCase(name),
      {
        ...(parameter.kind === 'flag' && { boolean: true }),
        ...(name in short && { alias: short[name] }),
        ...(standard && explained(parameter, standard[name])),
      },
    ]),
  )
}

function explained({ kind, description, unit, min, max, choices }: Parameter, { value, follows }: Standard): Options {
  const range = min === undefined ? '' : `, ${min} to ${max}${unit === '°' ? '°' : unit ? ` ${unit}` : ''}`
  const from = follows.length > 0 ? ` (follows ${follows.map((name) => `--${kebabCase(name)}`).join(', ')})` : ''
  return {
    describe: description + range,
    ...(choices && { choices: choices as readonly string[] }),
    ...(kind !== 'flag' || value === true ? { defaultDescription: `${value === '' ? '""' : value}${from}` } : {}),
  }
}
