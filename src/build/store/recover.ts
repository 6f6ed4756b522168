import { FileProblem } from '../../files/problem.ts'
import { readJournal } from './journal.ts'
import { deleteGone, moveAll, staged } from './move.ts'
import type { OwnFolder } from './own-folder.ts'
import { follow, type JournalRecord } from './record.ts'
import { readStateFile } from './state-file.ts'
import type { PartState } from './state.ts'

/** What a build left behind, finished or not. */
export interface Left {
  /** As of the state file. */
  readonly parts: Map<string, PartState>
  /** What has happened since; undefined if the build came to its end. */
  readonly records?: readonly JournalRecord[]
  /** What people should know. */
  readonly news: readonly string[]
}

/**
 * Reads what a build left behind.
 *
 * @throws {FileProblem} if it cannot be read; what is damaged is told as news, and otherwise as if it had never been.
 */
export function readLeft({ journal, state }: OwnFolder): Left {
  // First the journal: a build that ends meanwhile puts what is in it into the state, and then removes it.
  const told = readJournal(journal)
  const parts = readStateFile(state)
  const news = [
    ...(parts ? [] : [`${state} is damaged: what it told of the parts is lost, and they are made again`]),
    ...(told?.damaged ? [`${journal} is damaged: ${told.damaged} of its lines are lost`] : []),
  ]
  return { parts: parts ?? new Map(), ...(told && { records: told.records }), news }
}

/**
 * Finishes what records say: brings what is staged to its place and what is known up to date. Done again, it changes nothing.
 *
 * @returns How many parts were put in place.
 * @throws If the system refuses; then it can be done again.
 */
export function finish(output: string, parts: Map<string, PartState>, records: readonly JournalRecord[]): number {
  const waiting = records.filter((record) => staged(output, record).length > 0).length
  const finished = records.map((record) => moved(output, record))
  for (const record of finished) follow(parts, record)
  for (const record of finished) deleteGone(output, record, parts)
  return waiting
}

/** A record whose files have come to their places; it tells of a failure if something else lies there. */
function moved(output: string, record: JournalRecord): JournalRecord {
  const { part, attempts } = record
  const inTheWay = moveAll(output, record)
  if (inTheWay === undefined) return record
  const failure = { error: foreign(inTheWay).message, at: new Date().toISOString() }
  return { part, attempts, failure, over: [], gone: [] }
}

/** What is told of something that a build did not make. */
export const foreign = (path: string) =>
  new FileProblem(path, 'was not made by pegsmith: move it away, or have it replaced with --force')
