import { didYouMean, kebabCase, type Problem } from '#design'
import type { ConfFile } from './conf-file.ts'
import type { KnownNames } from './known-names.ts'
import { BASE, PRESETS } from './preset.ts'
import { isTable, type Table } from './table.ts'

/** Keys of a whole configuration file that are no settings: the schema that editors check it by, and the parts of a project. */
const OTHERS = ['$schema', 'part']

/** The keys of a configuration file that no design knows; in a design's own table, those that it does not know. */
export function unknownKeys({ path, table }: ConfFile, { designs, general, own }: KnownNames): Problem[] {
  const problems: Problem[] = []
  const told = (line: number, reason: string) => problems.push({ parameters: [], place: `${path}:${line}`, reason })
  const check = (keys: Table, known: ReadonlySet<string>, whose: string, further: readonly string[]) => {
    for (const [key, { value, line }] of keys) {
      const name = kebabCase(key)
      const design = further.includes(name) ? own.get(name) : undefined
      if (design && isTable(value)) check(value, design, `${name} has no`, [])
      if (known.has(name) || further.includes(key) || own.has(name)) continue
      told(line, `${whose} ${isTable(value) ? `[${key}]` : key}${didYouMean(name, [...known, ...further])}`)
    }
  }
  const names = [...own.keys()]
  check(table, general, 'no design has', [...names, PRESETS, ...OTHERS])
  const presets = table.get(PRESETS)
  if (presets && !isTable(presets.value)) told(presets.line, `${PRESETS} is no table of presets`)
  for (const [name, { value, line }] of isTable(presets?.value) ? presets.value : []) {
    if (isTable(value)) check(value, designs, 'no design has', [...names, BASE])
    else told(line, `preset ${name} is no table`)
  }
  return problems
}
