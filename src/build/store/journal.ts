import { closeSync, fdatasync, ftruncateSync, openSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { fileProblem } from '../../files/problem.ts'
import { flushNames } from './flush.ts'
import { sha256 } from './made-file.ts'
import { isRead } from './part-state.ts'
import { type JournalRecord, recordOf } from './record.ts'
import { parsed, refuseNewer, textOf, VERSION } from './state-file.ts'

/** A line by which a record is read back as it was, or not at all. */
function lineOf(record: JournalRecord): string {
  const text = JSON.stringify({ version: VERSION, ...record })
  return `${sha256(text)} ${text}\n`
}

/** What the journal tells. */
export interface JournalText {
  readonly records: readonly JournalRecord[]
  /** How many of its lines cannot be read. One that was never ended is not among them: nobody was told that it is there. */
  readonly damaged: number
}

/**
 * Reads the journal; undefined if there is none.
 *
 * @throws {FileProblem} if a newer version wrote it, or it cannot be read.
 */
export function readJournal(path: string): JournalText | undefined {
  const lines = textOf(path)?.split('\n').slice(0, -1)
  if (!lines) return undefined
  const records = lines.flatMap((line) => {
    const [sum, text] = [line.slice(0, 64), line.slice(65)]
    const value = sum === sha256(text) ? parsed(text) : undefined
    if (isRead(value)) refuseNewer(path, value.version)
    return recordOf(value) ?? []
  })
  return { records, damaged: lines.length - records.length }
}

interface Waiting {
  readonly line: string
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/** The journal of a build. */
export interface Journal {
  /**
   * Adds a record, and waits until it is on the disk. Those that come meanwhile go there together.
   *
   * @throws {FileProblem} if it cannot be written; then it is not there.
   */
  readonly append: (record: JournalRecord) => Promise<void>
  readonly close: () => void
}

/** A journal that begins anew, at its first record. */
export function newJournal(path: string): Journal {
  const waiting: Waiting[] = []
  let writing = false
  let file: number | undefined
  let length = 0
  let broken: unknown

  async function write(text: string): Promise<void> {
    if (broken !== undefined) throw broken
    file ??= openSync(path, 'a')
    const bytes = Buffer.from(text)
    try {
      writeFileSync(file, bytes)
      await sync(file)
      if (length === 0) await flushNames(dirname(path), [])
      length += bytes.length
    } catch (error) {
      await cut(file).catch((failed: unknown) => (broken = failed))
      throw error
    }
  }

  /** Takes back what was written of records that are not told to be there. */
  async function cut(file: number): Promise<void> {
    ftruncateSync(file, length)
    await sync(file)
  }

  async function writeAll(): Promise<void> {
    writing = true
    while (waiting.length > 0) {
      const taken = waiting.splice(0)
      try {
        await write(taken.map(({ line }) => line).join(''))
        for (const { resolve } of taken) resolve()
      } catch (error) {
        for (const { reject } of taken) reject(fileProblem(error, path))
      }
    }
    writing = false
  }

  return {
    append: (record) =>
      new Promise((resolve, reject) => {
        waiting.push({ line: lineOf(record), resolve, reject })
        if (!writing) void writeAll()
      }),
    close: () => file !== undefined && closeSync(file),
  }
}

const sync = promisify(fdatasync)
