import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { readState } from '../../src/build/store/read-state.ts'
import { openStore } from '../../src/build/store/store.ts'
import { emptyFolder } from '../support/pegsmith.ts'
import { bundled, ended, start } from '../support/run-script.ts'
import { filesBy, filesOf, makePart, outputOf } from './wall.ts'

const parts = ['a', 'b', 'plates/']
let output: string
let state: string
let text: string
beforeAll(async () => {
  output = emptyFolder()
  state = join(output, '.pegsmith/state.json')
  const store = await openStore(output)
  for (const part of parts) await makePart(store, part, 1)
  await store.close()
  text = readFileSync(state, 'utf8')
})

/** A damaged state is told, and costs nothing but the time to make the parts again, after which it is as it was. */
async function expectOnlyTimeIsLost(): Promise<void> {
  const store = await openStore(output)
  expect(store.news.join()).toMatch(/state\.json is damaged/)
  expect([...store.parts.keys()]).toEqual([])
  expect(outputOf(output)).toEqual(new Map(parts.flatMap((part) => [...filesOf(part, 1)])))
  for (const part of parts) await makePart(store, part, 1)
  await store.close()
  expect(readFileSync(state, 'utf8')).toBe(text)
}

test('a state that is cut off at any length is as good as none, which is told', async () => {
  for (let length = 0; length < text.length - 1; length++) {
    writeFileSync(state, text.slice(0, length))
    const { parts, news } = readState(output)
    expect([parts.size, news.length], String(length)).toEqual([0, 1])
    if (length % 200 === 0) await expectOnlyTimeIsLost()
  }
})

test('without its last end of line, it is whole', () => {
  writeFileSync(state, text.trimEnd())
  expect([readState(output).parts.size, readState(output).news]).toEqual([3, []])
})

test('a state of the wrong shape is as good as none', async () => {
  const file = { path: 'a.stl', sha256: '0'.repeat(64), bytes: 1 }
  const made = { fingerprint: 'f', files: [file] }
  const part = { made, attempts: 1 }
  const files = [null, 1, {}, { ...file, bytes: -1 }, { ...file, sha256: 'x' }, { ...file, path: 1 }]
  const paths = [
    '',
    '/etc/passwd',
    '../a',
    'a/../../b',
    '.',
    'a//b',
    '.pegsmith/state.json',
    '.PegSmith/x',
    'a\\b',
    'c:',
  ]
  const wrong = [
    ...[null, 1, 'x', [], { attempts: null }, { ...part, attempts: -1 }, { ...part, made: null }],
    ...[null, 1, [], { error: 'x' }, { error: 1, at: '' }].map((failure) => ({ ...part, failure })),
    ...[{ files: [] }, { ...made, files: null }, { ...made, mass: '1' }, { ...made, size: [1, 2] }].map((made) => ({
      made,
      attempts: 1,
    })),
    ...[...files, ...paths.map((path) => ({ ...file, path }))].map((each) => ({
      made: { ...made, files: [file, each] },
      attempts: 1,
    })),
  ]
  const states = [
    null,
    [],
    {},
    { version: 1 },
    { version: 0, parts: {} },
    { version: '1', parts: {} },
    { version: 1, parts: [] },
  ]
  for (const each of [...states, ...wrong.map((part) => ({ version: 1, parts: { part } }))]) {
    writeFileSync(state, JSON.stringify(each))
    expect([readState(output).parts.size, readState(output).news.length], JSON.stringify(each)).toEqual([0, 1])
  }
  writeFileSync(state, JSON.stringify({ version: 1, parts: { part } }))
  expect([...readState(output).parts]).toEqual([['part', part]])
})

test('a state with any bytes changed is read as something or nothing, and never stops a build', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(text.length), fc.nat(255)), { minLength: 1, maxLength: 4 }), (changes) => {
      const bytes = Buffer.from(text)
      for (const [at, byte] of changes) bytes[at] = byte
      writeFileSync(state, bytes)
      try {
        const { parts, news } = readState(output)
        expect(news.length === 1 ? parts.size : 0).toBe(0)
      } catch (error) {
        expect(String(error)).toMatch(/was written by a newer pegsmith/)
      }
    }),
    { numRuns: 500 },
  )
})

test('the state of a newer version is refused, and left as it is', async () => {
  const newer = JSON.stringify({ version: 2, parts: [] })
  writeFileSync(state, newer)
  await expect(openStore(output)).rejects.toThrow(/state\.json: was written by a newer pegsmith \(version 2/)
  expect(readFileSync(state, 'utf8')).toBe(newer)
  rmSync(state)
  await (await openStore(output)).close()
})

test('a journal that is cut off at any length, or has any bytes changed, leaves each part all old or all new', async () => {
  // Two parts are promised, and nothing of them is in place.
  const left = emptyFolder()
  const store = await openStore(left)
  for (const part of parts) await makePart(store, part, 1)
  await store.close()
  const work = await bundled('test/build/work.ts')
  const DISK_LOG = join(emptyFolder(), 'log')
  const trial = join(emptyFolder(), 'out')
  cpSync(left, trial, { recursive: true })
  await ended(start(work, ['once', trial], { DISK_LOG }))
  const calls = readFileSync(DISK_LOG, 'utf8').split('\n')
  const rename = calls.findIndex((call) => /^rename \S*staging\/\d/.test(call)) + 1
  await ended(start(work, ['once', left], { DISK_FAULT: `kill-before:${rename}` }))
  const journal = readFileSync(join(left, '.pegsmith/journal'))
  expect(readState(left).waiting.length).toBeGreaterThan(0)

  const newest = new Map<string, number>()
  async function check(bytes: Uint8Array, damaged = false): Promise<void> {
    const output = join(emptyFolder(), 'out')
    cpSync(left, output, { recursive: true })
    writeFileSync(join(output, '.pegsmith/journal'), bytes)
    const store = await openStore(output)
    expect(outputOf(output)).toEqual(filesBy(store.parts, new Map()))
    expect(store.news.join().includes('journal is damaged: 1 of its lines')).toBe(damaged)
    const count = [...store.parts.values()].filter(({ made }) => made!.fingerprint === '2').length
    newest.set(String(count), bytes.length)
    await store.close()
  }
  for (let length = 0; length <= journal.length; length += 61) await check(journal.subarray(0, length))
  for (let at = 0; at < journal.length; at += 61)
    await check(
      journal.map((byte, i) => (i === at ? byte ^ 1 : byte)),
      true,
    )
  await check(journal)
  expect(newest.size).toBeGreaterThan(1)
})
