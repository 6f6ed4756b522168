import { readFileSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { expect, test } from 'vitest'
import { catalogueChapter } from './catalogue.ts'

const path = new URL('../../README.md', import.meta.url)
const [begin, end] = ['<!-- catalogue -->', '<!-- end of catalogue -->']

test('the README describes the catalogue as it is declared; UPDATE_README=1 writes it anew', async () => {
  const readme = readFileSync(path, 'utf8')
  const [before, rest] = readme.split(begin)
  const after = rest.split(end)[1]
  const written = await format(`${before}${begin}\n\n${catalogueChapter()}\n${end}${after}`, {
    ...(await resolveConfig(path)),
    parser: 'markdown',
  })
  if (process.env.UPDATE_README) writeFileSync(path, written)
  else expect(readme).toBe(written)
})
