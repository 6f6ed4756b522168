import { Worker } from 'node:worker_threads'
import type { Design } from '#design'
import type { Answer, Card, Changed, Request } from '../protocol.ts'
import { watchFiles } from '../../files/watch.ts'

/** A design file that the page is served for: a thread of its own, another one whenever the file changes, makes its parts. */
export interface DesignFile {
  /** The name of the design. */
  readonly name: string
  /** @param abandoned Aborted when nobody waits for the answer any more. */
  readonly ask: (request: Request, abandoned: AbortSignal) => Promise<Reply>
  /** Tells how the file stands, now and whenever that changes. @returns Ends that. */
  readonly listen: (listener: (news: Changed) => void) => () => void
  readonly stop: () => Promise<void>
}

/** An answer to a request. */
type Reply = Extract<Answer, { readonly id: number }>

/** What a thread says first: its card, if the file is a design, and the files that it came from. */
export interface Loaded {
  readonly kind: 'loaded'
  readonly card?: Card
  readonly editions: ReadonlyMap<string, string>
}

interface Pending {
  readonly request: Request
  readonly done: (reply: Reply) => void
}

/**
 * Opens a design file.
 *
 * @param script Makes its parts, in a thread that is told the path and then every request.
 */
export function openDesignFile(script: string, { name, file: path }: Design): DesignFile {
  let worker: Worker | undefined
  /** The next one: its kernel is up by the time that the file has been changed. */
  let spare: Worker | undefined
  let numbers = 0
  const pending = new Map<number, Pending>()
  const listeners = new Set<(news: Changed) => void>()
  let news: Changed | undefined
  /** Whether the file has changed and nobody has been told yet. */
  let untold = true

  function spawn(): Worker {
    const thread = new Worker(script)
    thread.on('message', (message: Reply | Loaded) => {
      if (thread === worker) hear(message)
    })
    thread.on('error', (error) => ended(thread, error instanceof Error ? error.message : String(error)))
    thread.on('exit', () => ended(thread, 'it ended its process'))
    return thread
  }

  function start(): void {
    worker = spare ?? spawn()
    spare = undefined
    worker.postMessage(path)
    for (const { request } of pending.values()) worker.postMessage(request)
  }

  async function end(): Promise<void> {
    const ending = worker
    worker = undefined
    await ending?.terminate()
  }

  /** Goes on in another thread with what is to be answered yet. */
  function replace(): void {
    void end()
    if (pending.size > 0) start()
  }

  function hear(message: Reply | Loaded): void {
    if (message.kind !== 'loaded') return settle(message)
    watch.follow(message.editions)
    tell(message.card)
    spare ??= spawn()
  }

  function settle(reply: Reply): void {
    const { done } = pending.get(reply.id) ?? {}
    pending.delete(reply.id)
    if (reply.kind !== 'failed') return done?.(reply)
    if (reply.broken) replace()
    done?.({ ...reply, broken: false })
  }

  /** Whatever the design did to its thread, the server goes on. */
  function ended(thread: Worker, reason: string): void {
    if (thread === spare) spare = undefined
    if (thread !== worker) return
    worker = undefined
    for (const id of [...pending.keys()]) settle({ kind: 'failed', id, message: `${path}: ${reason}`, broken: false })
    tell(undefined)
  }

  /** A thread that was started for a request has no news; if it had, the page would ask again, and so on. */
  function tell(card: Card | undefined): void {
    if (!untold) return
    untold = false
    news = { kind: 'changed', design: name, ...(card && { card }) }
    for (const listener of listeners) listener(news)
  }

  const watch = watchFiles(() => {
    untold = true
    void end()
    start()
  })
  start()
  return {
    name,
    ask: (request, abandoned) =>
      new Promise((resolve) => {
        const numbered = { ...request, id: ++numbers }
        pending.set(numbered.id, {
          request: numbered,
          done: (reply) => resolve({ ...reply, id: request.id }),
        })
        if (worker) worker.postMessage(numbered)
        else start()
        // What is computed for nobody, and may never end, would hold up what comes after it.
        abandoned.addEventListener('abort', () => {
          if (pending.delete(numbered.id)) replace()
        })
      }),
    listen(listener) {
      if (news) listener(news)
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async stop() {
      watch.stop()
      await Promise.all([end(), spare?.terminate()])
    },
  }
}
