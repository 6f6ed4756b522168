import { clearScreenDown, moveCursor } from 'node:readline'
import type { BuildEvent } from '../build/event.ts'
import { linesOf, seconds, waiting } from './build-words.ts'
import { print, tell } from './output.ts'

/** Shows a build while it goes on, on stderr. */
export interface Display {
  readonly tell: (event: BuildEvent) => void
  /** Takes away what is there for the moment only. */
  readonly end: () => void
}

/** Seconds between two lines about the same wait. */
const EVERY = 10

/** Line after line, for files and for programs that read along. */
export const plainDisplay = (): Display => ({
  tell: (event) => {
    if (event.event === 'waiting' && event.waited % EVERY !== 0) return
    for (const line of linesOf(event)) tell(line)
  },
  end: () => {},
})

/** For scripts: each event as JSON on a line of stdout. */
export const jsonDisplay = (): Display => ({
  tell: (event) => void print(`${JSON.stringify(event)}\n`),
  end: () => {},
})

/** Milliseconds from one picture to the next. */
const PAUSE = 100

/** What happened as lines that stay; beneath them, for the moment, a line for each worker and each wait, and one for all. */
export function liveDisplay(): Display {
  const { stderr } = process
  const working = new Map<string, { worker: number; since: number }>()
  const waits = new Map<string, string>()
  /** Those that their workers are done with, which may be told only later, in their order. */
  const finished = new Set<string>()
  let [total, shown] = [0, 0]

  const wipe = () => {
    if (shown > 0) moveCursor(stderr, 0, -shown)
    clearScreenDown(stderr)
    shown = 0
  }
  const draw = () => {
    // Some terminals do not tell their size.
    const [width, height] = [stderr.columns || 80, stderr.rows || 24]
    const now = performance.now()
    const busy = [...working].sort(([, a], [, b]) => a.worker - b.worker)
    const lines = [
      ...busy.map(([part, { worker, since }]) => `  ${worker + 1}  ${part}  ${seconds((now - since) / 1000)}`),
      ...[...waits].map(([part, words]) => `  …  ${part}: ${words}`),
      ...(total > 0 ? [`${finished.size} of ${total}`] : []),
    ].slice(1 - height)
    wipe()
    // A line that is broken by the terminal would be two of them.
    for (const line of lines) stderr.write(`${line.slice(0, width - 1)}\n`)
    shown = lines.length
  }
  const timer = setInterval(draw, PAUSE)
  return {
    tell(event) {
      if (event.event === 'planned') total = event.parts.filter(({ make }) => make).length
      if (event.event === 'started') working.set(event.part, { worker: event.worker, since: performance.now() })
      if (event.event === 'ended') working.delete(event.part)
      if (event.event === 'ended' || event.event === 'skipped') finished.add(event.part)
      if (event.event === 'waiting') {
        const { part = 'build' } = event
        waits.set(part, `${event.error}; ${waiting(event)}`)
        finished.delete(part)
      } else if ('part' in event) waits.delete(event.part)
      else waits.delete('build')
      if (event.event === 'waiting') return
      const lines = linesOf(event)
      if (lines.length === 0) return
      wipe()
      for (const line of lines) tell(line)
    },
    end() {
      clearInterval(timer)
      wipe()
    },
  }
}
