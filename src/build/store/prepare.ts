import { statSync } from 'node:fs'
import { join } from 'node:path'
import { FileProblem } from '../../files/problem.ts'
import { isProtected } from '../../files/whole.ts'
import { flushFile } from './flush.ts'
import { fileStands, NO_FILE, whatLies } from './made-file.ts'
import { foreign } from './recover.ts'
import type { Found } from './record.ts'
import type { MadeFile } from './state.ts'

/**
 * Waits until the files of a part are on the disk, as they were made.
 *
 * @throws {FileProblem} if one is not what was made, or the disk takes no more.
 */
export async function flushStaged(folder: string, files: readonly MadeFile[]): Promise<void> {
  const different = files.find((file) => fileStands(folder, file) !== 'as made')
  if (different) throw new FileProblem(join(folder, different.path), 'is not what was made: something else wrote there')
  // Their names come with them on file systems that are in use; where they do not, a loss of power makes a part that is missing, which is made anew.
  await Promise.all(files.map(({ path }) => flushFile(join(folder, path))))
}

/**
 * What files of a part are going to replace.
 *
 * @param force Whether they may replace files that the part did not make, too.
 * @throws {FileProblem} if something lies in a place that they may not replace.
 */
export function replacedBy(
  output: string,
  files: readonly MadeFile[],
  before: readonly MadeFile[],
  force: boolean,
): Found[] {
  return files.flatMap(({ path, sha256 }) => {
    const place = join(output, path)
    const found = whatLies(output, path)
    if (found === undefined || found === sha256) return []
    if (found === NO_FILE) throw new FileProblem(place, 'is no plain file, or lies behind a link: move it away')
    if (!force && !before.some((file) => file.path === path)) throw foreign(place)
    if (isProtected(statSync(place))) throw new FileProblem(place, 'is read-only')
    return [{ path, sha256: found }]
  })
}

/** Which files of a part can be deleted: those that are as they were made; with `force`, those that were changed, too. */
export function deletable(output: string, files: readonly MadeFile[], force: boolean): Found[] {
  return files.flatMap(({ path, sha256 }) => {
    const found = whatLies(output, path)
    return found && (force || found === sha256) ? [{ path, sha256: found }] : []
  })
}
