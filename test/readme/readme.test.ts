import { readFileSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { expect, test } from 'vitest'
import { catalogueChapter } from './catalogue.ts'
import { buildSettingsTable, partKeysTable } from './project.ts'

const path = new URL('../../README.md', import.meta.url)

/** What stands between two comments, the first of which has its name. */
const chapters: Readonly<Record<string, () => string>> = {
  catalogue: catalogueChapter,
  'part keys': partKeysTable,
  'build settings': buildSettingsTable,
}

test('the README describes what is declared as it is; UPDATE_README=1 writes it anew', async () => {
  const readme = readFileSync(path, 'utf8')
  const filled = Object.entries(chapters).reduce((text, [name, chapter]) => {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`]
    const [before, rest] = text.split(begin)
    return `${before}${begin}\n\n${chapter()}\n${end}${rest.split(end)[1]}`
  }, readme)
  const written = await format(filled, { ...(await resolveConfig(path)), parser: 'markdown' })
  if (process.env.UPDATE_README) writeFileSync(path, written)
  else expect(readme).toBe(written)
})
