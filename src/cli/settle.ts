import {
  type Design,
  kebabCase,
  nearest,
  type Parameter,
  type Parameters,
  type Problem,
  RequestProblem,
  type Resolved,
  resolveParameters,
  type Spelling,
} from '#design'
import type { Layer } from '../settings/layer.ts'
import { readModels } from '../settings/read-models.ts'
import type { Command, Told } from './command.ts'
import { gather } from './gather.ts'
import { progress } from './progress.ts'
import { type Given, readWords, shortNames } from './words.ts'

interface Typed {
  /** What is being asked for, for messages. */
  readonly where: string
  /** The words of the command line. */
  readonly words: readonly string[]
  readonly options: Parameters
  readonly command?: Command
  readonly design?: Design
  /** How many words that are no options belong there. */
  readonly plain: number
}

/** What was asked for, settled. */
export interface Settled {
  readonly values: Resolved
  readonly told: Told
}

/**
 * The value of every option, by the rules by which the parameters of designs are read. Those that can be set in other layers, too, are looked for there.
 *
 * @throws {RequestProblem} with everything that is wrong: misplaced words, options given twice or without their value, files, and values.
 */
export async function settle({ where, words, options, command, design, plain }: Typed): Promise<Settled> {
  const handedOn = command?.handsOn?.() ?? {}
  const known = { ...handedOn, ...options }
  const read = readWords(words, known)
  const typed = wellFormed(words, read.given, known)
  const parameters = command?.settings?.(design)
  const { problems: unsettled, ...gathered } =
    parameters && design
      ? await gather(typed.given, parameters, design)
      : { given: typed.given, settings: new Map() as Layer, warnings: [], problems: [] }
  const told = { ...gathered, words: read.plain.slice(1) }
  // What can be set in any layer was typed in one of them, which may not count.
  const asked = Object.entries(typed.given).filter(
    ([name]) => !(name in handedOn) && !(parameters && name in parameters),
  )
  const set = [...told.settings].map(([name, { value }]) => [name, value] as const)
  const all: Given = Object.fromEntries([...asked, ...set])
  const misused = [
    ...typed.problems,
    ...read.plain.slice(plain).map(misplaced),
    ...(command?.check?.(all) ?? []),
    ...unsettled,
  ]
  const { given, problems } = await readModels(all, options, progress)
  const declared = {
    name: where,
    parameters: options,
    check: (parameters && design?.check) ?? (() => []),
  }
  try {
    return { values: resolveParameters(declared, given, [...misused, ...problems]), told }
  } catch (error) {
    throw error instanceof RequestProblem ? new RequestProblem(where, error.problems, spelling(told.settings)) : error
  }
}

/** Parameters as they are called in the layer that they are set in. */
const spelling =
  (settings: Layer) =>
  (parameter: string): Spelling =>
    settings.get(parameter) ?? { name: `--${kebabCase(parameter)}` }

const misplaced = (word: string): Problem => ({
  parameters: [],
  reason: `${JSON.stringify(word)} is out of place: options are written --name value`,
})

/** What was typed, by camelCase name, apart from what is wrong whatever the value. `--no-label` is a label without text. */
function wellFormed(words: readonly string[], typed: Given, options: Parameters) {
  const names = new Map(Object.keys(options).map((name) => [kebabCase(name), name]))
  const problems: Problem[] = []
  const given: Record<string, unknown> = {}
  for (const [key, typedValue] of Object.entries(typed)) {
    const name = names.get(kebabCase(key))
    if (!name) {
      problems.push(unknown(words, key, [...names.keys()]))
      continue
    }
    const value = typedValue === true ? (options[name].alone ?? true) : typedValue
    const reason = options[name].kind === 'flag' ? flagMisuse(words, key) : valueMisuse(value, key, options[name])
    if (reason) problems.push({ parameters: [name], reason })
    else if (name in given) problems.push({ parameters: [name], reason: 'is given twice' })
    else given[name] = value === false && options[name].kind !== 'flag' ? '' : value
  }
  return { given, problems }
}

/** An option that there is not, as it was typed. */
function unknown(words: readonly string[], key: string, names: readonly string[]): Problem {
  // The parser renames this one, which would mean something else to objects.
  const name = key === '___proto___' ? '__proto__' : key
  const typed = words
    .map((word) => word.replace(/=.*$/s, ''))
    .find((word) => [`-${name}`, `-${shortNames[name]}`, `--${name}`, `--no-${name}`].includes(word))
  const near = nearest(kebabCase(name), names)
  return {
    parameters: [],
    reason: `unknown parameter ${typed ?? `--${name}`}${near ? `; did you mean --${near}?` : ''}`,
  }
}

function valueMisuse(value: unknown, key: string, { kind, optional }: Parameter): string | undefined {
  if (Array.isArray(value)) return `is given more than once: ${value.join(', ')}`
  if (value === false && (optional || kind === 'text' || kind === 'model')) return undefined
  if (value === false) return `is no flag: there is no --no-${key}`
  if (value !== true) return undefined
  return kind === 'text'
    ? `lacks its value; text that reads like an option is written --${key}=text`
    : 'lacks its value'
}

/** yargs keeps no trace of a repeated flag, and takes any text after `--flag=` for false. */
function flagMisuse(words: readonly string[], key: string): string | undefined {
  const typed = words.filter((word) => [`--${key}`, `--no-${key}`].includes(word) || word.startsWith(`--${key}=`))
  if (typed.length > 1) return 'is given more than once'
  const value = typed[0]?.split('=')[1]
  return value === undefined || value === 'true' || value === 'false' ? undefined : `takes no value: ${value}`
}
