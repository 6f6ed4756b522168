import fc from 'fast-check'
import { existsSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Design, Value } from '#design'
import { startKernel } from '#solid'
import { catalogue } from '../../designs/index.ts'
import { readModel } from '../../src/files/read-model.ts'
import { binaryStl } from '../../src/files/stl.ts'
import { confFormatNames } from '../../src/settings/formats/format.ts'
import { writeSettings } from '../../src/settings/write-settings.ts'
import { anyValues } from '../support/any-settings.ts'
import { emptyFolder } from '../support/pegsmith.ts'
import { ball } from '../support/sculptures.ts'
import { comparable, configured, dump, fileWith, presentOf, settingsOf, valuesOf } from '../support/settings.ts'

const models: Record<string, Value> = {}
beforeAll(async () => {
  await startKernel()
  const path = fileWith('ball, größer #1.stl', binaryStl(ball(40), 'ball'))
  models[path] = await readModel(readFileSync(path), relative('.', path))
})

const endings = ['.toml', '.json', '.jsonc', '.yaml', '.yml', '.ini']
const pairs = catalogue.flatMap((design) => endings.map((ending) => [design.name, ending, design] as const))

/** What the file says a design is, against what it is. */
async function expectSame(design: Design, path: string, present: ReturnType<typeof presentOf>) {
  const { settings, problems, unknown } = await configured(design, path)
  expect([...problems, ...unknown]).toEqual([])
  const read = comparable(settingsOf(design), valuesOf(design, settings, models))
  expect(read).toEqual(comparable(settingsOf(design), present.resolved))
}

test.each(pairs)('what is written of a %s into a %s file is read back', async (_, ending, design) => {
  const folder = emptyFolder()
  let count = 0
  await fc.assert(
    fc.asyncProperty(anyValues(settingsOf(design), Object.values(models)), async (given) => {
      const path = join(folder, `${count++}${ending}`)
      const present = presentOf(design, given)
      const once = await dump(present, path)
      await expectSame(design, path, present)
      expect(await writeSettings(present, { path })).toBe(once)
    }),
    { numRuns: 25, seed: 2 },
  )
})

test.each(pairs)('%s into a %s file that has settings for every design', async (_, ending, design) => {
  const folder = emptyFolder()
  let count = 0
  const both = fc.record({
    general: anyValues(settingsOf(design)),
    own: anyValues(settingsOf(design), Object.values(models)),
  })
  await fc.assert(
    fc.asyncProperty(both, async ({ general, own }) => {
      const path = join(folder, `${count++}${ending}`)
      // A table of its own becomes one for every design without its header.
      fileWith(path, await generalKeys(design, general, path), '/')
      const present = presentOf(design, own)
      const once = await dump(present, path)
      await expectSame(design, path, present)
      expect(await writeSettings(present, { path })).toBe(once)
    }),
    { numRuns: 15, seed: 4 },
  )
})

async function generalKeys(design: Design, values: Record<string, Value>, path: string): Promise<string> {
  const text = await writeSettings(presentOf(design, values), { path })
  if (!path.includes('.json')) return text.replace(/^.*\n/, '').replace(/^ {2}/gm, '')
  const own = /\{([^]*)\}\s*\}\s*$/.exec(text.slice(text.indexOf('{') + 1))![1]
  return `{${own}}`
}

test.each(confFormatNames)('%s for stdout is as seen from the working folder', async (format) => {
  const present = presentOf(catalogue[0], { output: './here/part.stl', columns: 3 })
  const text = await writeSettings(present, { format })
  expect(text).toContain('here/part.stl')
  expect(text).not.toContain(resolve('.'))
})

test.each(['.', './', '../', '-', '/', 'parts/', '/tmp/', 'a/../b/'])(
  'a file in the working folder leads to %s',
  async (output) => {
    const text = await writeSettings(presentOf(catalogue[0], { output }), { format: 'toml' })
    const written = JSON.parse(/^output = (.*)$/m.exec(text)![1]) as string
    expect([written.endsWith('/'), written === '-' ? written : resolve(written)]).toEqual([
      output.endsWith('/'),
      output === '-' ? output : resolve(output),
    ])
  },
)

test('what is at its default is a comment, what is set is live', async () => {
  const path = join(emptyFolder(), 'pegsmith.toml')
  const lines = (await dump(presentOf(catalogue[0], { columns: 3, clearance: 0.2 }), path)).split('\n')
  expect(lines.filter((line) => /^\w/.test(line))).toEqual(['columns = 3', 'clearance = 0.2'])
  const settable = Object.keys(settingsOf(catalogue[0])).length
  expect(lines.filter((line) => /^(# )?[a-z-]+ = /.test(line))).toHaveLength(settable)
})

test('a value at its default is live where another one for every design would shine through', async () => {
  const path = fileWith('pegsmith.toml', 'columns = 7\nrows = 1\n')
  const present = presentOf(catalogue[0], {})
  const text = await dump(present, path)
  expect(text).toMatch(new RegExp(`^columns = ${String(present.resolved.columns)}$`, 'm'))
  await expectSame(catalogue[0], path, present)
})

test('a path is the same file from wherever the configuration is', async () => {
  const folder = emptyFolder()
  const path = fileWith('deep/er/pegsmith.yaml', '', folder)
  const present = presentOf(catalogue[0], { output: relative('.', join(folder, 'parts/')) + '/' })
  expect(await dump(present, path)).toContain('output: "../../parts/"')
  expect(existsSync(join(folder, 'parts'))).toBe(false)
  await expectSame(catalogue[0], path, present)
})
