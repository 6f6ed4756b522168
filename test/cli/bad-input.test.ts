import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { emptyFolder, pegsmith, shell } from '../support/pegsmith.ts'

/** What each wrong request is told, the whole of stderr. Nothing is on stdout, nothing written, the exit code is 2. */
const wrong: Record<string, string[]> = {
  '': ['name a command: list, show, generate, init, build, status, preview, schema, completion'],
  genrate: ['genrate: no such command; did you mean generate?'],
  generate: ['generate: name a design: blank, battery-holder, hex-bit-rack, outlet, goat-hook, fit-gauge'],
  'generate blnk': ['blnk: no such design; did you mean blank?'],
  'show xyz': ['xyz: no such design; there are blank, battery-holder, hex-bit-rack, outlet, goat-hook, fit-gauge'],
  'generate blank --colums 4': ['blank: unknown parameter --colums; did you mean --columns?'],
  'generate blank --outptu x': ['blank: unknown parameter --outptu; did you mean --output?'],
  'generate blank -x': ['blank: unknown parameter -x'],
  'generate blank -c 3': ['blank: unknown parameter -c'],
  'generate blank --toString --__proto__ x --no-bogus': [
    'blank: unknown parameter --toString',
    'blank: unknown parameter --__proto__',
    'blank: unknown parameter --no-bogus',
  ],
  '--bogus': ['unknown parameter --bogus'],
  'completion x': ['completion: "x" is out of place: options are written --name value'],
  'help genrate': ['genrate: no such command; did you mean generate?'],
  'list -o x': ['list: unknown parameter -o'],
  'list --jsn': ['list: unknown parameter --jsn; did you mean --json?'],
  'generate blank --columns abc': ['blank: --columns abc is not a number; give one from 1 to 12'],
  'generate blank --columns 0x10': ['blank: --columns 0x10 is not a number; give one from 1 to 12'],
  'generate blank --columns=': ['blank: --columns "" is not a number; give one from 1 to 12'],
  'generate blank --columns NaN': ['blank: --columns NaN is not a number; give one from 1 to 12'],
  'generate blank --columns Infinity': ['blank: --columns Infinity is not a number; give one from 1 to 12'],
  'generate blank --columns -Infinity': ['blank: --columns -Infinity is not a number; give one from 1 to 12'],
  'generate blank --columns 2.5': ['blank: --columns 2.5 is not a whole number; try --columns 3'],
  'generate blank --columns 99': ['blank: --columns 99 is too large: from 1 to 12; try --columns 12'],
  'generate blank --corner-radius -1e-3': [
    'blank: --corner-radius -1e-3 is too small: from 0 to 10 mm; try --corner-radius 0',
  ],
  'generate blank --columns 1 --columns 2': ['blank: --columns is given more than once: 1, 2'],
  'generate blank --plateThickness 7 --plate-thickness 8': ['blank: --plate-thickness is given twice'],
  'generate blank --json --no-json': ['blank: --json is given more than once'],
  'generate blank --json=maybe': ['blank: --json takes no value: maybe'],
  'generate blank --columns': ['blank: --columns lacks its value'],
  'generate blank --columns --rows 3': ['blank: --columns lacks its value'],
  'generate blank --no-columns': ['blank: --columns is no flag: there is no --no-columns'],
  'generate blank --board skadi': [
    'blank: --board skadi is none of us-quarter-inch, us-eighth-inch, metric-25, skadis; did you mean skadis?',
  ],
  'generate blank --format gcode': ['blank: --format gcode is none of stl, stl-ascii'],
  'generate blank -o part.gcode': [
    'blank: --output part.gcode ends in none of .stl; say --format, or end it in / for a folder',
  ],
  'generate blank --output=': ['blank: --output "" names no file'],
  'generate blank --json -o -': ['blank: --json and --output - both need stdout: write to a file, or leave out --json'],
  'generate blank --json -o /dev/stdout': [
    'blank: --json and --output /dev/stdout both need stdout: write to a file, or leave out --json',
  ],
  'generate battery-holder --label --columns 2': [
    'battery-holder: --label lacks its value; text that reads like an option is written --label=text',
  ],
  'generate blank columns=4': ['blank: "columns=4" is out of place: options are written --name value'],
  'list blank': ['list: "blank" is out of place: options are written --name value'],
  'generate blank --colums 4 --rows abc --columns 99 -o x.gcode --quality': [
    'blank: unknown parameter --colums; did you mean --columns?',
    'blank: --quality lacks its value',
    'blank: --output x.gcode ends in none of .stl; say --format, or end it in / for a folder',
    'blank: --columns 99 is too large: from 1 to 12; try --columns 12',
    'blank: --rows abc is not a number; give one from 1 to 12',
  ],
}

describe.concurrent('a wrong request is told whole, a line each, and nothing is written', () => {
  test.each(Object.entries(wrong))('pegsmith %s', async (line, told) => {
    const folder = emptyFolder()
    const { code, stdout, stderr } = await pegsmith(line === '' ? [] : line.split(' '), folder)
    expect(stderr).toBe(told.map((each) => `pegsmith: ${each}\n`).join(''))
    expect({ code, stdout, files: readdirSync(folder) }).toEqual({ code: 2, stdout: '', files: [] })
  })
})

test.concurrent('parameters that contradict each other are named together with what would work', async () => {
  const { code, stderr } = await pegsmith(['generate', 'blank', '--plate-thickness', '2.5'])
  expect(code).toBe(2)
  expect(stderr).toMatch(
    /^pegsmith: blank: --plate-thickness 2\.5 is too thin to hold --mount slide-in: at least ([\d.]+); try --plate-thickness \1\n$/,
  )
})

describe.concurrent('an output that cannot be written is one line, exit code 1, and nothing changes', () => {
  test.each([
    ['folder.stl', 'folder.stl/blank.stl: is a folder'],
    ['protected.stl', 'protected.stl: is read-only'],
    ['protected.stl/part.stl', 'protected.stl/part.stl: leads through something that is no folder'],
    ['/dev/full', '/dev/full: no space is left on the device'],
  ])('%s', async (output, told) => {
    const folder = emptyFolder()
    mkdirSync(join(folder, 'folder.stl/blank.stl'), { recursive: true })
    writeFileSync(join(folder, 'protected.stl'), 'keep')
    chmodSync(join(folder, 'protected.stl'), 0o444)
    const { code, stdout, stderr } = await pegsmith(['generate', 'blank', '-o', output], folder)
    expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: '', stderr: `pegsmith: ${told}\n` })
    expect(readFileSync(join(folder, 'protected.stl'), 'utf8')).toBe('keep')
    expect(readdirSync(folder, { recursive: true }).map(String).toSorted()).toEqual([
      'folder.stl',
      'folder.stl/blank.stl',
      'protected.stl',
    ])
  })
})

test.concurrent('a reader that closes stdout early is no error; a full one is', async () => {
  expect(await shell('pegsmith generate blank -o - | head -c 20')).toMatchObject({ code: 0 })
  expect(await shell('pegsmith list | true')).toMatchObject({ code: 0, stderr: '' })
  expect(await shell('pegsmith generate blank --help | head -1')).toMatchObject({ code: 0, stderr: '' })
  expect(await shell('pegsmith generate blank 2>&1 >/dev/null | true')).toMatchObject({ code: 0 })
  if (!existsSync('/dev/full')) return
  const told = 'pegsmith: standard output: no space is left on the device\n'
  expect(await shell('pegsmith list > /dev/full')).toEqual({ code: 1, stdout: '', stderr: told })
})

test.concurrent('a file larger than the system allows is told so, and the folder made for it is gone', async () => {
  const folder = emptyFolder()
  const { code, stderr } = await shell('ulimit -f 8; pegsmith generate blank -o made/part.stl', folder)
  expect({ code, stderr }).toEqual({ code: 1, stderr: 'pegsmith: made/part.stl: is larger than a file may be there\n' })
  expect(readdirSync(folder)).toEqual([])
})

test.concurrent('a stack is told under --debug only', async () => {
  const folder = emptyFolder()
  mkdirSync(join(folder, 'blank.stl'))
  const args = ['generate', 'blank', '-o', './blank.stl/..//blank.stl/', '--debug']
  mkdirSync(join(folder, 'blank.stl/blank.stl'))
  expect((await pegsmith(args.slice(0, -1), folder)).stderr.trimEnd().split('\n')).toHaveLength(1)
  expect((await pegsmith(args, folder)).stderr).toMatch(/is a folder[^]*\n +at /)
})
