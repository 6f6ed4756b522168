import { expect, test } from 'vitest'
import type { Design } from '#design'
import { presetsOf } from '../../src/settings/preset.ts'
import { readConf } from '../../src/settings/conf-file.ts'
import { configured, designNamed, dump, fileWith, presentOf } from '../support/settings.ts'

const design = designNamed('blank')
const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']

/** A file with a key, a table and a preset of a name. */
const files: Record<string, (name: string) => string> = {
  toml: (name) => `${name} = 1\n[blank]\ncolumns = 3\n${name} = 2\n[presets.${name}]\ncolumns = 4\n${name} = 3\n`,
  json: (name) =>
    `{"${name}": 1,\n"blank": {"columns": 3,\n"${name}": 2},\n"presets": {"${name}": {"columns": 4,\n"${name}": 3}}}`,
  yaml: (name) =>
    `${name}: 1\nblank:\n  columns: 3\n  ${name}: 2\npresets:\n  ${name}:\n    columns: 4\n    ${name}: 3\n`,
  ini: (name) => `${name} = 1\n[blank]\ncolumns = 3\n${name} = 2\n[presets.${name}]\ncolumns = 4\n${name} = 3\n`,
}
const pairs = Object.keys(files).flatMap((ending) => names.map((name) => [ending, name] as const))

test.each(pairs)('in %s, %s is an unknown key like any other', async (ending, name) => {
  const path = fileWith(`a.${ending}`, files[ending](name))
  const { settings, problems, unknown } = await configured(design, path, { preset: name })
  expect(problems).toEqual([])
  expect(unknown.map(({ reason }) => reason)).toEqual([
    expect.stringContaining(`no design has ${name}`),
    expect.stringContaining(`blank has no ${name}`),
    expect.stringContaining(`no design has ${name}`),
  ])
  expect([...settings.keys()]).toEqual(['columns'])
  expect(Number(settings.get('columns')!.value)).toBe(3)
  expect(presetsOf(design, await readConf(path))).toContain(name)
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(Object.getPrototypeOf({})).toBe(Object.prototype)
  expect('columns' in {}).toBe(false)
})

test.each(pairs)('in %s, %s as a table means nothing', async (ending, name) => {
  const text = {
    toml: `[${name}]\ncolumns = 9`,
    ini: `[${name}]\ncolumns = 9`,
    json: `{"${name}": {"columns": 9}}`,
    yaml: `${name}: {columns: 9}`,
  }
  const path = fileWith(`a.${ending}`, text[ending as keyof typeof text])
  const { settings, unknown } = await configured(design, path)
  expect(settings.size).toBe(0)
  expect(unknown[0].reason).toContain(`no design has [${name}]`)
  await dump(presentOf(design, { columns: 3 }), path)
  expect((await configured(design, path)).unknown[0].reason).toContain(`no design has [${name}]`)
})

test.each(pairs)('in %s, a preset that is not there is missed, were it called %s', async (ending, name) => {
  const path = fileWith(`a.${ending}`, files[ending]('other'))
  const { settings, problems } = await configured(design, path, { preset: name })
  expect(problems[0].reason).toContain('is none of other')
  expect(Number(settings.get('columns')!.value)).toBe(3)
})

// Names of designs are in kebab case.
test.each(['-proto-', 'constructor', 'to-string'])('a design may be called %s', async (name) => {
  const odd: Design = { ...design, name }
  const path = fileWith('a.toml', `[${name === '-proto-' ? '__proto__' : name}]\ncolumns = 5\n`)
  const { settings, unknown } = await configured(odd, path)
  expect(settings.get('columns')!.value).toBe(5)
  expect(unknown).toEqual([])
  await dump(presentOf(odd, { columns: 6 }), path)
  expect((await configured(odd, path)).settings.get('columns')!.value).toBe(6)
})
