import { Worker } from 'node:worker_threads'

/** Milliseconds after which silence is taken for a standstill. */
const PATIENCE = 1000

/** The work leaves its own thread no moment for a timer, so that another one waits and tells. */
const watch = `
  const { parentPort, workerData } = require('node:worker_threads')
  const { writeSync } = require('node:fs')
  let step
  let late = false
  const tell = () => writeSync(2, 'pegsmith: ' + step + ' …\\n')
  parentPort.on('message', (next) => {
    step = next
    if (late) tell()
  })
  setTimeout(() => {
    late = true
    tell()
  }, workerData)
`

let watcher: Worker | undefined

/**
 * Says what is being done, in words like `bust.stl: reading`. It is told on stderr once a second has passed since the first such step, and so is
 * each step that is begun after that: what takes less is silent.
 */
export function progress(step: string): void {
  if (!watcher) {
    watcher = new Worker(watch, { eval: true, workerData: PATIENCE })
    watcher.unref()
    // Nobody may be reading; the work goes on.
    watcher.on('error', () => {})
  }
  watcher.postMessage(step)
}
