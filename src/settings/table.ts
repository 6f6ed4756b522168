/** A value as a configuration file holds it. */
export type Held = string | number | boolean | null | readonly Held[] | Table

/** A value, and the line of the file on which its key stands, from 1. */
export interface Entry {
  readonly value: Held
  readonly line: number
}

/** What a configuration file holds by the names written there. A map, for `__proto__` is a name like any other. */
export type Table = ReadonlyMap<string, Entry>

/** A table while it is being read. */
export type GrowingTable = Map<string, Entry>

/** Whether a value is a table. */
export const isTable = (value: unknown): value is Table => value instanceof Map

/** Tables and lists within one another beyond which no person writes settings. */
const DEEPEST = 100

/** Whether a value is nested so deeply that who goes through it may run out of stack. */
export function isDeep(value: Held, left = DEEPEST): boolean {
  if (isTable(value)) return left === 0 || [...value.values()].some((entry) => isDeep(entry.value, left - 1))
  return Array.isArray(value) && (left === 0 || value.some((each) => isDeep(each, left - 1)))
}

/** A value as JSON would give it. */
export function plain(value: Held): unknown {
  if (isTable(value)) return Object.fromEntries([...value].map(([key, entry]) => [key, plain(entry.value)]))
  return Array.isArray(value) ? value.map(plain) : value
}

/** Text that is not what its format asks for. */
export class SyntaxProblem extends Error {
  /** From 1. */
  readonly line: number
  /** From 1; left out where the whole line is meant. */
  readonly column?: number

  /** @param reason What was expected, or what is wrong. */
  constructor(reason: string, line: number, column?: number) {
    super(reason)
    this.line = line
    this.column = column
  }
}

/** Line and column behind a text, from 1. */
export function placeBehind(text: string): [line: number, column: number] {
  const lines = text.split('\n')
  return [lines.length, lines.at(-1)!.length + 1]
}

/** Puts a value into a table. */
export function put(table: GrowingTable, key: string, entry: Entry): void {
  const there = table.get(key)
  if (there) throw new SyntaxProblem(`${key} is given twice: line ${there.line} has it, too`, entry.line)
  table.set(key, entry)
}
