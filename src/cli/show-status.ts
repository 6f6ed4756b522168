import { decisionsOf } from '../build/decide.ts'
import { orphansOf } from '../build/orphans.ts'
import { closureOf } from '../build/project/graph.ts'
import { readState } from '../build/store/read-state.ts'
import type { Told } from './command.ts'
import { print, warn } from './output.ts'
import { openProject } from './project.ts'
import { table } from './table.ts'

/** How a part stands, told to a script. */
interface Standing {
  readonly part: string
  readonly state:
    'up to date' | 'changed' | 'missing' | 'damaged' | 'failed' | 'never made' | 'no longer in the project'
  /** Those that it has, or had. */
  readonly files: readonly string[]
  /** What has changed, or which files are missing or damaged. */
  readonly details: readonly string[]
  /** The error of its last failure, and when that was. */
  readonly error?: string
  readonly at?: string
}

/** Tells how the parts of a project stand; changes nothing. */
export async function showStatus(json: boolean, told: Told): Promise<void> {
  const { jobs, names, output, warnings } = await openProject(told)
  const { parts, waiting, news } = readState(output)
  const asked = names.length > 0 ? closureOf(jobs, names) : jobs
  const decisions = decisionsOf(asked, parts, output)
  const rows: Standing[] = asked.map(({ name }) => {
    const { reason, details } = decisions.get(name)!
    const { made, failure } = parts.get(name) ?? {}
    const state = reason === 'failed before' ? 'failed' : reason === 'all are made' ? 'up to date' : reason
    return {
      part: name,
      state,
      details,
      files: (made?.files ?? []).map(({ path }) => path),
      ...failure,
    }
  })
  for (const [part, files] of names.length > 0 ? [] : orphansOf(jobs, parts)) {
    rows.push({ part, state: 'no longer in the project', files, details: [] })
  }
  warn('status', [
    ...warnings,
    ...news,
    ...(waiting.length > 0
      ? [
          `an interrupted build has yet to put ${waiting.join(', ')} in place: the next one does, or pegsmith build --recover`,
        ]
      : []),
  ])
  if (json) return print(`${JSON.stringify(rows, null, 2)}\n`)
  await print(`${table([['part', 'state', ''], ...rows.map(rowOf)])}\n`)
}

function rowOf({ part, state, files, details, error, at = '' }: Standing): string[] {
  if (state === 'failed') return [part, state, `${at.slice(0, 16).replace('T', ' ')} UTC: ${error}`]
  return [part, state, (state === 'no longer in the project' ? files : details).join(', ')]
}
