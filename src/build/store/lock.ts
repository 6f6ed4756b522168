import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { FileProblem } from '../../files/problem.ts'
import { hasEnded, HOLDER, type Holder, holderIn, lastHolder, LOCK, placeAfter } from './holder.ts'
import { type Process, thisProcess } from './process.ts'

/** A folder that one process has for itself. */
export interface Lock {
  readonly free: () => void
  /** The process that ended without freeing it, if there was one. */
  readonly after?: Process
}

/**
 * Takes a folder for this process alone.
 *
 * A lock is a folder that holds who has it; renamed into its place it appears complete or not at all, on every file system.
 * The lock of a process that has ended is not removed, for two might do so at once, and the second would remove what the first had taken:
 * it is followed by a lock that is named after it, and the last that follows counts. When it is freed all go, the first one first.
 *
 * @throws {FileProblem} if another process has it, or one of another machine had it.
 */
export function takeLock(folder: string): Lock {
  const me: Holder = { ...thisProcess(), id: randomUUID() }
  for (;;) {
    const before = lastHolder(folder)
    if (before && !hasEnded(before)) throw refusal(folder, before)
    const place = placeAfter(folder, before)
    if (!put(folder, me, place)) continue
    if (lastHolder(folder)?.id === me.id) return { free: freeing(folder, me), ...(before && { after: before }) }
    // What it followed has been freed meanwhile.
    remove(folder, me, place)
  }
}

/** Whether a build is going on in a folder. */
export function isLocked(folder: string): boolean {
  const holder = lastHolder(folder)
  return holder !== undefined && !hasEnded(holder)
}

/** That another process has the folder. Whether one of another machine still runs cannot be told from here. */
function refusal(folder: string, { pid, host, since }: Holder): FileProblem {
  const elsewhere = host === hostname() ? '' : `; if it is none any more, remove ${join(folder, LOCK)}`
  return new FileProblem(
    folder,
    `a build has been going on here since ${since} (process ${pid} on ${host}): wait for its end${elsewhere}`,
  )
}

/** Whether the lock came to its place, and no other is there. */
function put(folder: string, me: Holder, place: string): boolean {
  const beside = besideLock(folder, me)
  mkdirSync(beside)
  try {
    writeFileSync(join(beside, HOLDER), JSON.stringify(me), { flush: true })
    renameSync(beside, place)
    return true
  } catch (error) {
    // It is taken, or whoever has freed another has swept this one out, too.
    if (holderIn(place) || !existsSync(beside)) return false
    throw new FileProblem(place, error)
  } finally {
    rmSync(beside, { recursive: true, force: true })
  }
}

const besideLock = (folder: string, { id }: Holder) => join(folder, `${LOCK}-${id}`)

/** Removes a lock in one step. */
function remove(folder: string, me: Holder, place: string): void {
  renameSync(place, besideLock(folder, me))
  rmSync(besideLock(folder, me), { recursive: true })
}

function free(folder: string, me: Holder): void {
  // Listed before it is free, for then they may be somebody else's.
  const left = readdirSync(folder).filter((name) => name.startsWith(LOCK) && name !== LOCK)
  remove(folder, me, join(folder, LOCK))
  for (const name of left) rmSync(join(folder, name), { recursive: true, force: true })
}

/** Frees a lock: when it is called, or else when the process exits. */
function freeing(folder: string, me: Holder): () => void {
  const atExit = () => {
    try {
      free(folder, me)
    } catch {
      // The next build sees that this process has ended.
    }
  }
  process.once('exit', atExit)
  return () => {
    process.off('exit', atExit)
    free(folder, me)
  }
}
