import {
  type Design,
  kebabCase,
  nearest,
  type Parameter,
  type Parameters,
  type Problem,
  type Resolved,
  resolveParameters,
} from '#design'
import type { Command } from './command.ts'
import { readModels } from './read-models.ts'
import { type Given, readWords, shortNames } from './words.ts'

interface Typed {
  /** What is being asked for, for messages. */
  readonly where: string
  /** The words of the command line. */
  readonly words: readonly string[]
  readonly options: Parameters
  readonly check?: Command['check']
  /** Whose parameters are among the options, and may contradict each other. */
  readonly design?: Design
  /** How many words that are no options belong there. */
  readonly plain: number
}

/**
 * The value of every option, by the rules by which the parameters of designs are read.
 *
 * @throws {RequestProblem} with everything that is wrong: misplaced words, options given twice or without their value, files, and values.
 */
export async function settle({ where, words, options, check, design, plain }: Typed): Promise<Resolved> {
  const read = readWords(words, options)
  const typed = wellFormed(words, read.given, options)
  const misused = [...typed.problems, ...read.plain.slice(plain).map(misplaced), ...(check?.(typed.given) ?? [])]
  const { given, problems } = await readModels(typed.given, options)
  const declared = { name: where, summary: '', parameters: options, check: design?.check ?? (() => []), main: () => [] }
  return resolveParameters(declared, given, [...misused, ...problems])
}

const misplaced = (word: string): Problem => ({
  parameters: [],
  reason: `${JSON.stringify(word)} is out of place: options are written --name value`,
})

/** What was typed, apart from what is wrong whatever the value. */
function wellFormed(words: readonly string[], typed: Given, options: Parameters) {
  const names = new Map(Object.keys(options).map((name) => [kebabCase(name), name]))
  const problems: Problem[] = []
  const given: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(typed)) {
    const name = names.get(kebabCase(key))
    if (!name) {
      problems.push(unknown(words, key, [...names.keys()]))
      continue
    }
    const reason = options[name].kind === 'flag' ? flagMisuse(words, key) : valueMisuse(value, key, options[name])
    if (reason) problems.push({ parameters: [name], reason })
    else given[key] = value
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

function valueMisuse(value: unknown, key: string, { kind }: Parameter): string | undefined {
  if (Array.isArray(value)) return `is given more than once: ${value.join(', ')}`
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
