import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { catalogue } from '../../designs/index.ts'
import { emptyFolder, pegsmith, shell } from '../support/pegsmith.ts'
import { owl } from '../support/owl.ts'
import { stlFile } from '../support/sculptures.ts'
import { control, download, hashOf, inBrowser, settled, type } from './browser.ts'

const { visit } = inBrowser()

/** Something that is not at its default, for each design. */
const unusual: Record<string, readonly string[]> = {
  'battery-holder': ['battery=C', 'columns=2', 'label=spare cells'],
  'hex-bit-rack': ['columns=4', 'board=skadis'],
  'goat-hook': ['shank-diameter=6'],
}

const variants = catalogue.flatMap(({ name }) => [
  [name, [] as readonly string[]] as const,
  [name, unusual[name] ?? ['board=metric-25']] as const,
])

test.each(variants)('%s %j: the file downloaded is the one that the command line writes', async (name, given) => {
  const { page } = await visit(`#/${name}?${given.join('&').replaceAll(' ', '+')}`)
  expect(await settled(page)).toBe('ready')
  const { name: file, bytes } = await download(page, 'Download STL')
  expect(file).toBe(`${name}.stl`)
  const folder = emptyFolder()
  const options = given.map((each) => `--${each}`)
  expect(await pegsmith(['generate', name, ...options, '-o', 'part.stl'], folder)).toMatchObject({ code: 0 })
  expect(bytes.equals(readFileSync(join(folder, 'part.stl')))).toBe(true)
})

test('a sculpture from a file is hung, and its command line makes the same part', async () => {
  const folder = emptyFolder()
  const sculpture = { name: 'owl.stl', mimeType: 'model/stl', buffer: Buffer.from(stlFile(owl(1, 2))) }
  const { page } = await visit('#/goat-hook')
  await control(page, 'sculpture').setInputFiles(sculpture)
  await page.waitForFunction(() => document.documentElement.dataset.state === 'working')
  await settled(page)
  for (const [name, value] of [
    ['columns', '2'],
    ['rows', '3'],
    ['funnel-diameter', '14'],
    ['funnel-depth', '8'],
  ]) {
    await type(page, name, value)
  }
  expect(await settled(page)).toBe('ready')
  expect(hashOf(page)).not.toContain('owl')
  const { bytes } = await download(page, 'Download STL')
  const { writeFileSync } = await import('node:fs')
  writeFileSync(join(folder, 'owl.stl'), sculpture.buffer)
  const command = await copied(page, 'Copy command')
  expect(command).toContain('--sculpture owl.stl')
  expect(await shell(`${command} -o part.stl`, folder)).toMatchObject({ code: 0 })
  expect(bytes.equals(readFileSync(join(folder, 'part.stl')))).toBe(true)
})

/** What a button puts on the clipboard. */
async function copied(page: Awaited<ReturnType<typeof visit>>['page'], button: string): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: button }).click()
  await page.getByText('Copied').waitFor()
  return page.evaluate(() => navigator.clipboard.readText())
}

test('the command that is copied makes the part in view, whatever its text', async () => {
  const { page } = await visit('#/battery-holder')
  await type(page, 'columns', '2')
  await type(page, 'label', "-it's $HOME")
  const command = await copied(page, 'Copy command')
  expect(command).toBe(`pegsmith generate battery-holder --columns 2 --label='-it'\\''s $HOME'`)
  const folder = emptyFolder()
  expect(await shell(`${command} -o part.stl`, folder)).toMatchObject({ code: 0 })
  const { bytes } = await download(page, 'Download STL')
  expect(bytes.equals(readFileSync(join(folder, 'part.stl')))).toBe(true)
})

test('the link that is copied leads to the part in view, even where a value was refused since', async () => {
  const { page } = await visit('#/blank')
  await type(page, 'columns', '5')
  await type(page, 'rows', '99')
  expect(await settled(page)).toBe('error')
  const link = await copied(page, 'Copy link')
  expect(new URL(link).hash).toBe('#/blank?columns=5')
})
