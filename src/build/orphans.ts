import type { Job } from './job.ts'
import { PLATES } from './plates/make-plates.ts'
import type { Parts } from './store/part-state.ts'

/** The parts that were built and are no longer in the project, with the paths of their files as seen from the output folder. */
export function orphansOf(jobs: readonly Pick<Job, 'name'>[], parts: Parts): ReadonlyMap<string, readonly string[]> {
  const listed = new Set([PLATES, ...jobs.map(({ name }) => name)])
  return new Map(
    [...parts].flatMap(([name, { made }]) =>
      listed.has(name) ? [] : [[name, (made?.files ?? []).map(({ path }) => path)] as const],
    ),
  )
}
