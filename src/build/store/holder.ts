import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { FileProblem } from '../../files/problem.ts'
import { isRead } from './part-state.ts'
import { type Process, runs } from './process.ts'
import { parsed } from './state-file.ts'

/** How the names of locks begin. */
export const LOCK = 'lock'

/** The file in a lock that tells whose it is. */
export const HOLDER = 'holder.json'

/** A process that has a folder for itself. */
export interface Holder extends Process {
  readonly id: string
}

/** Where the lock of a folder has its place, or the one that follows another. */
export const placeAfter = (folder: string, before: Holder | undefined) =>
  join(folder, before ? `${LOCK}.${before.id}` : LOCK)

/** Whether a process no longer runs. Of one of another machine that cannot be told from here. */
export const hasEnded = (holder: Holder) => holder.host === hostname() && !runs(holder)

/** Who has the folder, or had it last and ended without freeing it. */
export function lastHolder(folder: string): Holder | undefined {
  let last: Holder | undefined
  for (;;) {
    const next = holderIn(placeAfter(folder, last))
    if (!next) return last
    last = next
  }
}

/** Whose a lock is; undefined if there is none. */
export function holderIn(place: string): Holder | undefined {
  const file = join(place, HOLDER)
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new FileProblem(file, error)
  }
  const held = parsed(text)
  if (isRead(held) && isHolder(held)) return held
  throw new FileProblem(place, 'does not say who holds it: if no build is running here, remove it')
}

const isHolder = (held: object): held is Holder => {
  const { pid, host, since, run, id = '' } = held as Partial<Holder>
  const named = /^[\w-]+$/.test(id) && [host, since, run].every((each) => typeof each === 'string')
  return named && Number.isSafeInteger(pid) && pid! > 0
}
