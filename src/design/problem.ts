import { nearest } from './nearest.ts'
import { kebabCase } from './parameter.ts'
import { isModel, type PlainValue, plainValue } from './value.ts'

/** Something wrong with a request, told so that a person can mend it. */
export interface Problem {
  /** The parameters that it is about, by camelCase name. */
  readonly parameters: readonly string[]
  /** What is wrong and what is allowed, to be read after the parameter's name and value. */
  readonly reason: string
  /** What was given. */
  readonly value?: unknown
  /** A value for the first parameter that would work. */
  readonly suggestion?: PlainValue
  /** Where it is, if not in the request itself: a file and its line. */
  readonly place?: string
}

/** What a parameter is called where it was given, and where that is unless the name tells it. */
export interface Spelling {
  readonly name: string
  readonly place?: string
}

const asOption = (parameter: string): Spelling => ({ name: `--${kebabCase(parameter)}` })

/** A problem with one parameter, or with several that cannot go together. */
export const problem = (parameters: string | readonly string[], reason: string, suggestion?: PlainValue): Problem => ({
  parameters: typeof parameters === 'string' ? [parameters] : parameters,
  reason,
  ...(suggestion !== undefined && { suggestion }),
})

/**
 * A problem in one line.
 *
 * @param spell What its parameters are called; by default they are options.
 */
export function problemText({ parameters, reason, value, suggestion }: Problem, spell = asOption): string {
  const spelled = parameters.map(spell)
  const names = spelled.map(({ name, place }) => (place === undefined ? name : placed(name, place, parameters.length)))
  const given = value === undefined ? '' : shortened(quoted(value))
  const words = [names.join(' and '), given, reason].filter((each) => each !== '').join(' ')
  return words + remedy(spelled[0]?.name, value, suggestion)
}

const placed = (name: string, place: string, among: number) => (among > 1 ? `${name} (${place})` : `${place}: ${name}`)

/** A value that looks like what was typed is what was meant; any other is an offer. */
function remedy(name: string, value: unknown, suggestion: PlainValue | undefined): string {
  if (suggestion === undefined) return ''
  const meant =
    typeof suggestion === 'string' && typeof value === 'string' && nearest(value, [suggestion]) !== undefined
  return meant ? `; did you mean ${suggestion}?` : `; try ${name} ${quoted(suggestion)}`
}

/** A value as it would be typed: in quotes where it is empty or has spaces or signs in it. A program or a file may have given anything at all. */
function quoted(value: unknown): string {
  const plain = isModel(value) ? plainValue(value) : value
  const parts: readonly unknown[] = Array.isArray(plain) ? plain : [plain]
  const typed = parts.every(isPlain) ? parts.join() : ''
  if (/^[\w.,:/+-]+$/.test(typed)) return typed
  try {
    return JSON.stringify(plain) ?? typeof plain
  } catch {
    return Array.isArray(plain) ? 'a list' : 'a table'
  }
}

/** Characters of a value that a message shows; a file may have given a million. */
const LONGEST = 200

const shortened = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)

const isPlain = (value: unknown) => value === null || !['object', 'function', 'symbol'].includes(typeof value)

/** A request that cannot be met; carries everything that is wrong with it. */
export class RequestProblem extends Error {
  override readonly name = 'RequestProblem'
  /** What the request was about: a design's name, a file. */
  readonly subject: string
  readonly problems: readonly Problem[]

  constructor(subject: string, problems: readonly Problem[], spell = asOption) {
    const told = (each: Problem) => [each.place ?? subject, problemText(each, spell)]
    super(problems.map((each) => told(each).filter(Boolean).join(': ')).join('\n'))
    this.subject = subject
    this.problems = problems
  }
}
