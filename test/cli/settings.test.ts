import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { emptyFolder, pegsmith, shell } from '../support/pegsmith.ts'

/** A folder with some files in it. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = emptyFolder()
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

interface Explained {
  readonly parameter: string
  readonly value: unknown
  readonly layer: string
  readonly from: string
}

/** Where each parameter comes from, as `--explain --json` tells it. */
async function explained(words: string, folder: string, env: NodeJS.ProcessEnv = {}): Promise<Map<string, Explained>> {
  const { code, stdout } = await pegsmith(['generate', ...words.split(' '), '--explain', '--json'], folder, env)
  expect(code).toBe(0)
  return new Map((JSON.parse(stdout) as Explained[]).map((each) => [each.parameter, each]))
}

const toml = `board = "skadis"
wall = 2.4
depth = "1in"

[battery-holder]
columns = 6
`

describe.concurrent('a value comes from the highest layer that has it', () => {
  const env = { PEGSMITH_COLUMNS: '3', PEGSMITH_WALL: '2', PEGSMITH_ROWS: '2', PEGSMITH_BATTERY_HOLDER_ROWS: '3' }

  test('and --explain tells which, and where exactly', async () => {
    const told = await explained('battery-holder --battery AAA', folderWith({ 'pegsmith.toml': toml }), env)
    const rows = Object.fromEntries([...told].map(([name, { value, layer, from }]) => [name, [value, layer, from]]))
    expect(rows).toMatchObject({
      battery: ['AAA', 'cli', '--battery'],
      columns: [6, 'file', 'pegsmith.toml:6'],
      rows: [3, 'env', 'PEGSMITH_BATTERY_HOLDER_ROWS'],
      wall: [2.4, 'file', 'pegsmith.toml:2'],
      depth: [25.4, 'file', 'pegsmith.toml:3'],
      board: ['skadis', 'file', 'pegsmith.toml:1'],
      pitch: [40, 'default', 'follows board'],
      lean: [10, 'default', ''],
    })
  })

  test('in the order that is asked for', async () => {
    const folder = folderWith({ 'pegsmith.toml': toml })
    const layerOf = async (layers: string) =>
      (await explained(`battery-holder --layers ${layers}`, folder, env)).get('wall')!.layer
    expect(await layerOf('default,file,env,cli')).toBe('env')
    expect(await layerOf('default,env,cli')).toBe('env')
    expect(await layerOf('default,cli')).toBe('default')
    expect(await layerOf('file,env,default,cli')).toBe('default')
  })

  test('and what was typed counts no more than its layer', async () => {
    const valueIn = async (layers: string) =>
      (await explained(`blank --columns 9 --layers ${layers}`, emptyFolder())).get('columns')
    expect(await valueIn('default,cli')).toMatchObject({ value: 9, layer: 'cli' })
    expect(await valueIn('default,env')).toMatchObject({ value: 9, layer: 'cli' })
    expect(await valueIn('cli,default')).toMatchObject({ value: 2, layer: 'default' })
  })

  test('the table for people shows the same, and no part is made', async () => {
    const folder = folderWith({ 'pegsmith.toml': toml })
    const { stdout } = await pegsmith(['generate', 'battery-holder', '--explain'], folder)
    expect(stdout).toMatch(/^parameter +value +layer +from\n/)
    expect(stdout).toMatch(/^columns +6 +file +pegsmith\.toml:6$/m)
    expect(readdirSync(folder)).toEqual(['pegsmith.toml'])
  })
})

test.concurrent('the file lies in the nearest parent, and what it says of files is seen from there', async () => {
  const folder = folderWith({ 'pegsmith.toml': 'output = "parts"\n[blank]\ncolumns = 3\n' })
  mkdirSync(join(folder, 'sub/deep'), { recursive: true })
  const deep = join(folder, 'sub/deep')
  expect((await pegsmith(['generate', 'blank'], deep)).stdout).toBe('../../parts/blank.stl\n')
  expect(existsSync(join(folder, 'parts/blank.stl'))).toBe(true)
  expect((await explained('blank', deep)).get('columns')!.from).toBe('../../pegsmith.toml:3')
  expect((await explained('blank --no-conf', deep)).get('columns')!.layer).toBe('default')
  writeFileSync(join(deep, 'mine.yml'), 'columns: 5\n')
  expect((await explained('blank --conf mine.yml', deep)).get('columns')).toMatchObject({
    value: 5,
    from: 'mine.yml:1',
  })
})

test.concurrent('the report holds what was settled, so that feeding it back makes the same part', async () => {
  const folder = folderWith({ 'pegsmith.toml': toml })
  const { stdout } = await pegsmith(['generate', 'battery-holder', '--json'], folder, { PEGSMITH_LABEL: 'mine' })
  const { parameters, files } = JSON.parse(stdout) as { parameters: Record<string, unknown>; files: { path: string }[] }
  expect(parameters).toMatchObject({ columns: 6, wall: 2.4, depth: 25.4, board: 'skadis', label: 'mine' })
  const words = Object.entries(parameters).map(([name, value]) =>
    typeof value === 'boolean' ? `--${value ? '' : 'no-'}${name}` : `--${name}=${String(value)}`,
  )
  const again = await pegsmith(['generate', 'battery-holder', '--no-conf', '-o', 'again.stl', ...words], folder)
  expect(again.code).toBe(0)
  expect(readFileSync(join(folder, 'again.stl'))).toEqual(readFileSync(join(folder, files[0].path)))
})

describe.concurrent('the program writes its own file', () => {
  const made = ['generate', 'battery-holder', '--columns', '6', '--label', 'a "b" # c', '--lean', '12']

  test.each(['toml', 'json', 'jsonc', 'yaml', 'ini'])(
    '%s: printed, kept and read, it makes the same part',
    async (format) => {
      const folder = emptyFolder()
      const { stdout } = await pegsmith([...made, '--print-conf', format], folder)
      expect(readdirSync(folder)).toEqual([])
      if (format === 'json') {
        expect(JSON.parse(stdout)).toEqual({ 'battery-holder': { columns: 6, lean: 12, label: 'a "b" # c' } })
      } else {
        expect(stdout).toMatch(/^ *(#|;|\/\/) Cells side by side: 1 to 40$/m)
        expect(stdout).toMatch(/^ *(#|;|\/\/) "?rows"?[:=\s]+1/m)
      }
      await pegsmith([...made, '-o', 'typed.stl'], folder)
      writeFileSync(join(folder, `pegsmith.${format}`), stdout)
      await pegsmith(['generate', 'battery-holder', '-o', 'read.stl'], folder)
      expect(readFileSync(join(folder, 'read.stl'))).toEqual(readFileSync(join(folder, 'typed.stl')))
    },
  )

  test('beside what is there for other designs, comments and all', async () => {
    const before = `# My garage\nboard = "skadis" # the white one\n\n[hex-bit-rack]\n# as in the box\ncolumns = 10\n`
    const folder = folderWith({ 'pegsmith.toml': before })
    const { code, stdout } = await pegsmith([...made, '--dump-conf', 'pegsmith.toml'], folder)
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'pegsmith.toml\n' })
    const after = readFileSync(join(folder, 'pegsmith.toml'), 'utf8')
    expect(after.startsWith(before)).toBe(true)
    expect(after).toContain('\ncolumns = 6\n')
    const told = await explained('battery-holder', folder)
    expect(told.get('label')!.value).toBe('a "b" # c')
    expect(told.get('board')!.value).toBe('skadis')
    // What was the same for every design goes on following it.
    writeFileSync(join(folder, 'pegsmith.toml'), after.replace('skadis', 'metric-25'))
    expect((await explained('battery-holder', folder)).get('board')!.value).toBe('metric-25')
  })

  test('a file that cannot be read is left as it is', async () => {
    const folder = folderWith({ 'mine.toml': '[battery-holder\n' })
    const { code, stderr } = await pegsmith([...made, '--dump-conf', 'mine.toml'], folder)
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'pegsmith: mine.toml:1:16: expected ]\n' })
    expect(readFileSync(join(folder, 'mine.toml'), 'utf8')).toBe('[battery-holder\n')
  })
})

describe.concurrent('presets', () => {
  const presets = `[presets.garage]
board = "skadis"
clearance = 0.3

[presets.big]
preset = "garage"
clearance = 0.4
[presets.big.battery-holder]
columns = 12
`

  test('stand between the defaults and all else, from the file, each on another, and from the design', async () => {
    const folder = folderWith({ 'pegsmith.toml': presets })
    const told = await explained('battery-holder --preset big', folder, { PEGSMITH_CLEARANCE: '0.5' })
    expect(told.get('board')).toMatchObject({ value: 'skadis', layer: 'preset', from: 'pegsmith.toml:2' })
    expect(told.get('columns')).toMatchObject({ value: 12, layer: 'preset', from: 'pegsmith.toml:9' })
    expect(told.get('clearance')).toMatchObject({ value: 0.5, layer: 'env' })
    const pack = await explained('battery-holder --preset 24-pack --rows 2', folder)
    expect(pack.get('columns')).toMatchObject({ value: 8, layer: 'preset', from: 'preset 24-pack' })
    expect(pack.get('rows')).toMatchObject({ value: 2, layer: 'cli' })
  })

  test('of the file count where the rest of the file does not', async () => {
    const folder = folderWith({ 'pegsmith.toml': `board = "metric-25"\nwall = 2\n${presets}` })
    const told = await explained('battery-holder --preset big --layers default,cli', folder)
    expect(told.get('columns')).toMatchObject({ value: 12, layer: 'preset' })
    expect(told.get('wall')).toMatchObject({ layer: 'default' })
  })

  test('are listed by show, and are no parameters of a JSON one', async () => {
    const folder = folderWith({ 'pegsmith.toml': presets })
    const { stdout } = await pegsmith(['show', 'battery-holder'], folder)
    expect(stdout).toMatch(/^24-pack +columns=8 rows=3$/m)
    expect(stdout).toMatch(/^big +board=skadis clearance=0\.4 columns=12$/m)
  })
})

/** What each file is told, the whole of stderr, when a blank is made of it. */
const broken: Record<
  string,
  { files: Record<string, string>; words?: string; env?: NodeJS.ProcessEnv; told: string[] }
> = {
  'a file that does not parse, and what was typed wrong besides': {
    files: { 'pegsmith.toml': 'columns 4\n' },
    words: '--colums 3 --rows 99',
    told: [
      'blank: unknown parameter --colums; did you mean --columns?',
      'pegsmith.toml:1:9: expected =; there is 4',
      'blank: --rows 99 is too large: from 1 to 12; try --rows 12',
    ],
  },
  'two files side by side': {
    files: { 'pegsmith.toml': '', 'pegsmith.ini': '' },
    told: ['pegsmith.toml and pegsmith.ini: lie side by side: say which with --conf, or keep only one'],
  },
  'wrong values, each with the layer that it came from': {
    files: { 'pegsmith.yaml': 'rows: 99\nblank:\n  mount: integrl\n  corner-radius: [1, 2]\n' },
    env: { PEGSMITH_COLUMNS: 'four', PEGSMITH_PITCH: '1furlong' },
    told: [
      'blank: PEGSMITH_COLUMNS four is not a number; give one from 1 to 12',
      'blank: pegsmith.yaml:1: rows 99 is too large: from 1 to 12; try rows 12',
      'blank: pegsmith.yaml:4: [blank] corner-radius 1,2 is not a number; give one from 0 to 10 mm',
      'blank: pegsmith.yaml:3: [blank] mount integrl is none of integral, slide-in; did you mean integral?',
      'blank: PEGSMITH_PITCH 1furlong is in no unit that it takes: mm, cm, m, in, ft',
    ],
  },
  'a contradiction between layers': {
    files: { 'pegsmith.toml': 'plate-thickness = 4\n' },
    told: [
      'blank: pegsmith.toml:1: plate-thickness 4 is too thin to hold --mount slide-in: at least 6; try plate-thickness 6',
    ],
  },
  'a missing file': {
    files: {},
    words: '--conf gone.toml',
    told: ['gone.toml: cannot be read: no such file or folder'],
  },
  'a file whose ending says nothing': {
    files: { 'settings.txt': '' },
    words: '--conf settings.txt',
    told: ['settings.txt: ends in none of .toml, .json, .jsonc, .yaml, .yml, .ini'],
  },
  'a preset of a file that does not parse': {
    files: { 'pegsmith.toml': 'columns 4\n' },
    words: '--preset garage',
    told: ['pegsmith.toml:1:9: expected =; there is 4'],
  },
  'a preset that begins with what is no name': {
    files: { 'pegsmith.toml': '[presets.garage]\npreset = { a = 1 }\n' },
    words: '--preset garage',
    told: ['pegsmith.toml:2: preset is the name of another one, in quotes'],
  },
  'a variable that is near to none, for all that it begins alike': {
    files: {},
    words: '--strict',
    env: { PEGSMITH_PRESETS: 'garage' },
    told: ['blank: PEGSMITH_PRESETS is no setting'],
  },
  'a value that goes on and on': {
    files: { 'pegsmith.toml': `rows = "${'x'.repeat(5000)}"\n` },
    told: [`blank: pegsmith.toml:1: rows ${'x'.repeat(200)}… is not a number; give one from 1 to 12`],
  },
  'a missing preset, and one in a circle': {
    files: { 'pegsmith.toml': '[presets.a]\npreset = "b"\n[presets.b]\npreset = "a"\n' },
    words: '--preset a',
    told: ['pegsmith.toml:4: preset a leads back to itself: a → b → a'],
  },
  'a preset that there is not': {
    files: { 'pegsmith.toml': '[presets.garage]\n' },
    words: '--preset garge',
    told: ['blank: --preset garge is none of garage; did you mean garage?'],
  },
  'an order of layers that is none': {
    files: {},
    words: '--layers default,cli,files',
    told: ['blank: --layers default,cli,files has files for a layer; did you mean file?'],
  },
  'unknown keys and variables, under --strict': {
    files: { 'pegsmith.toml': 'colums = 3\n[blank]\nlean = 3\n[hex-bit-rak]\n' },
    words: '--strict',
    env: { PEGSMITH_COLUMS: '3' },
    told: [
      'pegsmith.toml:1: no design has colums; did you mean columns?',
      'pegsmith.toml:3: blank has no lean',
      'pegsmith.toml:4: no design has [hex-bit-rak]; did you mean hex-bit-rack?',
      'blank: PEGSMITH_COLUMS is no setting; did you mean PEGSMITH_COLUMNS?',
    ],
  },
  'settings asked for twice': {
    files: {},
    words: '--explain --dump-conf a.toml --print-conf',
    told: ['blank: --explain and --print-conf and --dump-conf cannot be had at once'],
  },
}

describe.concurrent('what is wrong is told with its place, exit code 2, and nothing is written', () => {
  test.each(Object.entries(broken))('%s', async (_name, { files, words, env, told }) => {
    const folder = folderWith(files)
    const { code, stdout, stderr } = await pegsmith(['generate', 'blank', ...(words?.split(' ') ?? [])], folder, env)
    expect(stderr).toBe(told.map((each) => `pegsmith: ${each}\n`).join(''))
    expect({ code, stdout, files: readdirSync(folder) }).toEqual({
      code: 2,
      stdout: '',
      files: Object.keys(files).sort(),
    })
  })

  test('a folder, a link in a circle, a hundred megabytes', async () => {
    const told = async (folder: string) => (await pegsmith(['generate', 'blank'], folder)).stderr
    const [nested, circle, large] = [emptyFolder(), emptyFolder(), folderWith({ 'pegsmith.json': '' })]
    mkdirSync(join(nested, 'pegsmith.toml'))
    expect(await told(nested)).toBe('pegsmith: pegsmith.toml: cannot be read: it is a folder\n')
    symlinkSync('pegsmith.toml', join(circle, 'pegsmith.toml'))
    expect(await told(circle)).toBe('pegsmith: pegsmith.toml: cannot be read: leads through links in a circle\n')
    truncateSync(join(large, 'pegsmith.json'), 100e6)
    expect(await told(large)).toBe(
      'pegsmith: pegsmith.json: cannot be read: it has 100000000 bytes, and settings never more than 1000000\n',
    )
  })
})

test.concurrent('names and lettering that are numbers need no quotes', async () => {
  const folder = folderWith({ 'pegsmith.yaml': 'battery: 18650\nlabel: 18650\n' })
  const told = await explained('battery-holder', folder)
  expect([told.get('battery')!.value, told.get('label')!.value]).toEqual(['18650', '18650'])
})

test.concurrent('what makes no part may go to stdout in JSON, whatever the output', async () => {
  const told = await explained('blank', folderWith({ 'pegsmith.toml': 'output = "-"\n' }))
  expect(told.get('output')!.value).toBe('-')
})

test.concurrent('a sculpture that is no path is told as one in a file', async () => {
  const folder = folderWith({ 'pegsmith.toml': '[goat-hook]\nsculpture = false\n' })
  const { code, stderr } = await pegsmith(['generate', 'goat-hook'], folder)
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'pegsmith: goat-hook: pegsmith.toml:2: [goat-hook] sculpture false names no file\n',
  })
})

test.concurrent('a working folder that is gone is told in words', async () => {
  const { code, stderr } = await shell('mkdir gone && cd gone && rmdir ../gone && pegsmith generate blank')
  expect({ code, stderr }).toEqual({ code: 1, stderr: 'pegsmith: the working folder: no such file or folder\n' })
})

test.concurrent('the schema lets each number of a point have its unit, as the program does', async () => {
  const { stdout } = await pegsmith(['schema'])
  const { properties } = JSON.parse(stdout) as { properties: Record<string, { items: { type: unknown } }> }
  expect(properties['hole-from'].items.type).toEqual(['number', 'string'])
})

test.concurrent('unknown keys are warnings, on stderr and in the report', async () => {
  const folder = folderWith({
    'pegsmith.toml': '"$schema" = "./pegsmith.schema.json"\ncolums = 3\n[[part]]\ndesign = "blank"\n',
  })
  const warning = 'pegsmith.toml:2: no design has colums; did you mean columns?'
  const { code, stdout, stderr } = await pegsmith(['generate', 'blank'], folder)
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'output/blank.stl\n' })
  expect(stderr).toContain(`pegsmith: blank: warning: ${warning}\n`)
  const report = await pegsmith(['generate', 'blank', '--json'], folder)
  expect((JSON.parse(report.stdout) as { warnings: string[] }).warnings).toEqual([warning])
})

test.concurrent('no code is run because it lies in a folder', async () => {
  const code = `require('fs').writeFileSync('ran', '')`
  const folder = folderWith({
    'pegsmith.js': code,
    'pegsmith.cjs': code,
    'pegsmith.config.js': code,
    '.pegsmithrc': code,
  })
  expect((await pegsmith(['generate', 'blank'], folder)).code).toBe(0)
  expect(existsSync(join(folder, 'ran'))).toBe(false)
})

describe.concurrent('settings of builds, in the same file, are none of a design', () => {
  const general = 'output = "garage"\njobs = 2\nbed = "prusa-mk4"\nquality = "draft"\n\n'
  const table = '[build]\nretry = "limited"\nplate-spacing = 8\n\n'
  const part = '[[part]]\ndesign = "blank"\n'

  test('but they are known where one is made', async () => {
    const folder = folderWith({ 'pegsmith.toml': general + table + part })
    const env = { PEGSMITH_JOBS: '2', PEGSMITH_BUILD_TIMEOUT: '9' }
    const { code, stdout, stderr } = await pegsmith(['generate', 'blank', '--strict'], folder, env)
    expect([code, stdout]).toEqual([0, 'garage/blank.stl\n'])
    expect(stderr).not.toContain('warning')
    expect((await pegsmith(['build', '--dry-run', '--strict'], folder, env)).code).toBe(0)
  })

  test.each([
    ['job = 2\n', 'pegsmith.toml:1: no design has job; did you mean jobs?'],
    ['[build]\nretries = "none"\n', 'pegsmith.toml:2: build has no retries'],
    ['[build]\ncolumns = 2\n', 'pegsmith.toml:2: build has no columns'],
    ['[blank]\njobs = 2\n', 'pegsmith.toml:2: blank has no jobs'],
    ['[presets.fast]\njobs = 2\n', 'pegsmith.toml:2: no design has jobs'],
  ])('%j is told', async (text, line) => {
    const folder = folderWith({ 'pegsmith.toml': text + part })
    const made = await pegsmith(['generate', 'blank'], folder)
    expect(made.code).toBe(0)
    expect(made.stderr).toContain(`warning: ${line}`)
    const { code, stderr } = await pegsmith(['build'], folder)
    expect(code).toBe(2)
    expect(stderr).toContain(line)
  })

  test('a variable that is none of them is told', async () => {
    const { stderr } = await pegsmith(['generate', 'blank', '--no-conf'], emptyFolder(), { PEGSMITH_JOB: '2' })
    expect(stderr).toContain('warning: PEGSMITH_JOB is no setting; did you mean PEGSMITH_JOBS?')
  })
})

test.concurrent('the help of a build tells what to do before how', async () => {
  const { stdout } = await pegsmith(['build', '--help'])
  const places = ['--dry-run', '--json', '--conf', 'Settings', '--output', '--retry', '--quality', '--board skadis']
  expect(places.map((word) => stdout.indexOf(word)).filter((place) => place < 0)).toEqual([])
  const found = places.map((word) => stdout.indexOf(word))
  expect(found).toEqual(found.toSorted((a, b) => a - b))
})
