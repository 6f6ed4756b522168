import type { Filling } from '../../check/mass.ts'
import type { Answer, Question, Reply, Request, Wish } from '../protocol.ts'
import { openFileMaker } from './file-maker.ts'

/** What the page learns of its worker: of a part, also which wish it meets. */
export type News =
  | Exclude<Answer, { readonly kind: Question['kind'] | 'part' | 'started' }>
  | (Extract<Answer, { readonly kind: 'part' }> & { readonly wish: Wish })
  | { readonly kind: 'restarted' }

/** The page's side of the worker. */
export interface Workshop {
  /**
   * Asks for a part, then for its board and its report. Of wishes that come while one is being met, only the latest is kept.
   *
   * @param moving Whether more changes are likely to follow at once: then it is made coarsely first, and as it is when there is a pause.
   */
  readonly make: (wish: Wish, moving: boolean) => void
  /** Asks something of a part. */
  readonly ask: <Asked extends Question>(wish: Wish, question: Asked) => Promise<Reply<Asked>>
}

/** A wish on its way to being met: what is asked for now, and at which quality. */
type Job = { readonly wish: Wish; readonly quality: Request['quality'] } & (
  { readonly kind: 'part' | 'board' } | { readonly kind: 'report'; readonly filling: Filling }
)

/** A question that is not answered yet. */
interface Pending {
  readonly done: (reply: Reply) => void
  readonly failed: (error: Error) => void
}

/** Milliseconds without a change after which a part is made as it is. */
const PAUSE = 150

/** Milliseconds after which a worker that says nothing is given up: hundreds of times what a part takes. */
const PATIENCE = 60_000

/**
 * Starts the worker, and starts it anew whenever it ends.
 *
 * @param tell Is told every answer but those to questions, in the order in which they were asked for.
 * @param filling What parts are printed with now: reports are about that.
 */
export function openWorkshop(tell: (news: News) => void, filling: () => Filling): Workshop {
  let worker: Worker
  let numbers = 0
  let running: Job | undefined
  let waiting: Job | undefined
  /** Whether the worker ended over the request that is running: one that ends it twice is given up. */
  let retried = false
  /** The board that the page has. */
  let board: string | undefined
  let started = false
  let pause: ReturnType<typeof setTimeout> | undefined
  let patience: ReturnType<typeof setTimeout> | undefined
  const questions = new Map<number, Pending>()

  const fileMaker = openFileMaker(hear)
  const send = (request: Request) =>
    request.wish.design === fileMaker?.design ? fileMaker.post(request) : worker.postMessage(request)

  function run(job: Job | undefined): void {
    running = job
    retried = false
    post()
  }
  function post(): void {
    if (running) send({ id: ++numbers, ...running })
    watch()
  }
  /** Until the kernel is there, what takes long is the network. */
  function watch(): void {
    clearTimeout(patience)
    if (started && running) patience = setTimeout(() => died(`it took more than ${PATIENCE / 1000} s`), PATIENCE)
  }
  function next(): void {
    const job = waiting
    waiting = undefined
    run(job)
  }

  /** What to ask for once a part, or its board, has come. */
  function follow({ wish, quality }: Job, wanted: string | undefined): Job | undefined {
    if (wanted !== undefined && wanted !== board) return { wish, quality, kind: 'board' }
    return quality === 'draft' ? undefined : { wish, quality, kind: 'report', filling: filling() }
  }

  function hear(answer: Answer): void {
    switch (answer.kind) {
      case 'catalogue':
      case 'changed':
        return tell(answer)
      case 'started':
        started = true
        return watch()
      case 'file':
      case 'held':
      case 'printed':
      case 'hanging':
        questions.get(answer.id)?.done(answer)
        questions.delete(answer.id)
        return
      case 'part':
      case 'board': {
        if (!running) return
        const { wish } = running
        if (answer.kind === 'board') board = answer.key
        tell(answer.kind === 'part' ? { ...answer, wish } : answer)
        if (waiting) return next()
        run(follow(running, answer.kind === 'part' ? answer.board : undefined))
        if (!running) pause = setTimeout(() => ask({ wish, quality: 'normal', kind: 'part' }), PAUSE)
        return
      }
      case 'report':
        // Superseded while it was written: the facts would be those of a part that is no longer wanted.
        if (!waiting) tell(answer)
        return next()
      default: {
        const question = questions.get(answer.id)
        questions.delete(answer.id)
        if (question) question.failed(new Error(wordsOf(answer)))
        else if (!waiting) tell(answer)
        if (answer.kind === 'failed' && answer.broken) replace()
        if (!question) next()
        else if (answer.kind === 'failed' && answer.broken) post()
      }
    }
  }

  function replace(): void {
    worker.terminate()
    started = false
    fileMaker?.cancel()
    for (const { failed } of questions.values()) failed(new Error('the worker ended'))
    questions.clear()
    start()
  }

  function died(reason: string): void {
    replace()
    tell({ kind: 'restarted' })
    if (waiting) return next()
    if (!running) return
    if (retried) {
      tell({ kind: 'failed', id: numbers, message: reason, broken: false })
      return next()
    }
    retried = true
    post()
  }

  function start(): void {
    // Its name is that of a lock, which is free again as soon as the worker is no more.
    const name = `pegsmith-worker-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`
    const own = new Worker(new URL('../worker.ts', import.meta.url), { type: 'module', name })
    let announced = false
    const ended = (reason: string) => {
      if (own !== worker) return
      // One that never came up would not come up the next time either.
      if (announced) died(reason)
      else tell({ kind: 'failed', id: numbers, message: reason, broken: true })
    }
    own.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (own !== worker) return
      announced = true
      if (data.kind === 'catalogue') void navigator.locks?.request(name, () => ended('the worker ended'))
      hear(data)
    }
    own.onerror = (event) => {
      event.preventDefault()
      ended(event.message || 'the worker could not be started')
    }
    worker = own
  }

  function ask(job: Job): void {
    waiting = job
    if (!running) next()
  }

  start()
  return {
    make(wish, moving) {
      clearTimeout(pause)
      ask({ wish, quality: moving ? 'draft' : 'normal', kind: 'part' })
    },
    ask(wish, question) {
      const id = ++numbers
      return new Promise((resolve, reject) => {
        questions.set(id, { done: resolve as Pending['done'], failed: reject })
        send({ ...question, id, wish, quality: 'normal' })
      })
    },
  }
}

const wordsOf = (answer: Extract<Answer, { readonly kind: 'refused' | 'failed' }>) =>
  answer.kind === 'failed' ? answer.message : answer.problems.map(({ text }) => text).join('\n')
