import { mkdirSync, rmSync } from 'node:fs'
import { fileProblem } from '../../files/problem.ts'
import { type Lock, takeLock } from './lock.ts'
import { OpenStore } from './open-store.ts'
import { ownFolder, refuseStrange } from './own-folder.ts'
import type { Parts } from './part-state.ts'
import { finish, type Left, readLeft } from './recover.ts'
import { save } from './save.ts'
import type { Failure, Made } from './state.ts'

/** What a build knows of its parts, and how their files come to the output folder: all those of a part, or none. */
export interface Store {
  /** As of now. */
  readonly parts: Parts
  /** What people should know of how the last build ended. */
  readonly news: readonly string[]
  /** An empty folder for the files of one attempt at a part; that of an earlier attempt is emptied. */
  readonly stage: (name: string) => string
  /**
   * Puts the files of a part in place, and deletes those that it had before and has no more, if they are as they were made.
   *
   * @param folder In which the files were staged, by the paths that they will have in the output folder.
   * @param options `force` replaces files that the part did not make, too.
   * @throws {FileProblem} if a place is taken by something that the part did not make, or if the system refuses. What was there is as it was;
   *   only if the system refuses while files are being put in place, some are there, and the others follow at the next attempt, or when the store
   *   is closed or opened again.
   */
  readonly commit: (
    name: string,
    made: Made,
    folder: string,
    options: { readonly attempts: number; readonly force?: boolean },
  ) => Promise<void>
  /**
   * Keeps in mind that a part could not be made. What was made of it before stays.
   *
   * @throws {FileProblem} if that could not be written down; it is tried again when the store is closed.
   */
  readonly fail: (name: string, failure: Failure, attempts: number) => Promise<void>
  /**
   * Forgets a part, and deletes its files.
   *
   * @param options `force` deletes files that were changed, too.
   * @returns The paths of the files that stay, because they are not as they were made.
   */
  readonly remove: (name: string, options?: { readonly force?: boolean }) => Promise<readonly string[]>
  /** Waits for what is under way, and lets others build here. Afterwards the store takes no more. */
  readonly close: () => Promise<void>
}

/**
 * Opens what is known of the parts in an output folder, for this process alone; makes the folder if there is none.
 * What an interrupted build had promised is finished, and what it had only begun is thrown away.
 *
 * @throws {FileProblem} if another process builds there, a newer version did, or the system refuses.
 */
export async function openStore(output: string): Promise<Store> {
  try {
    const own = ownFolder(output)
    refuseStrange(own)
    mkdirSync(own.folder, { recursive: true })
    const lock = takeLock(own.folder)
    try {
      const left = readLeft(own)
      const finished = finish(output, left.parts, left.records ?? [])
      if (left.records) await save(output, own, left.parts)
      rmSync(own.staging, { recursive: true, force: true })
      return new OpenStore(output, own, lock, left.parts, newsOf(lock, left, finished))
    } catch (error) {
      lock.free()
      throw error
    }
  } catch (error) {
    throw fileProblem(error, output)
  }
}

const newsOf = ({ after }: Lock, { news }: Left, finished: number) => [
  ...(after ? [`the build that began here at ${after.since} (process ${after.pid}) did not come to its end`] : []),
  ...(finished > 0 ? [`${finished} of the parts that the last build had made came to their places only now`] : []),
  ...news,
]
