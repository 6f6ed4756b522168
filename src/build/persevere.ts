import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import { mayPass } from './patience.ts'

/** How long to go on with what fails. */
export interface Perseverance {
  /** How many seconds to wait after so many failures; nothing if it is given up. */
  readonly patience: (failures: number) => number | undefined
  /** Aborted when somebody asks the program to stop: then nothing is waited for. */
  readonly stop: AbortSignal
}

/** A wait, told when it begins and every second: what went wrong, and how much of it is over, in seconds. */
export interface Wait {
  readonly error: string
  readonly waited: number
  readonly wait: number
}

/**
 * Does some work, again and again while it fails for a trouble that may pass.
 *
 * @param work Told which attempt it is, from 1.
 * @throws What the last attempt threw.
 */
export async function persevere<T>(
  work: (attempt: number) => Promise<T>,
  { patience, stop }: Perseverance,
  tell: (wait: Wait) => void,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work(attempt)
    } catch (error) {
      const wait = mayPass(error) && !stop.aborted ? patience(attempt) : undefined
      if (wait === undefined) throw error
      const words = error instanceof Error ? error.message : String(error)
      if (!(await waitFor(wait, stop, (waited) => tell({ error: words, waited, wait })))) throw error
    }
  }
}

/** @returns Whether nobody asked to stop. */
async function waitFor(seconds: number, stop: AbortSignal, tell: (waited: number) => void): Promise<boolean> {
  const begun = performance.now()
  // Even where nothing is waited for, who asks to stop is heard.
  await nextTurn()
  if (stop.aborted) return false
  for (let second = 0; second < seconds; second++) {
    tell(second)
    const left = begun + Math.min(seconds, second + 1) * 1000 - performance.now()
    await pause(Math.max(0, left), undefined, { signal: stop }).catch(() => {})
    if (stop.aborted) return false
  }
  return true
}
