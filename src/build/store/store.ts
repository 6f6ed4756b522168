import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileProblem } from '../../files/problem.ts'
import { type Journal, newJournal } from './journal.ts'
import { type Lock, takeLock } from './lock.ts'
import { deleteGone, moveAll } from './move.ts'
import { ownFolder, type OwnFolder, refuseStrange } from './own-folder.ts'
import type { Parts } from './part-state.ts'
import { deletable, flushStaged, replacedBy } from './prepare.ts'
import { finish, foreign, type Left, readLeft } from './recover.ts'
import { follow, type JournalRecord } from './record.ts'
import { save } from './save.ts'
import type { Failure, Made, PartState } from './state.ts'

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
  ...(finished > 0
    ? [`${finished} ${finished === 1 ? 'part' : 'parts'} that it had made came to their places only now`]
    : []),
  ...news,
]

class OpenStore implements Store {
  readonly parts: Map<string, PartState>
  readonly news: readonly string[]
  readonly #output: string
  readonly #own: OwnFolder
  readonly #lock: Lock
  readonly #journal: Journal
  /** The folder of the latest attempt at each part, while it is not promised. */
  readonly #attempts = new Map<string, string>()
  /** What is promised of a part and not yet done. */
  readonly #promised = new Map<string, JournalRecord>()
  /** Folders from which all has come to its place: on most file systems a new one costs more than a file. */
  readonly #emptied: string[] = []
  readonly #underWay = new Set<Promise<unknown>>()
  #folders = 0
  #changed = false
  #closed = false

  constructor(output: string, own: OwnFolder, lock: Lock, parts: Map<string, PartState>, news: readonly string[]) {
    this.parts = parts
    this.news = news
    this.#output = output
    this.#own = own
    this.#lock = lock
    this.#journal = newJournal(own.journal)
  }

  stage(name: string): string {
    try {
      this.#dropAttempt(name)
      const folder = this.#emptied.pop() ?? join(this.#own.staging, String(++this.#folders))
      mkdirSync(folder, { recursive: true })
      this.#attempts.set(name, folder)
      return folder
    } catch (error) {
      throw fileProblem(error, this.#output)
    }
  }

  commit(part: string, made: Made, folder: string, { attempts, force = false }: { attempts: number; force?: boolean }) {
    return this.#run(async () => {
      this.#keepPromise(part)
      const before = this.parts.get(part)?.made?.files ?? []
      const over = replacedBy(this.#output, made.files, before, force)
      const leftOver = before.filter(({ path }) => !made.files.some((file) => file.path === path))
      const gone = deletable(this.#output, leftOver, false)
      await flushStaged(folder, made.files)
      await this.#promise({ part, attempts, made, staged: basename(folder), over, gone })
    })
  }

  fail(part: string, failure: Failure, attempts: number) {
    return this.#run(async () => {
      const record = { part, attempts, failure, over: [], gone: [] }
      follow(this.parts, record)
      this.#changed = true
      this.#dropAttempt(part)
      await this.#journal.append(record)
    })
  }

  remove(part: string, { force = false }: { force?: boolean } = {}) {
    return this.#run(async () => {
      this.#keepPromise(part)
      const files = this.parts.get(part)?.made?.files ?? []
      const gone = deletable(this.#output, files, force)
      await this.#promise({ part, attempts: 0, over: [], gone })
      return files.map(({ path }) => path).filter((path) => existsSync(join(this.#output, path)))
    })
  }

  close() {
    return this.#run(async () => {
      this.#closed = true
      await Promise.allSettled(this.#underWay)
      try {
        finish(this.#output, this.parts, [...this.#promised.values()])
        this.#journal.close()
        if (this.#changed) await save(this.#output, this.#own, this.parts)
        rmSync(this.#own.staging, { recursive: true, force: true })
      } finally {
        this.#lock.free()
      }
    })
  }

  /** Does what is asked of the store. */
  async #run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) throw new Error('the store is closed')
    const running = work()
    this.#underWay.add(running)
    try {
      return await running
    } catch (error) {
      throw fileProblem(error, this.#output)
    } finally {
      this.#underWay.delete(running)
    }
  }

  async #promise(record: JournalRecord) {
    await this.#journal.append(record)
    this.#changed = true
    this.#attempts.delete(record.part)
    this.#promised.set(record.part, record)
    this.#keepPromise(record.part)
  }

  /** Does what was promised of a part, if it is not yet done: what comes after is promised of its outcome. */
  #keepPromise(part: string) {
    const record = this.#promised.get(part)
    if (!record) return
    const inTheWay = moveAll(this.#output, record)
    if (inTheWay !== undefined) throw foreign(inTheWay)
    follow(this.parts, record)
    deleteGone(this.#output, record, this.parts)
    this.#promised.delete(part)
    if (record.staged !== undefined) this.#reuse(join(this.#own.staging, record.staged))
  }

  #reuse(folder: string) {
    if (readdirSync(folder).length === 0) this.#emptied.push(folder)
  }

  #dropAttempt(part: string) {
    const folder = this.#attempts.get(part)
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
    this.#attempts.delete(part)
  }
}
