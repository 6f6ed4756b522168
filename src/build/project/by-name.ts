import { accept, didYouMean, kebabCase, type Parameter, problemText, type Value } from '#design'
import { type Held, plain, type Table } from '../../settings/table.ts'

/** Takes up what is wrong on a line of the project file. */
export type Tell = (line: number, reason: string) => void

/** A value, and its key as it is written. */
export interface Found {
  readonly key: string
  readonly value: Held
  /** Of the key. */
  readonly line: number
}

/** What a table holds, by the names of its keys in kebab case, in the order of the file. Keys that are unknown or there twice are told. */
export function byName(
  table: Table,
  known: readonly string[],
  tell: Tell,
  unknown: (key: string, near: string) => string,
): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>()
  for (const [key, { value, line }] of table) {
    const name = kebabCase(key)
    const before = found.get(name)
    if (!known.includes(name)) tell(line, unknown(key, didYouMean(name, known)))
    else if (before) tell(line, `${key} is given twice: line ${before.line} has it, too`)
    else if (value !== null) found.set(name, { key, value, line })
  }
  return found
}

const listIn = ({ value }: Found) => (Array.isArray(value) ? (value as readonly Held[]) : [value])

/** The words of a key that has one, or a list of them. What is none is told. */
export function wordsIn(found: Found, tell: Tell): string[] {
  return listIn(found).flatMap((each) => {
    // A number is read as its text: files have a name of 18650 without quotes.
    if (typeof each === 'string' || typeof each === 'number') return [String(each)]
    tell(found.line, `${found.key} is told by names, in quotes`)
    return []
  })
}

/** The values of a key that has one, or a list of them, read like those of a parameter. What it does not take is told. */
export function valuesIn(found: Found, parameter: Parameter, tell: Tell): Value[] {
  return listIn(found).flatMap((each) => {
    const { value, ...refusal } = accept(parameter, plain(each))
    if (value !== undefined) return [value]
    const problem = { parameters: [found.key], value: plain(each), reason: '', ...refusal }
    tell(
      found.line,
      problemText(problem, (name) => ({ name })),
    )
    return []
  })
}
