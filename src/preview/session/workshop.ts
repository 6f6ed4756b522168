import type { Answer, FileKind, Request, Wish } from '../protocol.ts'

/** What the page learns of its worker: of a part, also which wish it meets. */
export type News =
  | Exclude<Answer, { readonly kind: 'file' | 'part' }>
  | (Extract<Answer, { readonly kind: 'part' }> & { readonly wish: Wish })
  | { readonly kind: 'restarted' }

/** The page's side of the worker. */
export interface Workshop {
  /** Asks for a part, then for its report. Of wishes that come while one is being met, only the latest is kept. */
  readonly make: (wish: Wish, board: string | undefined) => void
  /** The file of a part. */
  readonly file: (wish: Wish, format: FileKind['format']) => Promise<Blob>
}

type PartRequest = Extract<Request, { readonly kind: 'part' }>
type FileAnswer = Extract<Answer, { readonly kind: 'file' }>

/** What an answer that is no file is told with. */
interface PendingFile {
  readonly done: (answer: FileAnswer) => void
  readonly failed: (error: Error) => void
}

/**
 * Starts the worker, and starts it anew whenever it ends.
 *
 * @param tell Is told every answer but files, in the order in which they were asked for.
 */
export function openWorkshop(tell: (news: News) => void): Workshop {
  let worker: Worker
  let numbers = 0
  let running: PartRequest | undefined
  let waiting: PartRequest | undefined
  /** Whether the worker ended over the request that is running: one that ends it twice is given up. */
  let retried = false
  const files = new Map<number, PendingFile>()

  const post = (request: Request) => worker.postMessage(request)

  function next(): void {
    running = waiting
    waiting = undefined
    retried = false
    if (running) post(running)
  }

  function hear(answer: Answer): void {
    switch (answer.kind) {
      case 'catalogue':
        return tell(answer)
      case 'file':
        files.get(answer.id)?.done(answer)
        files.delete(answer.id)
        return
      case 'part':
        if (!running) return
        tell({ ...answer, wish: running.wish })
        if (waiting) next()
        else post({ kind: 'report', id: running.id, wish: running.wish })
        return
      case 'report':
        // Superseded while it was written: the facts would be those of a part that is no longer wanted.
        if (!waiting) tell(answer)
        return next()
      default: {
        const file = files.get(answer.id)
        files.delete(answer.id)
        if (file) file.failed(new Error(wordsOf(answer)))
        else if (!waiting) tell(answer)
        if (answer.kind === 'failed' && answer.broken) replace()
        if (!file) next()
      }
    }
  }

  function replace(): void {
    worker.terminate()
    for (const { failed } of files.values()) failed(new Error('the worker ended'))
    files.clear()
    start()
  }

  function died(reason: string): void {
    replace()
    tell({ kind: 'restarted' })
    if (waiting) return next()
    if (!running) return
    if (retried) {
      tell({ kind: 'failed', id: running.id, message: reason, broken: false })
      return next()
    }
    retried = true
    post(running)
  }

  function start(): void {
    // Its name is that of a lock, which is free again as soon as the worker is no more.
    const name = `pegsmith-worker-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`
    const started = new Worker(new URL('../worker.ts', import.meta.url), { type: 'module', name })
    let announced = false
    const ended = (reason: string) => {
      if (started !== worker) return
      // One that never came up would not come up the next time either.
      if (announced) died(reason)
      else tell({ kind: 'failed', id: running?.id ?? 0, message: reason, broken: true })
    }
    started.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (started !== worker) return
      announced = true
      if (data.kind === 'catalogue') void navigator.locks?.request(name, () => ended('the worker ended'))
      hear(data)
    }
    started.onerror = (event) => {
      event.preventDefault()
      ended(event.message || 'the worker could not be started')
    }
    worker = started
  }

  start()
  return {
    make(wish, board) {
      const request: PartRequest = { kind: 'part', id: ++numbers, wish, ...(board !== undefined && { board }) }
      waiting = request
      if (!running) next()
    },
    file(wish, format) {
      const id = ++numbers
      return new Promise((resolve, reject) => {
        files.set(id, {
          done: ({ bytes, mediaType }) => resolve(new Blob([bytes], { type: mediaType })),
          failed: reject,
        })
        post({ kind: 'file', id, wish, format })
      })
    },
  }
}

const wordsOf = (answer: Extract<Answer, { readonly kind: 'refused' | 'failed' }>) =>
  answer.kind === 'failed' ? answer.message : answer.problems.map(({ text }) => text).join('\n')
