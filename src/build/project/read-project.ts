import type { Design, Problem } from '#design'
import type { ConfFile } from '../../settings/conf-file.ts'
import { isTable, type Table } from '../../settings/table.ts'
import type { Entry } from './entry.ts'
import { needsProblems, withNeeds } from './graph.ts'
import { namesProblems } from './names.ts'
import { readPart, type Reading } from './read-part.ts'
import { countOf, entriesOf, type Sweep } from './sweep.ts'

/** Parts beyond which nobody wants them all: sweeps multiply. */
const MOST = 10_000

/**
 * The parts that a configuration file lists. Everything is looked at but the values of parameters.
 *
 * @param loadDesign Gives the design that a word means: a name of the catalogue, or a path as seen from the working folder. Each word is asked for once.
 * @returns The parts in the order of the file, their needs by name; and everything that is wrong, each with its place: while there is any, parts may be missing.
 */
export async function readProject(
  file: ConfFile,
  loadDesign: (word: string) => Promise<Design>,
): Promise<{ readonly entries: readonly Entry[]; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = []
  const tell = (line: number, reason: string) => {
    const place = `${file.path}:${line}`
    // A part of several designs is looked at with each.
    const isTold = problems.some((each) => each.place === place && each.reason === reason)
    if (!isTold) problems.push({ parameters: [], place, reason })
  }
  const reading = { file: file.path, loadDesign: once(loadDesign), tell }
  const parts = partsIn(file, reading)
  const read: (readonly Sweep[] | undefined)[] = []
  let count = 0
  for (const { table, line } of parts) {
    const sweeps = await readPart(table, line, reading)
    const own = (sweeps ?? []).reduce((sum, sweep) => sum + countOf(sweep), 0)
    const before = count
    count += own
    if (before <= MOST && count > MOST) tell(line, `brings the project to ${count} parts, of which it can have ${MOST}`)
    read.push(count > MOST ? undefined : sweeps)
  }
  const made = read.map((sweeps = []) => sweeps.flatMap(entriesOf))
  const entries = made.flat()
  // Of a part that cannot be read, nobody knows by which names others may need it.
  const unmet = read.includes(undefined) ? [] : needsProblems(entries)
  return { entries: withNeeds(entries), problems: [...problems, ...namesProblems(made), ...unmet] }
}

/** The tables that list a part each, with the line of their first key. */
function partsIn({ table }: ConfFile, { tell }: Reading): { readonly table: Table; readonly line: number }[] {
  const { value, line } = table.get('part') ?? { value: [], line: 1 }
  if (!Array.isArray(value)) {
    tell(
      line,
      'part is no list: in TOML each begins with [[part]], in YAML and JSON they stand in a list; INI has none',
    )
    return []
  }
  if (value.length === 0) tell(line, 'lists no parts: pegsmith init writes a file that does')
  return value.flatMap((each, i) => {
    if (isTable(each)) return [{ table: each, line: [...each.values()][0]?.line ?? line }]
    tell(line, `part ${i + 1} of the list is no table`)
    return []
  })
}

/** Asks for each design once, however many parts there are of it. */
function once(loadDesign: Reading['loadDesign']): Reading['loadDesign'] {
  const asked = new Map<string, Promise<Design>>()
  return (word) => {
    const design = asked.get(word) ?? loadDesign(word)
    asked.set(word, design)
    return design
  }
}
