import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pegsmith } from '../support/pegsmith.ts'
import { bytesIn, cube, eventsOf, madeBy, ofKind, project, rewrite, unless } from '../support/project.ts'

const chain = [
  { name: 'd', needs: ['c', 'alone'] },
  { name: 'c', needs: ['b'] },
  { name: 'b', needs: ['a'] },
  { name: 'a' },
  { name: 'alone' },
]

test.concurrent('a part is begun after all that it needs, whatever the order of the file', async () => {
  const events = eventsOf(await pegsmith(['build', '--json', '--jobs', '2'], project(chain)))
  const told = events.flatMap((each) => ('worker' in each ? [`${each.event} ${each.part}`] : []))
  for (const { name, needs = [] } of chain) {
    for (const need of needs) {
      expect(told.indexOf(`ended ${need}`), need).toBeGreaterThanOrEqual(0)
      expect(told.indexOf(`started ${name}`), name).toBeGreaterThan(told.indexOf(`ended ${need}`))
    }
  }
  expect(ofKind(events, 'made').map(({ part }) => part)).toEqual(['d', 'c', 'b', 'a', 'alone'])
})

test.concurrent(
  'what needs a failed part is skipped and named, everything else is made, and the next run makes up for it',
  async () => {
    const folder = project(
      chain.map((each) => (each.name === 'b' ? { ...each, design: './b.js' } : each)),
      { 'b.js': cube(unless('glue')) },
    )
    const first = await pegsmith(['build', '--json'], folder)
    expect(first.code).toBe(1)
    const events = eventsOf(first)
    expect(ofKind(events, 'failed')).toMatchObject([{ part: 'b', error: 'b.js:5: there is no glue', attempts: 1 }])
    expect(ofKind(events, 'skipped')).toEqual([
      { event: 'skipped', part: 'd', because: 'c' },
      { event: 'skipped', part: 'c', because: 'b' },
    ])
    expect(madeBy(first)).toEqual({ a: 'never made', alone: 'never made' })
    expect(ofKind(events, 'done')[0].summary).toMatchObject({ made: 2, unchanged: 0, failed: 1, skipped: 2 })
    expect(Object.keys(bytesIn(join(folder, 'out')))).toEqual([
      '.pegsmith/state.json',
      'a.json',
      'a.stl',
      'alone.json',
      'alone.stl',
    ])

    const again = await pegsmith(['build'], folder)
    expect(again).toMatchObject({ code: 1, stdout: '' })
    expect(again.stderr.replace(/[\d.]+ s;.*/, '…')).toBe(`3 of 5 parts to make
pegsmith: d: skipped, for it needs c
pegsmith: c: skipped, for it needs b
pegsmith: b: b.js:5: there is no glue
0 made, 2 unchanged, 1 failed, 2 skipped in …
`)

    writeFileSync(join(folder, 'glue'), '')
    const mended = await pegsmith(['build', '--json'], folder)
    expect(mended.code).toBe(0)
    expect(madeBy(mended)).toEqual({ d: 'never made', c: 'never made', b: 'failed before' })
    expect(ofKind(eventsOf(mended), 'unchanged').map(({ part }) => part)).toEqual(['a', 'alone'])
  },
)

test.concurrent('what a failed part had before stays as it was, and so does what is skipped', async () => {
  const folder = project(
    [
      { name: 'a', design: './a.js' },
      { name: 'b', needs: ['a'] },
    ],
    { 'a.js': cube() },
  )
  await pegsmith(['build'], folder)
  const before = bytesIn(join(folder, 'out'))
  writeFileSync(join(folder, 'a.js'), cube('throw new Error("not today")'))
  rewrite(folder, [
    { name: 'a', design: './a.js' },
    { name: 'b', needs: ['a'], parameters: { edge: 9 } },
  ])
  expect((await pegsmith(['build'], folder)).code).toBe(1)
  const { '.pegsmith/state.json': state, ...files } = bytesIn(join(folder, 'out'))
  const { '.pegsmith/state.json': stateBefore, ...filesBefore } = before
  expect(files).toEqual(filesBefore)
  type State = { parts: Record<string, { made: unknown; failure?: { error: string } }> }
  const [now, then] = [state, stateBefore].map((text) => (JSON.parse(text) as State).parts)
  expect(now.a).toEqual({ ...then.a, failure: { error: 'a.js:5: not today', at: expect.any(String) } })
  expect(now.b).toEqual(then.b)
  // Mended as it was before, it is up to date but for the failure; what needs it was left out, not failed.
  writeFileSync(join(folder, 'a.js'), cube())
  expect(madeBy(await pegsmith(['build', '--json'], folder))).toEqual({ a: 'failed before', b: 'changed' })
})

test.concurrent('parts are asked for by their names or those of sweeps, and come with what they need', async () => {
  const folder = project([
    { name: 'x', needs: ['sweep'] },
    { name: 'sweep', parameters: { edge: [2, 3] }, needs: ['base'] },
    { name: 'base' },
    { name: 'other' },
  ])
  const made = async (...names: string[]) => Object.keys(madeBy(await pegsmith(['build', ...names, '--json'], folder)))
  expect(await made('base')).toEqual(['base'])
  expect(await made('sweep-edge-3')).toEqual(['sweep-edge-3'])
  expect(await made('sweep')).toEqual(['sweep-edge-2'])
  expect(await made('x', 'base', '--all')).toEqual(['x', 'sweep-edge-2', 'sweep-edge-3', 'base'])
  expect(await made()).toEqual(['other'])
  const before = readFileSync(join(folder, 'out/.pegsmith/state.json'))
  const wrong = await pegsmith(['build', 'bass', 'x', 'nonsense'], folder)
  expect(wrong).toMatchObject({ code: 2, stdout: '' })
  expect(wrong.stderr).toBe(
    'pegsmith: build: bass is no part of the project; did you mean base?\n' +
      'pegsmith: build: nonsense is no part of the project; pegsmith status lists them\n',
  )
  expect(readFileSync(join(folder, 'out/.pegsmith/state.json'))).toEqual(before)
})
