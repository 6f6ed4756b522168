import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { emptyFolder, pegsmith } from '../support/pegsmith.ts'
import { bytesIn, cube, project, touchesIn } from '../support/project.ts'
import { fileWith } from '../support/settings.ts'

/** A project with nothing wrong, and what is in it besides. */
const files = {
  'pegsmith.toml': '[[part]]\nname = "a"\ndesign = "./cube.js"\n',
  'cube.js': cube(),
  'two/pegsmith.toml': '[[part]]\ndesign = "blank"\n',
  'two/pegsmith.yaml': 'part: [{ design: blank }]\n',
  'bare/pegsmith.toml': 'board = "skadis"\n',
  'ini/pegsmith.ini': 'board = skadis\n',
  'file/out': 'mine',
}

/** What is typed in which folder, and all of stderr. */
const typed: Record<string, string[]> = {
  '. build --shard 0/5': ['build: --shard 0/5 is none of 5: they count from 1/5 to 5/5'],
  '. build --shard 1/0': ['build: --shard 1/0 has 0 shares: there can be 1 to 10000'],
  '. build --shard half': ['build: --shard half is no share: write 2/5 for the second of five'],
  '. build --backoff x --jobs 0 --retry maybe --timeout 0': [
    'build: --backoff x is no list of seconds; write them like 10,30,60,120, each at most 86400',
    'build: --jobs 0 is too small: from 1 to 256; try --jobs 1',
    'build: --timeout 0 is too small: from 0.1 to 86400; try --timeout 0.1',
    'build: --retry maybe is none of none, limited, forever',
  ],
  '. build --backoff 10,,30': [
    'build: --backoff 10,,30 is no list of seconds; write them like 10,30,60,120, each at most 86400',
  ],
  '. build --preset draft': ['a: preset draft is none of the presets, for there are none'],
  '. build --job 2': ['build: unknown parameter --job; did you mean --jobs?'],
  '. build --columns 2': ['pegsmith.toml: --columns means nothing: no part of the project has it'],
  '. build --dry-run --watch': ['build: --dry-run and --watch cannot go together'],
  '. build --recover --dry-run': ['build: --dry-run and --recover cannot go together'],
  '. build aa': ['build: aa is no part of the project; did you mean a?'],
  '. build other.toml': ['other.toml: cannot be read: no such file or folder'],
  '. build pegsmith.toml two/pegsmith.yaml': ['build: one project at a time: pegsmith.toml, two/pegsmith.yaml'],
  '. build -o .pegsmith/out': [
    '.pegsmith/out: lies in a .pegsmith folder, where the state of builds is kept: choose another output folder',
  ],
  '. build -o two/../.pegsmith': [
    'two/../.pegsmith: lies in a .pegsmith folder, where the state of builds is kept: choose another output folder',
  ],
  '. build -o cube.js': ['cube.js: is no folder, which the output of a build must be'],
  'two build': ['pegsmith.toml and pegsmith.yaml: lie side by side: say which with --conf, or keep only one'],
  'bare build': ['pegsmith.toml:1: lists no parts: pegsmith init writes a file that does'],
  'ini build': ['pegsmith.ini:1: lists no parts: pegsmith init writes a file that does'],
}

describe.concurrent('a wrong request is told whole, a line each, and nothing is made or touched', () => {
  test.each(Object.entries(typed))('%s', async (line, told) => {
    const folder = emptyFolder()
    for (const [name, text] of Object.entries(files)) fileWith(name, text, folder)
    const [where, ...args] = line.split(' ')
    const before = touchesIn(folder)
    const { code, stdout, stderr } = await pegsmith(args, join(folder, where))
    expect(stderr).toBe(told.map((each) => `pegsmith: ${each}\n`).join(''))
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(touchesIn(folder)).toEqual(before)
  })
})

/** A project file, and all that is told of it. */
const wrong: Record<string, [toml: string, told: string[]]> = {
  'keys that nothing knows': [
    'outptu = "x"\ncolour = 3\n[build]\njob = 2\n[[part]]\nname = "a"\ndesign = "blank"\nneed = "b"\n[part.parameters]\ncolums = 3\n',
    [
      'pegsmith.toml:1: no design has outptu; did you mean output?',
      'pegsmith.toml:2: no design has colour',
      'pegsmith.toml:4: build has no job; did you mean jobs?',
      'pegsmith.toml:8: a part has no need; did you mean needs?',
      'pegsmith.toml:10: blank has no colums; did you mean columns?',
    ],
  ],
  'names, needs and sweeps': [
    `[[part]]\nname = "../x"\ndesign = "blank"\n[[part]]\nname = "a"\ndesign = "blank"\nneeds = "b"\n[[part]]\nname = "b"\ndesign = "blank"\nneeds = "a"
[[part]]\nname = "A"\ndesign = "blank"\nneeds = ["bb"]\n`,
    [
      'pegsmith.toml:2: ../x has "/" in it, which names of files cannot have',
      'pegsmith.toml:13: A is the same file as "a" on some systems: pegsmith.toml:5 has that',
      'pegsmith.toml:13: A needs "bb", which is no part; did you mean b?',
      'pegsmith.toml:5: a waits for itself: a → b → a',
    ],
  ],
  'a sweep of a million': [
    `[[part]]\ndesign = "blank"\nname = "a"\n[part.parameters]\ncolumns = [${Array(1000).fill(1).join()}]\nrows = [${Array(1000).fill(2).join()}]\n`,
    ['pegsmith.toml:2: brings the project to 1000000 parts, of which it can have 10000'],
  ],
  'values of several parts, and of the whole': [
    `jobs = 0\nboard = "skadi"\n[[part]]\nname = "a"\ndesign = "blank"\nparameters = { columns = 99 }
[[part]]\nname = "b"\ndesign = "./cube.js"\nparameters = { edge = [5, 500] }
[[part]]\nname = "c"\ndesign = "goat-hook"\nparameters = { sculpture = "none.stl" }
[[part]]\nname = "d"\ndesign = "blnk"\n[[part]]\nname = "e"\ndesign = "none.js"\n`,
    [
      'pegsmith.toml:17: blnk: no such design; did you mean blank?',
      'pegsmith.toml:20: none.js: no such file',
      'pegsmith.toml:1: jobs 0 is too small: from 1 to 256; try jobs 1',
      'a: pegsmith.toml:6: columns 99 is too large: from 1 to 12; try columns 12',
      'a: pegsmith.toml:2: board skadi is none of us-quarter-inch, us-eighth-inch, metric-25, skadis; did you mean skadis? (and so c)',
      'b-edge-500: pegsmith.toml:10: edge 500 is too large: from 1 to 50; try edge 50',
      'c: pegsmith.toml:14: sculpture none.stl cannot be read: no such file or folder',
    ],
  ],
  'what does not parse': [
    '[[part]\nname = 3',
    ['pegsmith.toml:2:1: the key, equals sign, and value must be on the same line; there is name'],
  ],
}

describe.concurrent(
  'a wrong project file is told whole, each line with its place, and nothing is made or touched',
  () => {
    test.each(Object.entries(wrong))('%s', async (_, [toml, told]) => {
      const folder = emptyFolder()
      fileWith('pegsmith.toml', toml, folder)
      fileWith('cube.js', cube(), folder)
      const before = touchesIn(folder)
      for (const command of ['build', 'status']) {
        const { code, stdout, stderr } = await pegsmith([command], folder)
        expect(stderr).toBe(told.map((each) => `pegsmith: ${each}\n`).join(''))
        expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      }
      expect(touchesIn(folder)).toEqual(before)
    })
  },
)

test.concurrent('links that lead out of the output folder are refused; what they lead to stays as it was', async () => {
  const folder = project([{ name: 'a' }, { name: 'b' }])
  fileWith('mine/a.stl', 'mine', folder)
  mkdirSync(join(folder, 'out'))
  symlinkSync('../mine/a.stl', join(folder, 'out/a.stl'))
  symlinkSync('../mine', join(folder, 'out/.pegsmith'))
  symlinkSync('nowhere', join(folder, 'out/b.json'))
  const before = touchesIn(folder)
  const reason = 'is a link that leads out of the output folder: remove it, or choose another folder'
  for (const args of [[], ['--force'], ['--dry-run'], ['--recover']]) {
    const { code, stdout, stderr } = await pegsmith(['build', ...args], folder)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toBe(['a.stl', 'b.json', '.pegsmith'].map((name) => `pegsmith: out/${name}: ${reason}\n`).join(''))
  }
  expect(touchesIn(folder)).toEqual(before)
  for (const name of ['a.stl', 'b.json', '.pegsmith']) rmSync(join(folder, 'out', name))
  // The output itself may be a link: that is where somebody wants it.
  rmSync(join(folder, 'out'), { recursive: true })
  symlinkSync('mine', join(folder, 'out'))
  expect((await pegsmith(['build', 'b'], folder)).code).toBe(0)
  expect(Object.keys(bytesIn(join(folder, 'mine')))).toEqual(['.pegsmith/state.json', 'a.stl', 'b.json', 'b.stl'])
})

test.concurrent('an output that cannot be made or written fails in one line, and nothing is left there', async () => {
  const folder = project([{ name: 'a' }])
  fileWith('file', 'mine', folder)
  const { code, stdout, stderr } = await pegsmith(['build', '-o', 'file/out'], folder)
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toMatch(/^pegsmith: file\/out.*\n$/)
  expect(Object.keys(bytesIn(folder))).toEqual(['cube.js', 'file', 'pegsmith.json'])
})
