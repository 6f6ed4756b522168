import type { Card, ToldProblem, Wish } from '../protocol.ts'

/**
 * What to make in place of a wish that was not met, so that there is a part to look at: the same without what was refused; if that is not what
 * is wrong with it, the design as it is by default. Undefined if there is nothing left to try.
 */
export function standInFor({ design, given }: Wish, card: Card, problems: readonly ToldProblem[]): Wish | undefined {
  const entries = Object.entries(given)
  if (entries.length === 0) return undefined
  const refused = new Set(problems.flatMap(({ parameters }) => parameters))
  const right = entries.filter(([name]) => !refused.has(name) && card.controls.some((control) => control.name === name))
  return { design, given: right.length < entries.length ? Object.fromEntries(right) : {} }
}
