import { kebabCase, type Parameters, type Problem, RequestProblem, type Resolved, resolveParameters } from '#design'
import type { Action, Given } from './command.ts'

interface Typed {
  /** What is being asked for, for messages. */
  readonly where: string
  /** The words of the command line, and what yargs made of them. */
  readonly args: readonly string[]
  readonly argv: Given & { readonly _: readonly unknown[] }
  readonly options: Parameters
  readonly check?: Action['check']
  /** How many words that are no options belong there. */
  readonly positionals: number
}

/**
 * The value of every option, by the rules by which the parameters of designs are read.
 *
 * @throws {RequestProblem} with everything that is wrong: misplaced words, options given twice or without their value, and values.
 */
export function settle({ where, args, argv, options, check, positionals }: Typed): Resolved {
  const { given, problems } = givenOptions(args, argv, options)
  problems.push(...argv._.slice(positionals).map(misplaced), ...(check?.(given) ?? []))
  const declared = { name: where, summary: '', parameters: options, check: () => [], main: () => [] }
  try {
    const values = resolveParameters(declared, given)
    if (problems.length === 0) return values
  } catch (error) {
    if (!(error instanceof RequestProblem)) throw error
    problems.push(...error.problems)
  }
  throw new RequestProblem(where, problems)
}

const misplaced = (word: unknown): Problem => ({
  parameters: [],
  reason: `${JSON.stringify(word)} is out of place: options are written --name value`,
})

/** What was typed for each option, apart from what is wrong whatever the value. yargs keeps no trace of a repeated flag. */
function givenOptions(args: readonly string[], argv: Given, options: Parameters) {
  const names = new Map(Object.keys(options).map((name) => [kebabCase(name), name]))
  const problems: Problem[] = []
  const given: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(argv)) {
    const name = names.get(key)
    const reason = !name ? undefined : options[name].kind === 'flag' ? flagMisuse(args, key) : valueMisuse(value)
    if (name && reason) problems.push({ parameters: [name], reason })
    else if (!['_', '$0', 'design'].includes(key)) given[key] = value
  }
  return { given, problems }
}

function valueMisuse(value: unknown): string | undefined {
  if (Array.isArray(value)) return `is given more than once: ${value.join(', ')}`
  return typeof value === 'boolean' ? 'lacks its value' : undefined
}

function flagMisuse(args: readonly string[], key: string): string | undefined {
  const typed = args.filter((word) => [`--${key}`, `--no-${key}`].includes(word) || word.startsWith(`--${key}=`))
  if (typed.length > 1) return 'is given more than once'
  const value = typed[0]?.split('=')[1]
  return value === undefined || value === 'true' || value === 'false' ? undefined : `takes no value: ${value}`
}
