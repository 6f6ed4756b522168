import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { fileStands } from '../../src/build/store/made-file.ts'
import type { PartState } from '../../src/build/store/state.ts'
import { emptyFolder, pegsmith } from '../support/pegsmith.ts'
import { block, bytesIn, cube, eventsOf, madeBy, ofKind, project, rewrite, touchesIn } from '../support/project.ts'
import { fileWith } from '../support/settings.ts'

/** A design that takes its size from a file that it requires. */
const sized = `const { size } = require("./lib/size")\n${cube('edge = size')}`

const parts = [
  { name: 'plain' },
  { name: 'sized', design: './sized.js', formats: ['stl-ascii'] },
  { name: 'other', parameters: { edge: 7 } },
]
const files = { 'sized.js': sized, 'lib/size.js': 'exports.size = 6' }

const original = project(parts, files)
beforeAll(async () => expect(await pegsmith(['build'], original)).toMatchObject({ code: 0 }))

/** A copy of a project that was built, and what came of it. */
function built() {
  const folder = emptyFolder()
  cpSync(original, folder, { recursive: true, preserveTimestamps: true })
  return { folder, out: join(folder, 'out'), bytes: bytesIn(join(folder, 'out')) }
}

test.concurrent('with nothing to do, nothing is touched', async () => {
  const { folder, out } = built()
  const before = touchesIn(out)
  const { code, stdout, stderr } = await pegsmith(['build'], folder)
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
  expect(stderr).toMatch(/^0 made, 3 unchanged in 0\.\d s; 1 g of filament, about 0\.0\d at 24 a kilogram\n$/)
  expect(touchesIn(out)).toEqual(before)
  expect(readdirSync(join(out, '.pegsmith'))).toEqual(['state.json'])
  // Times alone are no change.
  for (const name of readdirSync(out)) utimesSync(join(out, name), 0, 0)
  utimesSync(join(folder, 'sized.js'), 0, 0)
  expect(madeBy(await pegsmith(['build', '--json'], folder))).toEqual({})
})

/** What can happen between two builds, and what the second one makes of it. */
const happenings: Record<string, [happen: (folder: string) => void, made: Record<string, string>]> = {
  'a file is gone': [(folder) => rmSync(join(folder, 'out/sized.json')), { sized: 'missing' }],
  'a file was edited by hand': [
    (folder) => appendFileSync(join(folder, 'out/sized.stl'), '\nendsolid\n'),
    { sized: 'damaged' },
  ],
  'the output is gone': [
    (folder) => rmSync(join(folder, 'out'), { recursive: true }),
    { plain: 'never made', sized: 'never made', other: 'never made' },
  ],
  'a parameter': [
    (folder) => rewrite(folder, [parts[0], parts[1], { name: 'other', parameters: { edge: 8 } }]),
    { other: 'changed' },
  ],
  'a parameter of the design': [(folder) => rewrite(folder, parts, { cube: { edge: 9 } }), { plain: 'changed' }],
  'how finely curves are cut': [
    (folder) => rewrite(folder, parts, { quality: 'draft' }),
    { plain: 'changed', sized: 'changed', other: 'changed' },
  ],
  'the formats of a part': [
    (folder) => rewrite(folder, [parts[0], { ...parts[1], formats: ['stl'] }, parts[2]]),
    { sized: 'changed' },
  ],
  'a design file': [
    (folder) => appendFileSync(join(folder, 'cube.js'), '// bigger soon'),
    { plain: 'changed', other: 'changed' },
  ],
  'a file that a design file requires': [
    (folder) => writeFileSync(join(folder, 'lib/size.js'), 'exports.size = 12'),
    { sized: 'changed' },
  ],
  'a part is added': [(folder) => rewrite(folder, [...parts, { name: 'new' }]), { new: 'never made' }],
  'the order, copies and needs': [
    (folder) => rewrite(folder, [parts[2], { ...parts[0], copies: 5, needs: ['other'] }, parts[1]]),
    {},
  ],
  'the state is lost': [
    (folder) => rmSync(join(folder, 'out/.pegsmith'), { recursive: true }),
    { plain: 'never made', sized: 'never made', other: 'never made' },
  ],
  'the state is damaged': [
    (folder) => appendFileSync(join(folder, 'out/.pegsmith/state.json'), '}'),
    { plain: 'never made', sized: 'never made', other: 'never made' },
  ],
}

describe.concurrent('a run makes what is missing, changed or damaged, says why, and leaves all else alone', () => {
  test.each(Object.entries(happenings))('%s', async (_, [happen, made]) => {
    const { folder, out, bytes } = built()
    happen(folder)
    const [before, touched] = [bytesIn(folder), existsSync(out) ? touchesIn(out) : {}]
    const plan = await pegsmith(['build', '--dry-run', '--json'], folder)
    const reasons = ofKind(eventsOf(plan), 'planned')[0].parts.filter(({ make }) => make)
    expect(Object.fromEntries(reasons.map(({ part, reason }) => [part, reason.split(':')[0]]))).toEqual(made)
    expect(bytesIn(folder)).toEqual(before)
    if (existsSync(out)) expect(touchesIn(out)).toEqual(touched)
    const run = await pegsmith(['build', '--json'], folder)
    expect(run.code, run.stderr).toBe(0)
    expect(madeBy(run)).toEqual(made)
    for (const { name } of parts.filter(({ name }) => !(name in made))) {
      for (const end of ['.stl', '.json']) expect(bytesIn(out)[name + end]).toEqual(bytes[name + end])
      expect(touchesIn(out)[`${name}.stl`]).toBe(touched[`${name}.stl`])
    }
    const { parts: known } = JSON.parse(bytesIn(out)['.pegsmith/state.json']) as { parts: Record<string, PartState> }
    for (const file of Object.values(known).flatMap((each) => each.made!.files))
      expect(fileStands(out, file), file.path).toBe('as made')
  })
})

test.concurrent('a model is read again, and what is in it counts', async () => {
  const parameters = { sculpture: 'a/m.obj' }
  const folder = project(
    [{ name: 'bust', design: 'goat-hook', parameters }],
    { 'a/m.obj': block(50) },
    { quality: 'draft' },
  )
  const made = async () => madeBy(await pegsmith(['build', '--json'], folder))
  expect(await made()).toEqual({ bust: 'never made' })
  fileWith('a/m.obj', `# A block.\n${block(50)}`, folder)
  expect(await made()).toEqual({})
  fileWith('a/m.obj', block(51), folder)
  expect(await made()).toEqual({ bust: 'changed' })
})

test.concurrent('--dry-run makes not even a folder, and tells people the plan on stdout', async () => {
  const folder = project(parts, files)
  const before = bytesIn(folder)
  const { code, stdout, stderr } = await pegsmith(['build', '--dry-run'], folder)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toBe('part         why\nplain  make  never made\nsized  make  never made\nother  make  never made\n')
  expect(bytesIn(folder)).toEqual(before)
  expect(readdirSync(folder)).not.toContain('out')
})

test.concurrent('--all makes everything, to the same bytes', async () => {
  const { folder, out, bytes } = built()
  expect(madeBy(await pegsmith(['build', '--all', '--json'], folder))).toEqual({
    plain: 'all are made',
    sized: 'all are made',
    other: 'all are made',
  })
  expect(bytesIn(out)).toEqual(bytes)
})

test.concurrent(
  'a part that is taken out of the project is told; --prune removes its files, but none that was edited',
  async () => {
    const { folder, out, bytes } = built()
    rewrite(folder, parts.slice(1, 2))
    appendFileSync(join(out, 'other.json'), '\n')
    const told = await pegsmith(['build'], folder)
    expect(told).toMatchObject({ code: 0, stdout: '' })
    expect(told.stderr).toContain(
      'pegsmith: other: no longer in the project; --prune removes other.stl, other.json\n' +
        'pegsmith: plain: no longer in the project; --prune removes plain.stl, plain.json\n',
    )
    expect(bytesIn(out)).toEqual({ ...bytes, 'other.json': `${bytes['other.json']}\n` })
    const pruned = await pegsmith(['build', '--prune', '--json'], folder)
    expect(ofKind(eventsOf(pruned), 'orphan')).toEqual([
      { event: 'orphan', part: 'other', removed: true, files: ['other.json'] },
      { event: 'orphan', part: 'plain', removed: true, files: [] },
    ])
    expect(readdirSync(out)).toEqual(['.pegsmith', 'other.json', 'sized.json', 'sized.stl'])
    expect((await pegsmith(['build'], folder)).stderr).not.toContain('no longer')
  },
)

test.concurrent('--prune --force removes what was edited, too; a part that never succeeded is forgotten', async () => {
  const folder = project([...parts, { name: 'bad', design: './bad.js' }], { ...files, 'bad.js': cube('throw 1') })
  expect((await pegsmith(['build'], folder)).code).toBe(1)
  writeFileSync(join(folder, 'out/plain.stl'), 'mine')
  rewrite(folder, parts.slice(1))
  expect((await pegsmith(['build'], folder)).stderr).toContain(
    'pegsmith: bad: no longer in the project; --prune removes what is known of it\n',
  )
  expect((await pegsmith(['build', '--prune', '--force'], folder)).stderr).toContain(
    'bad: no longer in the project, removed\nplain: no longer in the project, removed\n',
  )
  expect(readdirSync(join(folder, 'out'))).toEqual(['.pegsmith', 'other.json', 'other.stl', 'sized.json', 'sized.stl'])
})

describe.concurrent('files that pegsmith did not make', () => {
  test('keep their part from being made, the whole of it; --force replaces them', async () => {
    const folder = project(parts, files)
    fileWith('out/plain.json', 'my notes', folder)
    fileWith('out/elsewhere.stl', 'mine', folder)
    const { code, stdout, stderr } = await pegsmith(['build'], folder)
    expect(code).toBe(1)
    expect(stdout).not.toContain('plain')
    expect(stderr).toContain(
      'pegsmith: plain: out/plain.json: was not made by pegsmith: move it away, or have it replaced with --force\n',
    )
    const out = bytesIn(join(folder, 'out'))
    expect(out).toMatchObject({ 'plain.json': 'my notes', 'elsewhere.stl': 'mine' })
    expect(out).not.toHaveProperty('plain.stl')
    const forced = await pegsmith(['build', '--force', '--json'], folder)
    expect(madeBy(forced)).toEqual({ plain: 'failed before' })
    expect(JSON.parse(readFileSync(join(folder, 'out/plain.json'), 'utf8'))).toMatchObject({ design: 'cube' })
    expect(bytesIn(join(folder, 'out'))['elsewhere.stl']).toBe('mine')
  })

  test('are taken over where they are the same to the byte', async () => {
    const { folder, out, bytes } = built()
    rmSync(join(out, '.pegsmith'), { recursive: true })
    const before = touchesIn(out)
    expect((await pegsmith(['build'], folder)).code).toBe(0)
    expect(bytesIn(out)).toEqual(bytes)
    expect(Object.keys(before)).toHaveLength(6)
  })

  test('are safe though they lie where a folder cannot be replaced', async () => {
    const folder = project(parts, files)
    mkdirSync(join(folder, 'out/plain.stl/deep'), { recursive: true })
    for (const args of [['build'], ['build', '--force']]) {
      const { code, stderr } = await pegsmith(args, folder)
      expect(code).toBe(1)
      expect(stderr).toContain(
        'pegsmith: plain: out/plain.stl: is no plain file, or lies behind a link: move it away\n',
      )
    }
    expect(readdirSync(join(folder, 'out/plain.stl'))).toEqual(['deep'])
  })

  test('came in the place of files of a part that was made, and are told from them by what is known', async () => {
    const { folder, out } = built()
    rmSync(join(out, '.pegsmith'), { recursive: true })
    appendFileSync(join(out, 'other.stl'), 'mine now')
    const before = touchesIn(out)
    const { code, stderr } = await pegsmith(['build'], folder)
    expect(code).toBe(1)
    expect(stderr).toContain('pegsmith: other: out/other.stl: was not made by pegsmith')
    expect(touchesIn(out)['other.stl']).toBe(before['other.stl'])
    expect(touchesIn(out)['other.json']).toBe(before['other.json'])
  })
})
