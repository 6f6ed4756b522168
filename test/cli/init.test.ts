import { readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { problemText } from '#design'
import { readProject } from '../../src/build/project/read-project.ts'
import { findDesign } from '../../src/make.ts'
import { readConf } from '../../src/settings/conf-file.ts'
import { plain } from '../../src/settings/table.ts'
import { emptyFolder, pegsmith } from '../support/pegsmith.ts'
import { configured, fileWith, valuesOf } from '../support/settings.ts'

const names = ['pegsmith.toml', 'pegsmith.yaml', 'wall.yml', 'pegsmith.jsonc', 'wall.json']

describe.concurrent('a starter is written, and read back without problems', () => {
  test.each(names)('%s', async (name) => {
    const folder = emptyFolder()
    const { code, stdout, stderr } = await pegsmith(['init', name], folder)
    const hint = name.startsWith('pegsmith') ? 'pegsmith build' : `pegsmith build ${name}`
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: `${name}\n`, stderr: `${hint} makes its parts.\n` })
    const file = await readConf(join(folder, name))
    const { entries, problems } = await readProject(file, async (word) => findDesign(word))
    expect(problems.map((each) => problemText(each))).toEqual([])
    expect(
      entries.map((each) => [each.name, each.design.name, each.needs, each.copies, plain(each.parameters)]),
    ).toEqual([
      ['gauge', 'fit-gauge', [], 1, {}],
      ['aa-columns-2', 'battery-holder', ['gauge'], 2, { battery: 'AA', columns: 2 }],
      ['aa-columns-4', 'battery-holder', ['gauge'], 2, { battery: 'AA', columns: 4 }],
      ['bits', 'hex-bit-rack', [], 1, { columns: 6, rows: 2 }],
    ])
    for (const { design, parameters } of entries) {
      const { settings, problems: wrong, unknown } = await configured(design, file.path, { part: parameters })
      expect([...wrong, ...unknown]).toEqual([])
      expect(valuesOf(design, settings)).toMatchObject({
        output: join(folder, 'output/garage'),
        board: 'us-quarter-inch',
      })
    }
  })
})

/** What a file says when the examples in its comments are made live. */
async function live(name: string, uncomment: RegExp) {
  const folder = emptyFolder()
  await pegsmith(['init', name], folder)
  const text = readFileSync(join(folder, name), 'utf8').replace(uncomment, '$1')
  const made = await readConf(fileWith(name, text))
  fileWith('shelf.js', '', folder)
  return { table: plain(made.table) as Record<string, unknown>, made }
}

test.each([
  ['pegsmith.toml', /^# (\[\[part\]\]|\w+ = )/gm],
  ['pegsmith.yaml', /^( *)# (?=- |\w+: | {2}\w+: )/gm],
  ['pegsmith.jsonc', /^( *)\/\/ (?=["{}]| {2}")/gm],
])('the examples in its comments hold, too: %s', async (name, uncomment) => {
  const { made } = await live(name, uncomment)
  const asked: string[] = []
  const { entries, problems } = await readProject(made, async (word) => {
    asked.push(word)
    const design = findDesign(word.endsWith('.js') ? 'blank' : word)
    return word.endsWith('.js') ? { ...design, parameters: { width: design.parameters.columns } } : design
  })
  expect(problems.map((each) => problemText(each))).toEqual([])
  expect(asked.some((word) => word.endsWith('shelf.js'))).toBe(true)
  expect(made.table.get('clearance')?.value).toBe(0.4)
  expect(entries.at(-2)).toMatchObject({ name: 'bits', preset: '30-piece', formats: ['stl-ascii'] })
  expect(Object.keys(entries.at(-2)!.design.presets!)).toContain('30-piece')
  expect(entries.at(-1)).toMatchObject({
    name: 'shelf',
    parameters: new Map([['width', { value: 80, line: expect.any(Number) }]]),
  })
})

describe.concurrent('what is there stays as it is', () => {
  test.each([
    ['pegsmith.toml', [], 'add parts to it, as in [[part]], and beneath it design = "fit-gauge", or name another file'],
    [
      'pegsmith.yaml',
      [],
      'add parts to it, as in part: [{ name: "gauge", design: "fit-gauge" }], or name another file',
    ],
    [
      'pegsmith.json',
      ['pegsmith.yml'],
      'add parts to it, as in "part": [{ "name": "gauge", "design": "fit-gauge" }], or name another file',
    ],
    ['pegsmith.ini', [], 'name another file'],
    [
      'wall.toml',
      ['wall.toml'],
      'add parts to it, as in [[part]], and beneath it design = "fit-gauge", or name another file',
    ],
  ])('%s', async (name, args, what) => {
    const path = fileWith(name, 'board = skadis')
    const folder = join(path, '..')
    const { code, stdout, stderr } = await pegsmith(['init', ...args], folder)
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: `pegsmith: ${name}: is there already: ${what}\n`,
    })
    expect([readdirSync(folder), readFileSync(path, 'utf8')]).toEqual([[name], 'board = skadis'])
  })

  test('even a link that leads nowhere', async () => {
    const folder = emptyFolder()
    symlinkSync('nowhere.toml', join(folder, 'pegsmith.toml'))
    expect((await pegsmith(['init'], folder)).code).toBe(2)
    expect(readdirSync(folder)).toEqual(['pegsmith.toml'])
  })
})

test.concurrent.each([
  [['wall.txt'], 'wall.txt: ends in none of .toml, .json, .jsonc, .yaml, .yml, .ini'],
  [['wall.ini'], 'wall.ini: INI has no lists, and so no parts: end it in .toml, .yaml, .jsonc or .json'],
  [['a.toml', 'b.toml'], 'init: "b.toml" is out of place: options are written --name value'],
])('pegsmith init %j is refused', async (args, told) => {
  const folder = emptyFolder()
  const { code, stdout, stderr } = await pegsmith(['init', ...args], folder)
  expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: `pegsmith: ${told}\n` })
  expect(readdirSync(folder)).toEqual([])
})

test.concurrent('its help names the file', async () => {
  const { stdout } = await pegsmith(['init', '--help'])
  expect(stdout).toMatch(/^pegsmith init \[file\]/)
  expect(stdout).toContain('pegsmith.toml by default')
})
