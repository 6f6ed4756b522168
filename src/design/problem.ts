import { kebabCase, type Value } from './parameter.ts'

/** Something wrong with a request, told so that a person can mend it. */
export interface Problem {
  /** The parameters that it is about, by camelCase name. */
  readonly parameters: readonly string[]
  /** What is wrong and what is allowed, to be read after the parameter's name and value. */
  readonly reason: string
  /** What was given. */
  readonly value?: unknown
  /** A value for the first parameter that would work. */
  readonly suggestion?: Value
}

/** A problem with one parameter, or with several that cannot go together. */
export const problem = (parameters: string | readonly string[], reason: string, suggestion?: Value): Problem => ({
  parameters: typeof parameters === 'string' ? [parameters] : parameters,
  reason,
  ...(suggestion !== undefined && { suggestion }),
})

/** A problem in one line, its parameters written as options. */
export function problemText({ parameters, reason, value, suggestion }: Problem): string {
  const names = parameters.map((name) => `--${kebabCase(name)}`).join(' and ')
  const given = value === undefined ? '' : ` ${String(value)}`
  const remedy = suggestion === undefined ? '' : `; try --${kebabCase(parameters[0])} ${String(suggestion)}`
  return `${names}${given} ${reason}${remedy}`
}

/** A request that cannot be met; carries everything that is wrong with it. */
export class RequestProblem extends Error {
  override readonly name = 'RequestProblem'
  /** What the request was about: a design's name, a file. */
  readonly subject: string
  readonly problems: readonly Problem[]

  constructor(subject: string, problems: readonly Problem[]) {
    super(problems.map((each) => `${subject}: ${problemText(each)}`).join('\n'))
    this.subject = subject
    this.problems = problems
  }
}
