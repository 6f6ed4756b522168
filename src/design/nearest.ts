import { closest, distance } from 'fastest-levenshtein'

/** The name among `known` that somebody who typed `name` may have meant. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const typed = name.toLowerCase()
  const same = known.find((each) => each.toLowerCase() === typed)
  if (same !== undefined) return same
  const prefixed = typed.length > 1 ? known.find((each) => each.toLowerCase().startsWith(typed)) : undefined
  if (prefixed !== undefined || known.length === 0) return prefixed
  const near = closest(
    typed,
    known.map((each) => each.toLowerCase()),
  )
  if (distance(typed, near) > Math.max(1, Math.floor(typed.length / 3))) return undefined
  return known.find((each) => each.toLowerCase() === near)
}

/** What to tell somebody who typed a name that there is not: the one that may have been meant, else all. */
export function nearestOrAll(name: string, known: readonly string[]): string {
  const near = nearest(name, known)
  return near === undefined ? `there are ${known.join(', ')}` : `did you mean ${near}?`
}

/** What to add to a message about a name that there is not: the one that may have been meant, or nothing. */
export function didYouMean(name: string, known: readonly string[]): string {
  const near = nearest(name, known)
  return near === undefined ? '' : `; did you mean ${near}?`
}
