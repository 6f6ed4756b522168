import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileProblem } from '../../files/problem.ts'
import { type Journal, newJournal } from './journal.ts'
import type { Lock } from './lock.ts'
import { deleteGone, type Move, moveAll, movesOf } from './move.ts'
import type { OwnFolder } from './own-folder.ts'
import { deletable, flushStaged, replacedBy } from './prepare.ts'
import { finish, foreign } from './recover.ts'
import { follow, type JournalRecord, recordOf } from './record.ts'
import { save } from './save.ts'
import type { Failure, Made, PartState } from './state.ts'
import type { Store } from './store.ts'

/** A store that this process has for itself, and that holds no promise of an earlier one. */
export class OpenStore implements Store {
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
  #changed: boolean
  #closed = false

  constructor(output: string, own: OwnFolder, lock: Lock, parts: Map<string, PartState>, news: readonly string[]) {
    this.parts = parts
    this.news = news
    this.#output = output
    this.#own = own
    this.#lock = lock
    this.#journal = newJournal(own.journal)
    // A state that tells of no part says that none was to be made: a share may be empty.
    this.#changed = !existsSync(own.state)
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
        if (this.#changed) await save(this.#output, this.#own, this.parts)
        rmSync(this.#own.staging, { recursive: true, force: true })
      } finally {
        this.#journal.close()
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

  async #promise(given: JournalRecord) {
    const record = recordOf(given)
    if (!record) throw new Error(`what was made of ${given.part} cannot be written down: ${JSON.stringify(given.made)}`)
    await this.#journal.append(record)
    this.#changed = true
    this.#attempts.delete(record.part)
    this.#promised.set(record.part, record)
    // The files are there, and as they were made: that was seen just now.
    this.#keepPromise(record.part, movesOf(this.#output, record))
  }

  /** Does what was promised of a part, if it is not yet done: what comes after is promised of its outcome. */
  #keepPromise(part: string, moves?: readonly Move[]) {
    const record = this.#promised.get(part)
    if (!record) return
    const inTheWay = moveAll(this.#output, record, moves)
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
