import { renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { writeWhole } from '../../files/whole.ts'
import { flushNames } from './flush.ts'
import type { OwnFolder } from './own-folder.ts'
import type { Parts } from './part-state.ts'
import { stateBytes } from './state-file.ts'

/** Writes what is known of all parts, after which the journal is needed no more. All that it tells of must have been done. */
export async function save(
  output: string,
  { folder, state, staging, journal }: OwnFolder,
  parts: Parts,
): Promise<void> {
  const paths = [...parts.values()].flatMap(({ made }) => made?.files.map(({ path }) => path) ?? [])
  await flushNames(output, paths)
  // What writing it leaves behind if it is interrupted goes with all else that is staged.
  const beside = join(staging, basename(state))
  writeWhole(beside, stateBytes(parts))
  renameSync(beside, state)
  await flushNames(folder, [])
  rmSync(journal, { force: true })
}
