import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/index.ts'
import { emptyFolder, pegsmith } from '../support/pegsmith.ts'
import { block, bytesIn, cube, eventsOf, madeBy, ofKind, project } from '../support/project.ts'
import { fileWith } from '../support/settings.ts'

const parts = [
  { name: 'wide', design: 'blank', parameters: { columns: 3, board: 'metric-25' } },
  { name: 'plain', design: 'blank' },
]
const reportOf = (folder: string, name: string) =>
  JSON.parse(readFileSync(join(folder, 'out', `${name}.json`), 'utf8')) as Report

/** Who has the last word: for each part its board and columns. */
const words: Record<
  string,
  [args: string[], env: NodeJS.ProcessEnv, more: Readonly<Record<string, unknown>>, wide: unknown[], plain: unknown[]]
> = {
  'defaults, and what the part says': [[], {}, {}, ['metric-25', 3], ['us-quarter-inch', 2]],
  'a general key of the file': [[], {}, { board: 'skadis', columns: 4 }, ['metric-25', 3], ['skadis', 4]],
  'a table of the design before a general key': [
    [],
    {},
    { columns: 4, blank: { columns: 5 } },
    ['metric-25', 3],
    ['us-quarter-inch', 5],
  ],
  'the file before the environment': [
    [],
    { PEGSMITH_BOARD: 'skadis', PEGSMITH_BLANK_COLUMNS: '6', PEGSMITH_COLUMNS: '7' },
    { board: 'us-eighth-inch' },
    ['metric-25', 3],
    ['us-eighth-inch', 6],
  ],
  'the command line before all, for the whole wall': [
    ['--board', 'skadis', '--columns', '1'],
    { PEGSMITH_BLANK_COLUMNS: '6' },
    { board: 'us-eighth-inch' },
    ['skadis', 1],
    ['skadis', 1],
  ],
  'the layers in another order': [
    ['--layers', 'default,cli,file,env', '--columns', '1'],
    { PEGSMITH_BOARD: 'skadis' },
    { board: 'us-eighth-inch' },
    ['skadis', 3],
    ['skadis', 1],
  ],
  'a preset of the file': [
    ['--preset', 'narrow'],
    {},
    { presets: { narrow: { columns: 1, board: 'skadis' } } },
    ['metric-25', 3],
    ['skadis', 1],
  ],
}

describe.concurrent('the layers of settings apply to each part', () => {
  test.each(Object.entries(words))('%s', async (_, [args, env, more, wide, plain]) => {
    const folder = project(parts, {}, more)
    const { code, stderr } = await pegsmith(['build', ...args], folder, env)
    expect(code, stderr).toBe(0)
    const made = ['wide', 'plain'].map((name) => {
      const { board, columns } = reportOf(folder, name).parameters
      return [board, columns]
    })
    expect(made).toEqual([wide, plain])
  })
})

test.concurrent(
  'how a project is built is set in a table [build], for itself, in the environment, or typed',
  async () => {
    const folder = project(
      [{ name: 'a', parameters: { edge: [2, 3, 4] } }],
      {},
      { jobs: 1, build: { output: 'elsewhere' } },
    )
    const workers = async (args: string[], env: NodeJS.ProcessEnv = {}) => {
      const events = eventsOf(await pegsmith(['build', '--json', '--all', ...args], folder, env))
      return Math.max(...ofKind(events, 'started').map(({ worker }) => worker)) + 1
    }
    expect(await workers([])).toBe(1)
    expect(Object.keys(bytesIn(join(folder, 'elsewhere')))).toHaveLength(7)
    expect(await workers(['--jobs', '2'])).toBe(2)
    expect(await workers(['--layers', 'default,file,env,cli'], { PEGSMITH_JOBS: '2' })).toBe(2)
    const wrong = await pegsmith(['build'], folder, { PEGSMITH_BUILD_BACKOFF: 'soon' })
    expect(wrong).toMatchObject({ code: 2, stdout: '' })
    expect(wrong.stderr).toBe(
      'pegsmith: build: PEGSMITH_BUILD_BACKOFF soon is no list of seconds; write them like 10,30,60,120, each at most 86400\n',
    )
  },
)

test.concurrent('what the environment says of one design is for that design', async () => {
  const folder = project([
    { name: 'holder', design: 'battery-holder' },
    { name: 'blank', design: 'blank' },
  ])
  const env = { PEGSMITH_BATTERY_HOLDER_COLUMNS: '1', PEGSMITH_BATTERY_HOLDER_COLUMS: '1' }
  const { code, stderr } = await pegsmith(['build', '--quality', 'draft'], folder, env)
  expect(code).toBe(0)
  expect(stderr).toContain('PEGSMITH_BATTERY_HOLDER_COLUMS')
  expect(reportOf(folder, 'holder').parameters.columns).toBe(1)
  expect(reportOf(folder, 'blank').parameters.columns).toBe(2)
  expect((await pegsmith(['build', '--strict'], folder, env)).code).toBe(2)
})

test.concurrent('TOML, JSON, JSONC and YAML say the same, and make the same bytes', async () => {
  const texts = {
    'pegsmith.toml': `output = "out"\nboard = "skadis"\n[[part]]\nname = "a"\ndesign = "./cube.js"\nneeds = ["b"]
copies = 2\nparameters = { edge = [2, 3.5] }\n[[part]]\nname = "b"\ndesign = "blank"\n[part.parameters]\ncolumns = 1\n`,
    'pegsmith.json': `{"output":"out","board":"skadis","part":[{"name":"a","design":"./cube.js","needs":["b"],"copies":2,
"parameters":{"edge":[2,3.5]}},{"name":"b","design":"blank","parameters":{"columns":1}}]}`,
    'pegsmith.jsonc': `{ // The wall.\n"output":"out","board":"skadis","part":[{"name":"a","design":"./cube.js","needs":["b"],"copies":2,
"parameters":{"edge":[2,3.5]}},{"name":"b","design":"blank","parameters":{"columns":1}},],}`,
    'pegsmith.yaml': `output: out\nboard: skadis\npart:\n  - name: a\n    design: ./cube.js\n    needs: [b]\n    copies: 2
    parameters: { edge: [2, 3.5] }\n  - { name: b, design: blank, parameters: { columns: 1 } }\n`,
  }
  const made: unknown[] = []
  for (const [name, text] of Object.entries(texts)) {
    const folder = emptyFolder()
    fileWith(name, text, folder)
    fileWith('cube.js', cube(), folder)
    const { code, stderr } = await pegsmith(['build'], folder)
    expect(code, stderr).toBe(0)
    made.push(bytesIn(join(folder, 'out')))
  }
  expect(Object.keys(made[0] as object)).toHaveLength(7)
  for (const each of made) expect(each).toEqual(made[0])
})

test.concurrent(
  'built from a folder below, or from elsewhere by its path, a project makes the same bytes in the same places',
  async () => {
    const listed = [
      { name: 'a', design: 'designs/a.js', parameters: { edge: 9 } },
      { name: 'bust', design: 'goat-hook', parameters: { sculpture: 'models/m.obj' } },
    ]
    const files = { 'designs/a.js': cube(), 'models/m.obj': block(50), 'deep/er/note': '' }
    const here = project(listed, files, { quality: 'draft' })
    const below = project(listed, files, { quality: 'draft' })
    const elsewhere = project(listed, files, { quality: 'draft' })
    expect((await pegsmith(['build'], here)).code).toBe(0)
    expect((await pegsmith(['build'], join(below, 'deep/er'))).code).toBe(0)
    expect((await pegsmith(['build', join(elsewhere, 'pegsmith.json')])).code).toBe(0)
    expect(bytesIn(below)).toEqual(bytesIn(here))
    expect(bytesIn(elsewhere)).toEqual(bytesIn(here))
    expect(reportOf(here, 'bust').parameters.sculpture).toBe('models/m.obj')
    expect(madeBy(await pegsmith(['build', '--json'], join(here, 'deep/er')))).toEqual({})
  },
)

test.concurrent('a part is byte for byte what generate makes with the parameters of its report', async () => {
  const folder = project([
    { name: 'plate', design: 'blank', parameters: { columns: 1, rows: 2, mount: 'integral' } },
    {
      name: 'cells',
      design: 'battery-holder',
      preset: '24-pack',
      parameters: { battery: 'AAA', label: 'a b', columns: 2 },
    },
    { name: 'mine', parameters: { edge: 12.5 }, formats: ['stl-ascii'] },
  ])
  expect((await pegsmith(['build', '--quality', 'draft', '--orientation', 'hung'], folder)).code).toBe(0)
  for (const [name, word] of Object.entries({ plate: 'blank', cells: 'battery-holder', mine: './cube.js' })) {
    const { parameters, design, files } = reportOf(folder, name)
    expect(design).toBe(word.replace(/\W*(cube).*/, '$1'))
    const typed = Object.entries(parameters).map(([key, value]) =>
      typeof value === 'boolean' ? `--${value ? '' : 'no-'}${key}` : `--${key}=${String(value)}`,
    )
    const how = ['--quality', 'draft', '--orientation', 'hung', '--format', files[0].format, '-o', `again/${name}.stl`]
    const { code, stderr } = await pegsmith(['generate', word, '--no-conf', ...typed, ...how], folder)
    expect(code, stderr).toBe(0)
    expect(readFileSync(join(folder, `again/${name}.stl`))).toEqual(readFileSync(join(folder, `out/${name}.stl`)))
  }
})
