import { kebabCase, nearest, type Problem } from '#design'
import type { ConfFile } from './conf-file.ts'
import type { KnownNames } from './known-names.ts'
import { BASE, PRESETS } from './preset.ts'
import { isTable, type Table } from './table.ts'

/** Keys of a whole configuration file that are no settings: the schema that editors check it by, and the parts of a project. */
const OTHERS = ['$schema', 'part']

/** The keys of a configuration file that no design knows; in a design's own table, those that it does not know. */
export function unknownKeys({ path, table }: ConfFile, { general, own }: KnownNames): Problem[] {
  const problems: Problem[] = []
  const check = (keys: Table, known: ReadonlySet<string>, whose: string, further: readonly string[]) => {
    for (const [key, { value, line }] of keys) {
      const name = kebabCase(key)
      const design = further.includes(name) ? own.get(name) : undefined
      if (design && isTable(value)) check(value, design, `${name} has no`, [])
      if (known.has(name) || further.includes(key) || further.includes(name)) continue
      const near = nearest(name, [...known, ...further])
      problems.push({
        parameters: [],
        place: `${path}:${line}`,
        reason: `${whose} ${isTable(value) ? `[${key}]` : key}${near ? `; did you mean ${near}?` : ''}`,
      })
    }
  }
  const names = [...own.keys()]
  check(table, general, 'no design has', [...names, PRESETS, ...OTHERS])
  const presets = table.get(PRESETS)?.value
  for (const { value } of isTable(presets) ? presets.values() : []) {
    if (isTable(value)) check(value, general, 'no design has', [...names, BASE])
  }
  return problems
}
