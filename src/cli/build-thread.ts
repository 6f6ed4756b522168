import { setTimeout as pause } from 'node:timers/promises'
import type { Design } from '#design'
import { codesOf } from '../build/patience.ts'
import { makeFiles, type Outcome, type Task } from '../build/task.ts'
import { openDesign } from './design-source.ts'
import { wordsOf } from './failure.ts'
import { refuseExit } from './refuse-exit.ts'

/*
 * Makes parts of a project, in a thread of its own.
 */

process.exit = refuseExit
// Whatever designs write is for people: stdout is for paths and events.
Object.defineProperty(process, 'stdout', { value: process.stderr })

/** Fails the part that is being made. */
let fail: (error: unknown) => void = () => {}
// What a design has set going fails when nobody waits for it, and would take the thread along.
process.on('uncaughtException', (error) => fail(error))

/** The designs of this thread, by their words and what was in their files. */
const known = new Map<string, Design>()

export default async function make(task: Task): Promise<Outcome> {
  try {
    return await Promise.race([finish(task), new Promise<never>((_, reject) => (fail = reject))])
  } catch (error) {
    return { error: wordsOf(error).split('\n')[0], code: codesOf(error)[0] }
  }
}

/** Makes a part, and waits for what its design file set going: a later part is not to blame for that. */
async function finish(task: Task): Promise<Outcome> {
  const outcome = await makeFiles(task, await designOf(task))
  if (task.code !== '') await pause(1)
  return outcome
}

async function designOf({ design: word, code }: Task): Promise<Design> {
  const key = `${code} ${word}`
  const there = known.get(key)
  if (there) return there
  const source = await openDesign(word)
  if (source.code !== code) throw new Error('the design was changed while it was to be built: build again')
  known.set(key, source.design)
  return source.design
}
