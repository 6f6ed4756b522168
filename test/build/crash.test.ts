import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { readState } from '../../src/build/store/read-state.ts'
import { openStore } from '../../src/build/store/store.ts'
import { emptyFolder } from '../support/pegsmith.ts'
import { bundled, ended, type Ended, start, twoByTwo } from '../support/run-script.ts'
import { filesBy, filesOf, lay, makePart, outputOf } from './wall.ts'

/** Somebody's own files, one of them where a part would go. */
const others = new Map([
  ['d.stl', 'my own'],
  ['notes/note.txt', 'mine, too'],
])

// A process for each step takes its time where others want the cores, too.
vi.setConfig({ testTimeout: 240_000 })

let work: string
/** An output folder in which a build has ended. */
let before: string
/** What the work does to the disk, a line for each call. */
let calls: readonly string[]

/** Does the work in a copy of an output folder. */
async function run(how: string, from: string, env: NodeJS.ProcessEnv = {}): Promise<Ended & { output: string }> {
  const output = join(emptyFolder(), 'out')
  cpSync(from, output, { recursive: true })
  return { output, ...(await ended(start(work, [how, output], env))) }
}

async function callsOf(how: string, from: string): Promise<string[]> {
  const DISK_LOG = join(emptyFolder(), 'log')
  const { by, lines } = await run(how, from, { DISK_LOG })
  expect([by, lines.at(-1)]).toEqual([0, 'closed'])
  return readFileSync(DISK_LOG, 'utf8').trim().split('\n')
}

/** Every instant at which to kill the work, as the disk sees it: between one call and the next, and in the middle of what is written. */
const kills = (calls: readonly string[]) => [
  ...calls.flatMap((call, i) => [
    `kill-before:${i + 1}`,
    ...(/^(write|append)/.test(call) ? [`kill-half:${i + 1}`] : []),
  ]),
  `kill-after:${calls.length}`,
]

/** Does the work in copies of an output folder, disturbed in each way, two at a time. */
const runEach = (
  how: string,
  from: string,
  disturbances: readonly string[],
  check: (outcome: Ended & { output: string }, disturbance: string) => Promise<void>,
) =>
  twoByTwo(disturbances, async (DISK_FAULT) => {
    const outcome = await run(how, from, { DISK_FAULT })
    await check(outcome, DISK_FAULT)
    rmSync(outcome.output, { recursive: true })
  })

/** The next build finds every part all old or all new, and leaves nothing but what it knows of. */
async function expectWhole(output: string): Promise<Map<string, string>> {
  const told = readState(output)
  const store = await openStore(output)
  const versions = new Map([...store.parts].map(([part, { made }]) => [part, made?.fingerprint ?? 'none']))
  expect([...store.parts.keys()].toSorted()).toEqual([...told.parts.keys()].toSorted())
  expect(outputOf(output)).toEqual(filesBy(store.parts, others))
  await store.close()
  expect(outputOf(output)).toEqual(filesBy(store.parts, others))
  expect(readdirSync(join(output, '.pegsmith'))).toEqual(['state.json'])
  return versions
}

/** What may be known of each part, whenever the work was interrupted. */
const allowed: Record<string, readonly (string | undefined)[]> = {
  a: ['1', '2'],
  'plates/': ['1', '2'],
  c: [undefined, '1'],
  d: [undefined, 'none'],
  e: [undefined, '1'],
}

async function expectOldOrNew(output: string): Promise<Map<string, string>> {
  const versions = await expectWhole(output)
  for (const part of Object.keys(allowed)) expect(allowed[part]).toContain(versions.get(part))
  return versions
}

beforeAll(async () => {
  work = await bundled('test/build/work.ts')
  before = emptyFolder()
  const store = await openStore(before)
  for (const part of ['a', 'plates/', 'e']) await makePart(store, part, 1)
  await store.close()
  lay(before, others)
  calls = await callsOf('once', before)
})

test('a part is flushed before it is promised, promised before it is put in place, and forgotten after all is on the disk', () => {
  const at = (pattern: RegExp) => calls.flatMap((call, i) => (pattern.test(call) ? [i] : []))
  const [written] = at(/^write\w* \S*journal/)
  const [promised] = at(/^fdatasync \S*journal/)
  expect(at(/^fsync \S*staging\/1\/a\.(stl|json)/).filter((i) => i < written)).toHaveLength(2)
  expect(written).toBeLessThan(promised)
  const moves = at(/^rename \S*staging\/1\/a\./)
  expect(moves).toHaveLength(2)
  expect(promised).toBeLessThan(moves[0])
  const [folder, state, own, forgotten] = [
    at(/^fsync \S*\/out$/).at(-1)!,
    at(/^rename \S*state\.json \S*state\.json$/).at(-1)!,
    at(/^fsync \S*\.pegsmith$/).at(-1)!,
    at(/^rm \S*journal/).at(-1)!,
  ]
  expect([folder, state, own, forgotten]).toEqual([folder, state, own, forgotten].toSorted((a, b) => a - b))
  expect(moves.at(-1)).toBeLessThan(folder)
})

test('killed at any step of a build, the next one finds each part all old or all new', async () => {
  const outcomes = new Set<string>()
  await runEach('once', before, kills(calls), async ({ by, output }, DISK_FAULT) => {
    expect(by, DISK_FAULT).toBe('SIGKILL')
    outcomes.add([...(await expectOldOrNew(output))].join(' '))
  })
  // From nothing done, over some of it, to all.
  expect(outcomes.size).toBeGreaterThan(3)
})

test('killed at any step while it makes up for a kill, too', async () => {
  // Some of a part is in place and the rest is promised; all is in place and not yet in the state.
  const renames = calls.flatMap((call, i) => (/^rename \S*staging\/\d/.test(call) ? [i + 1] : []))
  for (const at of [renames[1], renames.at(-1)! + 1]) {
    const { output: left } = await run('once', before, { DISK_FAULT: `kill-before:${at}` })
    expect(existsSync(join(left, '.pegsmith/journal'))).toBe(true)
    const { output: undisturbed } = await run('open', left)
    const versions = await expectOldOrNew(undisturbed)
    await runEach('open', left, kills(await callsOf('open', left)), async ({ by, output }, DISK_FAULT) => {
      expect(by, DISK_FAULT).toBe('SIGKILL')
      expect(await expectOldOrNew(output)).toEqual(versions)
    })
  }
})

/** Where the work is done. */
const all = { a: '2', 'plates/': '2', c: '1' }

/** The number of the first call, of a run that is disturbed or not, that fits a pattern. */
async function callLike(pattern: RegExp, env: NodeJS.ProcessEnv = {}): Promise<number> {
  const DISK_LOG = join(emptyFolder(), 'log')
  await run('retried', before, { DISK_LOG, ...env })
  return (
    readFileSync(DISK_LOG, 'utf8')
      .split('\n')
      .findIndex((call) => pattern.test(call)) + 1
  )
}

test('what was half written of the journal does not hide what is promised after it', async () => {
  const trouble = `EIO:${await callLike(/^write\w* \S*journal/)}`
  const saved = await callLike(/^rename \S*state\.json/, { DISK_FAULT: trouble })
  const { by, lines, output } = await run('retried', before, { DISK_FAULT: `${trouble},kill-before:${saved}` })
  expect(by).toBe('SIGKILL')
  expect(lines.filter((line) => line.startsWith('error FileProblem EIO')).length).toBeGreaterThan(0)
  expect(Object.fromEntries(await expectOldOrNew(output))).toMatchObject(all)
})

test('what somebody puts in a place before an interrupted build is finished stays, and the part fails', async () => {
  const { output } = await run('once', before, {
    DISK_FAULT: `kill-before:${await callLike(/^rename \S*staging\/\d/)}`,
  })
  expect(readState(output).waiting).toContain('a')
  writeFileSync(join(output, 'a.json'), 'edited')
  const store = await openStore(output)
  expect(store.parts.get('a')!.made!.fingerprint).toBe('1')
  expect(store.parts.get('a')!.failure!.error).toMatch(/a\.json: was not made by pegsmith/)
  const old = new Map([...filesOf('a', 1), ['a.json', 'edited']])
  expect(new Map([...outputOf(output)].filter(([path]) => path.startsWith('a.')))).toEqual(new Map([...old].toSorted()))
  // It is listed for the part, as it was: it may be made again.
  await makePart(store, 'a', 2)
  await store.close()
  await expectWhole(output)
})

const troubles = ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EMFILE']

test('on a disk that takes no more from any step on, what was there stays whole, and the error tells a file and the code', async () => {
  await runEach(
    'once',
    before,
    calls.map((_, i) => `${troubles[i % troubles.length]}:${i + 1}+`),
    async ({ by, lines, output }, DISK_FAULT) => {
      expect(by, DISK_FAULT).toBe(0)
      const errors = lines.filter((line) => line.startsWith('error') && !line.includes('was not made by pegsmith'))
      expect(errors.length, DISK_FAULT).toBeGreaterThan(0)
      const [code] = DISK_FAULT.split(':')
      for (const line of errors) expect(line).toMatch(new RegExp(`^error FileProblem ${code} \\S*/out`))
      await expectOldOrNew(output)
      const store = await openStore(output)
      for (const [part, version] of Object.entries(all)) await makePart(store, part, Number(version))
      await store.close()
      expect(Object.fromEntries(await expectWhole(output))).toMatchObject(all)
    },
  )
})

test('a trouble that passes, at any step, is made up for by one more try', async () => {
  let closed = 0
  await runEach(
    'retried',
    before,
    calls.map((_, i) => `EBUSY:${i + 1}`),
    async ({ by, lines, output }, DISK_FAULT) => {
      expect(by, DISK_FAULT).toBe(0)
      const versions = await expectOldOrNew(output)
      // What happens while the store is opened or closed is its caller's to try again.
      if (lines.at(-1) !== 'closed') return expect(lines.at(-1)).toMatch(/^error FileProblem EBUSY/)
      expect(Object.fromEntries(versions), DISK_FAULT).toMatchObject(all)
      closed++
    },
  )
  expect(closed).toBeGreaterThan(calls.length / 2)
})
