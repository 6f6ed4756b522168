import { unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openStore, type Store } from '../../src/build/store/store.ts'
import { makePart } from './wall.ts'

/**
 * Builds in an output folder, to be disturbed: `node work.js once|retried|endless|alone|open OUTPUT`.
 * It prints a line for each version of a part that is made, and one for each error: its name, code and words.
 */
const [how, output] = process.argv.slice(2)

const say = (...words: readonly unknown[]) => process.stdout.write(`${words.join(' ')}\n`)

function sayError(error: unknown): void {
  let code = ''
  for (let each = error; each instanceof Error; each = each.cause) code ||= (each as NodeJS.ErrnoException).code ?? ''
  say('error', (error as Error).name, code || 'none', (error as Error).message)
}

async function made(store: Store, part: string, version: number): Promise<boolean> {
  try {
    await makePart(store, part, version)
    say('made', part, version)
    return true
  } catch (error) {
    sayError(error)
    return false
  }
}

async function orFailed(store: Store, part: string, version: number): Promise<void> {
  const tries = how === 'retried' ? 2 : 1
  for (let tried = 0; tried < tries; tried++) if (await made(store, part, version)) return
  await store.fail(part, { error: 'it was refused', at: '2001-01-01T00:00:00Z' }, tries).catch(sayError)
}

/** One after the other, so that it takes the same steps every time: a part loses a file, one has a folder, one is new, one finds somebody's file in its place, one is removed. */
async function once(store: Store): Promise<void> {
  await orFailed(store, 'a', 2)
  await orFailed(store, 'plates/', 2)
  await orFailed(store, 'c', 1)
  await orFailed(store, 'd', 1)
  await store.remove('e').catch(sayError)
}

/** Parts are replaced again and again, by several at a time. */
async function endless(store: Store): Promise<void> {
  say('ready')
  const lane = async (part: string) => {
    for (let version = Number(store.parts.get(part)?.made?.fingerprint ?? 0) + 1; ; version++)
      await orFailed(store, part, version)
  }
  await Promise.all(['a', 'b', 'c', 'plates/'].map(lane))
}

/** Has the store for a moment, in which nobody else may have it. */
async function alone(): Promise<void> {
  const file = join(output, 'alone')
  writeFileSync(file, '', { flag: 'wx' })
  await new Promise((resolve) => setTimeout(resolve, 20))
  unlinkSync(file)
}

try {
  const store = await openStore(output)
  if (how === 'endless') await endless(store)
  if (how === 'once' || how === 'retried') await once(store)
  if (how === 'alone') await alone()
  await store.close()
  say('closed')
} catch (error) {
  sayError(error)
}
