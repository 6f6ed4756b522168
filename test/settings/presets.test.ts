import { expect, test } from 'vitest'
import { configured, designNamed, fileWith } from '../support/settings.ts'

const design = designNamed('battery-holder')
const own = Object.keys(design.presets!)[0]

const said = async (text: string, preset: string) => {
  const { settings, problems } = await configured(design, fileWith('a.toml', text), { preset })
  return {
    values: Object.fromEntries([...settings].map(([name, { value }]) => [name, value])),
    problems: problems.map(({ reason, place }) => [place?.replace(/^.*\//, ''), reason].filter(Boolean).join(': ')),
  }
}

test("a design's own preset is there without a file", async () => {
  const { settings } = await configured(design, undefined, { preset: own })
  expect(Object.fromEntries([...settings].map(([name, { value }]) => [name, value]))).toEqual(design.presets![own])
  expect(settings.get('columns')).toMatchObject({ layer: 'preset', place: `preset ${own}` })
})

test('a preset of the file takes the place of one of the design', async () => {
  expect(await said(`[presets.${own}]\nlean = 5\n`, own)).toEqual({ values: { lean: 5 }, problems: [] })
})

test('a preset begins with what another one says, of the file or of the design', async () => {
  const text = `[presets.a]\npreset = "b"\nlean = 5\n[presets.b]\npreset = "${own}"\nlean = 6\ncolumns = 7\n`
  expect(await said(text, 'a')).toEqual({ values: { ...design.presets![own], lean: 5, columns: 7 }, problems: [] })
})

test('in a preset, too, what it says for one design wins', async () => {
  const text = '[presets.a.battery-holder]\ncolumns = 3\n[presets.a]\ncolumns = 2\n[presets.a.blank]\ncolumns = 9\n'
  expect(await said(text, 'a')).toEqual({ values: { columns: 3 }, problems: [] })
})

test.each([
  ['itself', '[presets.a]\npreset = "a"\ncolumns = 2\n', 'a.toml:2: preset a leads back to itself: a → a'],
  [
    'itself in the end',
    '[presets.a]\ncolumns = 2\npreset = "b"\n[presets.b]\npreset = "c"\n[presets.c]\npreset = "b"\n',
    'a.toml:7: preset b leads back to itself: a → b → c → b',
  ],
  [
    'one that is not there',
    '[presets.a]\npreset = "24-pak"\ncolumns = 2\n',
    /^a\.toml:2: preset 24-pak is none of .*; did you mean 24-pack\?$/,
  ],
])('a preset that begins with %s is told', async (_, text, told) => {
  const { values, problems } = await said(text, 'a')
  expect(problems).toEqual([typeof told === 'string' ? told : expect.stringMatching(told)])
  expect(values).toEqual({ columns: 2 })
})

test('a preset that is not there is told with those that are', async () => {
  const { problems } = await said('[presets.garage]\n', 'garag')
  expect(problems).toEqual([`is none of ${Object.keys(design.presets!).join(', ')}, garage; did you mean garage?`])
})

test.each([
  ['presets = 5\n', 'presets is no table of presets'],
  ['[presets]\na = 5\n', 'preset a is no table'],
  ['[Presets.a]\ncolumns = 5\n', 'no design has [Presets]; did you mean presets?'],
  ['presets = [1]\n', 'presets is no table of presets'],
])('presets that are none are told, and none can be had: %j', async (text, told) => {
  const { settings, problems, unknown } = await configured(design, fileWith('a.toml', text), { preset: 'a' })
  expect(unknown.map(({ reason }) => reason)).toEqual([told])
  expect(problems).toHaveLength(1)
  expect(settings.size).toBe(0)
})
