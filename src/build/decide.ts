import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { kebabCase, plainValue } from '#design'
import type { Reason } from './event.ts'
import { type Job, reportOf } from './job.ts'
import { fileStands } from './store/made-file.ts'
import type { Parts } from './store/part-state.ts'
import type { PartState } from './store/state.ts'

/** What is to be done about a part. */
export interface Decision {
  readonly make: boolean
  readonly reason: Reason
  /** The files that are missing or damaged, or what has changed, as far as that is known. */
  readonly details: readonly string[]
}

/** What is decided about: a part, or what has no parameters and is made of parts. */
type Decided = Pick<Job, 'fingerprint'> & Partial<Pick<Job, 'name' | 'parameters'>>

/**
 * Whether a part is to be made, and why.
 *
 * @param state What is known of it.
 * @param all Whether every part is to be made anew.
 */
export function decide(job: Decided, state: PartState | undefined, output: string, all: boolean): Decision {
  const decided = (reason: Reason, details: readonly string[] = []) => ({
    make: reason !== 'up to date',
    reason,
    details,
  })
  if (state?.failure) return decided('failed before')
  if (!state?.made) return decided('never made')
  if (state.made.fingerprint !== job.fingerprint) return decided('changed', changes(job, output))
  const stands = state.made.files.map((file) => ({ path: file.path, how: fileStands(output, file) }))
  for (const how of ['damaged', 'missing'] as const) {
    const files = stands.filter((each) => each.how === how).map(({ path }) => path)
    if (files.length > 0) return decided(how, files)
  }
  return decided(all ? 'all are made' : 'up to date')
}

/** What is to be done about each of some parts. */
export const decisionsOf = (
  jobs: readonly (Decided & Pick<Job, 'name'>)[],
  parts: Parts,
  output: string,
  all = false,
): ReadonlyMap<string, Decision> =>
  new Map(jobs.map((job) => [job.name, decide(job, parts.get(job.name), output, all)]))

/** What has changed of a part since it was made: `columns 4 → 6`. */
function changes({ name, parameters }: Decided, output: string): string[] {
  if (name === undefined || parameters === undefined) return []
  const before = parametersIn(join(output, reportOf(name)))
  if (!before) return []
  const changed = Object.entries(parameters).flatMap(([key, value]) => {
    const [was, is] = [before[kebabCase(key)], plainValue(value)]
    if (JSON.stringify(was) === JSON.stringify(is)) return []
    return [was === undefined ? `${kebabCase(key)} is new` : `${kebabCase(key)} ${String(was)} → ${String(is)}`]
  })
  return changed.length > 0 ? changed : ['the program, the design or how it is made']
}

/** The parameters that a report tells; nothing where there is none, or a person has written something else. */
function parametersIn(report: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const { parameters } = JSON.parse(readFileSync(report, 'utf8')) as { parameters?: unknown }
    return Object(parameters) as Readonly<Record<string, unknown>>
  } catch {
    return undefined
  }
}
