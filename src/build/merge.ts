import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Job } from './job.ts'
import { FileProblem } from '../files/problem.ts'
import { fileStands } from './store/made-file.ts'
import type { Parts } from './store/part-state.ts'
import type { Made, MadeFile, PartState } from './store/state.ts'
import type { Store } from './store/store.ts'

/** An output folder in which a share of a project was built. */
export interface Shard {
  readonly folder: string
  readonly parts: Parts
}

/** What became of a part when shards were joined. */
export type Merged =
  | { readonly part: string; readonly from: string; readonly files: readonly MadeFile[] }
  | { readonly part: string; readonly error: string }

/**
 * Takes each part from the shard that made it as the project has it now, and leaves the output folder as if it had been built there.
 *
 * @param shards The first that has a part gives it, unless it is in the output folder already.
 * @param force Replaces files that the program did not make, too.
 */
export async function mergeShards(
  jobs: readonly Job[],
  shards: readonly Shard[],
  store: Store,
  output: string,
  force: boolean,
): Promise<Merged[]> {
  const merged: Merged[] = []
  for (const job of jobs) {
    try {
      merged.push(await mergePart(job, shards, store, output, force))
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error
      merged.push({ part: job.name, error: error.message })
    }
  }
  return merged
}

async function mergePart(
  { name, fingerprint }: Job,
  shards: readonly Shard[],
  store: Store,
  output: string,
  force: boolean,
): Promise<Merged> {
  const own = store.parts.get(name)
  if (own?.made?.fingerprint === fingerprint && !own.failure && spoiltIn(output, own.made).length === 0) {
    return { part: name, from: output, files: own.made.files }
  }
  const found = shards.flatMap(({ folder, parts }) => {
    const state = parts.get(name)
    return state ? [{ folder, state }] : []
  })
  const isMade = ({ state }: { state: PartState }) => state.made?.fingerprint === fingerprint && !state.failure
  const best = found.find(isMade)
  if (!best) {
    const failed = found.find(({ state }) => state.failure)?.state
    if (failed) await store.fail(name, failed.failure!, failed.attempts)
    return { part: name, error: failed?.failure?.error ?? reasonFor(found) }
  }
  const { folder: from, state } = best
  const { made, attempts } = state as PartState & { made: NonNullable<PartState['made']> }
  const spoilt = spoiltIn(from, made)
  if (spoilt.length > 0) return { part: name, error: `${spoilt.join(', ')}: not as it was made` }
  const folder = store.stage(name)
  for (const { path } of made.files) copy(join(from, path), join(folder, path))
  await store.commit(name, made, folder, { attempts, force })
  return { part: name, from, files: made.files }
}

/** The files of a part that are not as they were made. */
const spoiltIn = (folder: string, { files }: Made) =>
  files.filter((file) => fileStands(folder, file) !== 'as made').map(({ path }) => join(folder, path))

const reasonFor = (found: readonly { readonly folder: string }[]) =>
  found.length === 0
    ? 'no shard has made it'
    : `${found.map(({ folder }) => folder).join(', ')}: made from another project, or by another version`

/** Copies what is in a file; who may read or write it does not come along. */
function copy(from: string, to: string): void {
  try {
    mkdirSync(dirname(to), { recursive: true })
    writeFileSync(to, readFileSync(from))
  } catch (error) {
    throw new FileProblem(to, error)
  }
}
