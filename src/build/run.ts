import type { Decision } from './decide.ts'
import type { BuildEvent } from './event.ts'
import type { Job } from './job.ts'
import { persevere, type Perseverance, type Wait } from './persevere.ts'
import { slots } from './slots.ts'
import type { Store } from './store/store.ts'
import type { Workers } from './workers.ts'

/** What a build works with. Who asks it to stop stops the workers, too. */
export interface Means extends Perseverance {
  readonly store: Store
  readonly workers: Workers
  /** Whether files that the program did not make may be replaced. */
  readonly force: boolean
  readonly tell: (event: BuildEvent) => void
}

/** What came of a part. */
export type Result = Extract<BuildEvent, { event: 'made' | 'unchanged' | 'failed' | 'skipped' }>

/** What came of all of them. */
export interface Results {
  /** In the order of the parts; those that were left when somebody asked to stop are missing. */
  readonly results: readonly Result[]
  /** Seconds that parts waited to be tried again, all together. */
  readonly waited: number
}

/**
 * Makes the parts that are to be made, each after those that it needs, and leaves out those that need one that failed. What comes of them is
 * told in the order of the parts, whatever is done first.
 *
 * @param jobs All that they need is among them.
 */
export async function runJobs(
  jobs: readonly Job[],
  decisions: ReadonlyMap<string, Decision>,
  { store, workers, patience, force, tell, stop }: Means,
): Promise<Results> {
  const { take, give } = slots(workers.count)
  let waited = 0

  /** @returns Nothing if somebody asked to stop before it was done. */
  async function finish(job: Job): Promise<Result | undefined> {
    const part = job.name
    if (!decisions.get(part)!.make) return { event: 'unchanged', part }
    for (const need of job.needs) {
      const result = await outcomes.get(need)
      if (result?.event === 'failed' || result?.event === 'skipped') return { event: 'skipped', part, because: need }
    }
    let attempts = 0
    const told = (wait: Wait) => {
      waited += Math.min(1, wait.wait - wait.waited)
      tell({ event: 'waiting', part, ...wait })
    }
    try {
      return await persevere((count) => attempt(job, (attempts = count)), { patience, stop }, told)
    } catch (error) {
      if (stop.aborted) return undefined
      return fail(part, error instanceof Error ? error.message : String(error), attempts)
    }
  }

  async function attempt(job: Job, attempts: number): Promise<Result | undefined> {
    const { name, design, code, parameters, orientation, quality, formats, fingerprint } = job
    const worker = await take()
    const begun = performance.now()
    let folder: string
    let outcome
    try {
      if (stop.aborted) return undefined
      tell({ event: 'started', part: name, attempt: attempts, worker })
      folder = store.stage(name)
      const how = { name, design: design.file ?? design.name, code, parameters, orientation, quality, formats, folder }
      outcome = await workers.make(how)
    } finally {
      give(worker)
      tell({ event: 'ended', part: name, worker })
    }
    // Whoever waits for the worker sets it to work first.
    await Promise.resolve()
    if ('error' in outcome) throw Object.assign(new Error(outcome.error), { code: outcome.code })
    if (stop.aborted) return undefined
    const seconds = (performance.now() - begun) / 1000
    const { files, mass, size, warnings } = outcome
    const { reason, details } = decisions.get(name)!
    await store.commit(name, { fingerprint, files, mass, size }, folder, { attempts, force })
    return { event: 'made', part: name, reason, details, files, seconds, mass, warnings }
  }

  async function fail(part: string, error: string, attempts: number): Promise<Result> {
    // Whatever the disk says: what is not known to have been made is made by the next build.
    await store.fail(part, { error, at: new Date().toISOString() }, attempts).catch(() => {})
    return { event: 'failed', part, error, attempts }
  }

  // None begins before all are there, for they wait for each other.
  const outcomes = new Map(jobs.map((job) => [job.name, Promise.resolve(job).then(finish)]))
  const results: Result[] = []
  for (const { name } of jobs) {
    const result = await outcomes.get(name)
    if (!result) continue
    tell(result)
    results.push(result)
  }
  return { results, waited }
}
