import type { Reason } from './event.ts'
import type { Job } from './job.ts'
import { fileStands } from './store/made-file.ts'
import type { Parts } from './store/part-state.ts'
import type { PartState } from './store/state.ts'

/** What is to be done about a part. */
export interface Decision {
  readonly make: boolean
  readonly reason: Reason
  /** The files that it is about, where it is about files. */
  readonly files: readonly string[]
}

/**
 * Whether a part is to be made, and why.
 *
 * @param state What is known of it.
 * @param all Whether every part is to be made anew.
 */
export function decide(
  job: Pick<Job, 'fingerprint'>,
  state: PartState | undefined,
  output: string,
  all: boolean,
): Decision {
  const decided = (reason: Reason, files: readonly string[] = []) => ({ make: reason !== 'up to date', reason, files })
  if (state?.failure) return decided('failed before')
  if (!state?.made) return decided('never made')
  if (state.made.fingerprint !== job.fingerprint) return decided('changed')
  const stands = state.made.files.map((file) => ({ path: file.path, how: fileStands(output, file) }))
  for (const how of ['damaged', 'missing'] as const) {
    const files = stands.filter((each) => each.how === how).map(({ path }) => path)
    if (files.length > 0) return decided(how, files)
  }
  return decided(all ? 'all are made' : 'up to date')
}

/** What is to be done about each of some parts. */
export const decisionsOf = (
  jobs: readonly Pick<Job, 'name' | 'fingerprint'>[],
  parts: Parts,
  output: string,
  all = false,
): ReadonlyMap<string, Decision> =>
  new Map(jobs.map((job) => [job.name, decide(job, parts.get(job.name), output, all)]))
