import { fileProblem } from '../../files/problem.ts'
import { isLocked } from './lock.ts'
import { staged } from './move.ts'
import { ownFolder, refuseStrange } from './own-folder.ts'
import type { Parts } from './part-state.ts'
import { readLeft } from './recover.ts'
import { follow } from './record.ts'

/** What is known of the parts in an output folder, as it is. */
export interface KnownState {
  readonly parts: Parts
  /** The parts that an interrupted build had made: they come to their places when the next one begins. */
  readonly waiting: readonly string[]
  /** What people should know. */
  readonly news: readonly string[]
}

/**
 * Reads what is known of the parts in an output folder, and changes nothing.
 *
 * @throws {FileProblem} if a newer version wrote it, or it cannot be read.
 */
export function readState(output: string): KnownState {
  try {
    const own = ownFolder(output)
    refuseStrange(own)
    const { parts, records = [], news } = readLeft(own)
    for (const record of records) follow(parts, record)
    const waiting = isLocked(own.folder) ? [] : records.filter((record) => staged(output, record).length > 0)
    return { parts, waiting: [...new Set(waiting.map(({ part }) => part))], news }
  } catch (error) {
    throw fileProblem(error, output)
  }
}
