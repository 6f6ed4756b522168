import { appendFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emptyFolder, pegsmith } from '../support/pegsmith.ts'
import { bytesIn, cube, project, rewrite, touchesIn, unless } from '../support/project.ts'
import { fileWith } from '../support/settings.ts'

const parts = [
  { name: 'good' },
  { name: 'edited', parameters: { edge: 3 } },
  { name: 'lost' },
  { name: 'other', parameters: { edge: 4 } },
  { name: 'bad', design: './bad.js' },
  { name: 'waits', needs: ['bad'] },
  { name: 'gone' },
]
const files = { 'bad.js': cube(unless('glue')) }

test.concurrent('status tells how each part stands, and changes nothing', async () => {
  const folder = project(parts, files)
  const untouched = touchesIn(folder)
  const fresh = await pegsmith(['status'], folder)
  expect(fresh).toMatchObject({ code: 0, stderr: '' })
  expect(fresh.stdout.split('\n').map((line) => line.trimEnd())).toEqual([
    'part    state',
    ...parts.map(({ name }) => `${name.padEnd(8)}never made`),
    '',
  ])
  expect(touchesIn(folder)).toEqual(untouched)

  const begun = new Date().toISOString()
  expect((await pegsmith(['build'], folder)).code).toBe(1)
  const out = join(folder, 'out')
  appendFileSync(join(out, 'edited.stl'), 'x')
  rmSync(join(out, 'lost.json'))
  const listed = parts.slice(0, -1).map((part) => (part.name === 'other' ? { ...part, parameters: { edge: 5 } } : part))
  rewrite(folder, [...listed, { name: 'new' }])
  const [before, touched] = [bytesIn(folder), touchesIn(folder)]

  const told = await pegsmith(['status', '--json'], folder)
  expect(told).toMatchObject({ code: 0, stderr: '' })
  const bad = { error: 'bad.js:5: there is no glue', at: expect.any(String) as string }
  const rows = JSON.parse(told.stdout) as { part: string; at?: string }[]
  expect(rows).toEqual([
    { part: 'good', state: 'up to date', files: ['good.stl', 'good.json'], details: [] },
    { part: 'edited', state: 'damaged', files: ['edited.stl', 'edited.json'], details: ['edited.stl'] },
    { part: 'lost', state: 'missing', files: ['lost.stl', 'lost.json'], details: ['lost.json'] },
    { part: 'other', state: 'changed', files: ['other.stl', 'other.json'], details: ['edge 4 → 5'] },
    { part: 'bad', state: 'failed', files: [], details: [], ...bad },
    { part: 'waits', state: 'never made', files: [], details: [] },
    { part: 'new', state: 'never made', files: [], details: [] },
    { part: 'gone', state: 'no longer in the project', files: ['gone.stl', 'gone.json'], details: [] },
  ])
  const at = rows.find(({ part }) => part === 'bad')!.at!
  expect(at > begun && at < new Date().toISOString()).toBe(true)

  const shown = await pegsmith(['status'], folder)
  const minute = `${at.slice(0, 16).replace('T', ' ')} UTC`
  expect(shown.stdout.split('\n').map((line) => line.trimEnd())).toEqual([
    'part    state',
    'good    up to date',
    'edited  damaged                   edited.stl',
    'lost    missing                   lost.json',
    'other   changed                   edge 4 → 5',
    `bad     failed                    ${minute}: bad.js:5: there is no glue`,
    'waits   never made',
    'new     never made',
    'gone    no longer in the project  gone.stl, gone.json',
    '',
  ])
  expect(bytesIn(folder)).toEqual(before)
  expect(touchesIn(folder)).toEqual(touched)

  writeFileSync(join(folder, 'glue'), '')
  expect((await pegsmith(['build', '--prune'], folder)).code).toBe(0)
  expect((await pegsmith(['status'], folder)).stdout.match(/up to date/g)).toHaveLength(7)
})

test.concurrent('status of some parts, with what they need, from wherever one is', async () => {
  const folder = project(parts, { ...files, 'deep/note': '' })
  const names = async (...args: string[]) => {
    const { stdout } = await pegsmith(['status', '--json', ...args], join(folder, 'deep'))
    return (JSON.parse(stdout) as { part: string }[]).map(({ part }) => part)
  }
  expect(await names('waits')).toEqual(['bad', 'waits'])
  expect(await names('../pegsmith.json', 'lost', 'good')).toEqual(['good', 'lost'])
  const wrong = await pegsmith(['status', 'loost'], folder)
  expect(wrong).toMatchObject({ code: 2, stdout: '' })
  expect(wrong.stderr).toMatch(/: loost is no part of the project; did you mean lost\?\n$/)
})

test.concurrent('status of a project whose state is damaged, or of none', async () => {
  const folder = project(parts, files)
  fileWith('out/.pegsmith/state.json', '{"version":1,', folder)
  const { code, stdout, stderr } = await pegsmith(['status'], folder)
  expect(code).toBe(0)
  expect(stdout.match(/never made/g)).toHaveLength(parts.length)
  expect(stderr).toBe(
    'pegsmith: status: warning: out/.pegsmith/state.json is damaged: what it told of the parts is lost, and they are made again\n',
  )
  expect(bytesIn(join(folder, 'out'))).toEqual({ '.pegsmith/state.json': '{"version":1,' })
  fileWith('out/.pegsmith/state.json', '{"version":2,"parts":{}}', folder)
  for (const command of ['status', 'build']) {
    const newer = await pegsmith([command], folder)
    expect(newer).toMatchObject({ code: 1, stdout: '' })
    expect(newer.stderr).toBe(
      'pegsmith: out/.pegsmith/state.json: was written by a newer pegsmith (version 2, and this one reads 1)\n',
    )
  }
  const none = await pegsmith(['status'], emptyFolder())
  expect(none).toMatchObject({ code: 2, stdout: '' })
  expect(none.stderr).toMatch(/there is no project file here or above: pegsmith init writes one to begin with\n$/)
})
