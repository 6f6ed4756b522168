import { kebabCase, type Problem, problemText, valueText } from '#design'
import { spoken } from '../page/words.ts'
import type { ToldProblem } from '../protocol.ts'

/** Words that speak of options, `--funnel-depth`, in the words of the page, where parameters go by their labels. */
export const inLabels = (text: string): string =>
  text.replace(/--([a-z]+(?:-[a-z]+)*)/g, (_, name: string) => spoken(name))

/** A problem in the words of the page, with what would do apart from them: there it is a button. */
export function toldProblem({ suggestion, ...problem }: Problem): ToldProblem {
  const text = problemText(problem, (parameter) => ({ name: spoken(kebabCase(parameter)) }))
  return {
    parameters: problem.parameters.map(kebabCase),
    text: inLabels(text),
    ...(suggestion !== undefined && { suggestion: valueText(suggestion) }),
  }
}
