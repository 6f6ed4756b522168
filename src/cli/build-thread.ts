import type { Design } from '#design'
import { codesOf } from '../build/patience.ts'
import { makeFiles, type Outcome, type Task } from '../build/task.ts'
import { openDesign } from './design-source.ts'
import { wordsOf } from './failure.ts'

/*
 * Makes parts of a project, in a thread of its own.
 */

// A design that ends its process would take the thread along, and nobody would be told.
process.exit = (code) => {
  throw new Error(`the design ended its process${code ? ` with ${code}` : ''}`)
}

/** The designs of this thread, by their words and what was in their files. */
const known = new Map<string, Design>()

export default async function make(task: Task): Promise<Outcome> {
  try {
    return await makeFiles(task, await designOf(task))
  } catch (error) {
    return { error: wordsOf(error).split('\n')[0], code: codesOf(error)[0] }
  }
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
