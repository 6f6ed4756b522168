import { Tinypool } from 'tinypool'
import type { Outcome, Task } from './task.ts'

/** Threads that make parts. */
export interface Workers {
  readonly count: number
  /**
   * Makes a part in a thread that has nothing else to do.
   *
   * @throws {Error} if it takes too long, with the code `ETIMEDOUT`, or ends its thread. Only that thread is lost; another one takes its place.
   */
  readonly make: (task: Task) => Promise<Outcome>
  /** Ends them all, whatever they are doing. */
  readonly stop: () => Promise<void>
}

/**
 * Starts threads.
 *
 * @param script A module whose default export makes what it is told.
 * @param timeout Seconds that a part may take.
 */
export function startWorkers(script: string, count: number, timeout: number): Workers {
  const pool = new Tinypool({ filename: script, minThreads: count, maxThreads: count, useAtomics: false })
  // A thread that fails while it has nothing to do is replaced; whoever needs it next is told.
  pool.on('error', () => {})
  return {
    count,
    async make(task) {
      const given = new AbortController()
      const timer = setTimeout(() => given.abort(), timeout * 1000)
      try {
        return (await pool.run(task, { signal: given.signal })) as Outcome
      } catch (error) {
        if (!given.signal.aborted) throw error
        throw Object.assign(new Error(`took longer than ${timeout} s, and was given up`), { code: 'ETIMEDOUT' })
      } finally {
        clearTimeout(timer)
      }
    },
    stop: () => pool.destroy(),
  }
}
