import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { openStore } from '../../src/build/store/store.ts'
import { emptyFolder } from '../support/pegsmith.ts'
import { bundled, ended, start } from '../support/run-script.ts'

let work: string
let output: string
beforeAll(async () => void (work = await bundled('test/build/work.ts')))
beforeEach(() => (output = emptyFolder()))

const own = () => join(output, '.pegsmith')
const locks = () => readdirSync(own()).filter((name) => name.startsWith('lock'))

/** The lock of a process that was killed. */
async function killed(): Promise<{ pid: number; run: string; since: string }> {
  const child = start(work, ['endless', output])
  child.stdout!.once('data', () => child.kill('SIGKILL'))
  await ended(child)
  return JSON.parse(readFileSync(join(own(), 'lock/holder.json'), 'utf8'))
}

function lay(holder: object): void {
  mkdirSync(join(own(), 'lock'), { recursive: true })
  writeFileSync(join(own(), 'lock/holder.json'), JSON.stringify(holder))
}

const holder = { pid: process.pid, host: hostname(), since: '2026-01-02T03:04:05Z', run: '', id: '1' }

test('a second build is refused while the first one runs, and told which process it is', async () => {
  const store = await openStore(output)
  const refusal = new RegExp(`has been going on here since 2\\S* \\(process ${process.pid} on ${hostname()}\\): wait`)
  await expect(openStore(output)).rejects.toThrow(refusal)
  const { lines } = await ended(start(work, ['open', output]))
  expect(lines[0]).toMatch(refusal)
  await store.close()
  expect((await ended(start(work, ['open', output]))).lines).toEqual(['closed'])
})

test('the lock of a process that was killed is taken over, which is told', async () => {
  const { pid, since } = await killed()
  const store = await openStore(output)
  expect(store.news[0]).toBe(`the build that began here at ${since} (process ${pid}) did not come to its end`)
  await expect(openStore(output)).rejects.toThrow(`process ${process.pid}`)
  await store.close()
  expect(locks()).toEqual([])
})

test('a lock whose process number now belongs to another process is taken over', async () => {
  const { run } = await killed()
  expect(run).not.toBe('')
  lay({ ...holder, run })
  await (await openStore(output)).close()
})

test('where the system does not tell when a process began, its number decides', async () => {
  lay(holder)
  await expect(openStore(output)).rejects.toThrow('wait for its end')
  const { pid } = spawnSync('true')
  lay({ ...holder, pid })
  await (await openStore(output)).close()
})

test('the lock of another machine is not taken over; how to remove it is told', async () => {
  lay({ ...holder, host: 'attic' })
  await expect(openStore(output)).rejects.toThrow(
    /process \d+ on attic\): wait for its end; .* remove \S*\.pegsmith\/lock$/,
  )
})

test('a lock that says nothing sensible is refused; an empty one is none', async () => {
  for (const nonsense of [
    null,
    [],
    {},
    { ...holder, pid: 0 },
    { ...holder, pid: -1 },
    { ...holder, host: 1 },
    { ...holder, id: '../x' },
  ]) {
    lay(nonsense as object)
    await expect(openStore(output)).rejects.toThrow(/lock: does not say who holds it/)
  }
  output = emptyFolder()
  mkdirSync(join(own(), 'lock'), { recursive: true })
  await (await openStore(output)).close()
})

test('of many that want to take over a lock at once, one at a time has it', async () => {
  await killed()
  const left = output
  let had = 0
  for (let round = 0; round < 5; round++) {
    output = join(emptyFolder(), 'out')
    cpSync(left, output, { recursive: true })
    const all = await Promise.all(Array.from({ length: 8 }, () => ended(start(work, ['alone', output]))))
    for (const { lines } of all) expect(lines[0]).toMatch(/^closed$|wait for its end$/)
    had += all.filter(({ lines }) => lines[0] === 'closed').length
    expect(locks()).toEqual([])
  }
  expect(had).toBeGreaterThanOrEqual(5)
})
