import { expect, test } from 'vitest'
import { count, type Design } from '#design'
import { catalogue } from '../../designs/index.ts'
import { configured, designNamed, fileWith, settingsOf } from '../support/settings.ts'

const design = designNamed('battery-holder')

const told = async (text: string, name = 'a.toml', of: Design = design) => {
  const { problems, unknown } = await configured(of, fileWith(name, text))
  const lines = (list: typeof unknown) => list.map(({ place, reason }) => `${place?.replace(/^.*\//, '')}: ${reason}`)
  return { problems: lines(problems), unknown: lines(unknown) }
}

test('every setting of every design is known, for all and for itself', async () => {
  const keys = (of: Design) => Object.keys(settingsOf(of)).map((name) => `${name} = 1\n`)
  const general = [...new Set(catalogue.flatMap(keys))].join('')
  const tables = catalogue.map((each) => `[${each.name}]\n${keys(each).join('')}`).join('')
  expect(await told(`"$schema" = "x"\n${general}${tables}[presets.a]\n${general}[[part]]\nanything = 1\n`)).toEqual({
    problems: [],
    unknown: [],
  })
})

test.each([
  ['colums = 3\n', 'a.toml:1: no design has colums; did you mean columns?'],
  ['\n\n[battery-holder]\nshank-diameter = 3\n', 'a.toml:4: battery-holder has no shank-diameter'],
  ['[batery-holder]\ncolumns = 3\n', 'a.toml:1: no design has [batery-holder]; did you mean battery-holder?'],
  ['[goat-hook]\nhorn = 3\n', 'a.toml:2: goat-hook has no horn; did you mean horns?'],
  ['[presets.a]\ncolums = 3\n', 'a.toml:2: no design has colums; did you mean columns?'],
  ['[presets.a.blank]\nlean = 3\n', 'a.toml:2: blank has no lean'],
])('%j is told', async (text, line) => {
  const { unknown } = await told(text)
  expect(unknown).toEqual([expect.stringContaining(line)])
})

test('a key may be spelled in any way, but once', async () => {
  for (const key of ['cell-diameter', 'cellDiameter', 'cell_diameter', 'Cell-Diameter']) {
    const { settings, unknown } = await configured(design, fileWith('a.toml', `${key} = 20\n`))
    expect(settings.get('cellDiameter')).toMatchObject({ value: 20, name: key })
    expect(unknown).toEqual([])
  }
  const twice = 'cellDiameter is given twice: line 1 has it, too'
  expect(await told('cell-diameter = 20\ncellDiameter = 21\n')).toEqual({
    problems: [`a.toml:2: ${twice}`],
    unknown: [],
  })
  const tables = '[battery-holder]\ncolumns = 2\n[battery_holder]\ncolumns = 3\n'
  expect((await told(tables)).problems).toEqual(['a.toml:4: columns is given twice: line 2 has it, too'])
})

test.each([
  ['a.toml', 'battery-holder = 4\n'],
  ['a.json', '{"battery-holder": [4]}'],
  ['a.yaml', 'battery-holder: yes\n'],
  ['a.ini', 'battery-holder = 4\n'],
])('a design that is no table is told: %s', async (name, text) => {
  expect((await told(text, name)).problems).toEqual([
    `${name}:1: battery-holder is a design: its settings stand in a table`,
  ])
})

test('null is no value', async () => {
  const { settings } = await configured(design, fileWith('a.json', '{"columns": null, "battery-holder": null}'))
  expect(settings.size).toBe(0)
})

test('the table of a design in a file is known, and what it has', async () => {
  const mine: Design = {
    ...design,
    name: 'my-hook',
    parameters: { turns: count('Turns', { default: 1, min: 0, max: 9 }) },
  }
  const text = 'turns = 2\n[my-hook]\nturns = 3\n'
  expect((await told(text, 'a.toml', mine)).unknown).toEqual([])
  expect((await told(text)).unknown).toHaveLength(2)
  expect((await told('[my-hook]\nturn = 3\n', 'a.toml', mine)).unknown[0]).toContain(
    'my-hook has no turn; did you mean turns?',
  )
})

test('variables that mean nothing are told with the nearest', async () => {
  const environment = {
    PEGSMITH_COLUMNS: '3',
    PEGSMITH_GOAT_HOOK_HORNS: '3',
    PEGSMITH_HORNS: '3',
    PEGSMITH_BATTERY_HOLDER_CELL_DIAMETER: '3',
    PEGSMITH_COLUMS: '3',
    PEGSMITH_BATTERY_HOLDER_HORNS: '3',
    PEGSMITH_BLANK_LEAN: '3',
    PEGSMITH: '1',
    PATH: '/bin',
  }
  const { settings, unknown } = await configured(design, undefined, { environment })
  expect(unknown.map(({ reason }) => reason)).toEqual([
    expect.stringContaining('PEGSMITH_COLUMS is no setting; did you mean PEGSMITH_COLUMNS?'),
    expect.stringContaining('PEGSMITH_BATTERY_HOLDER_HORNS is no setting'),
    expect.stringContaining('PEGSMITH_BLANK_LEAN is no setting'),
  ])
  expect([...settings.keys()].sort()).toEqual(['cellDiameter', 'columns'])
  const ignored = await configured(design, undefined, { environment, order: ['default', 'file', 'cli'] })
  expect([ignored.settings.size, ignored.unknown.length]).toEqual([0, 0])
})
