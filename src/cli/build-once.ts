import { constants } from 'node:os'
import { join } from 'node:path'
import { decisionsOf } from '../build/decide.ts'
import type { BuildEvent, Summary } from '../build/event.ts'
import type { Job } from '../build/job.ts'
import { orphansOf } from '../build/orphans.ts'
import { patience, readPauses } from '../build/patience.ts'
import { persevere } from '../build/persevere.ts'
import { readBed } from '../build/plates/bed.ts'
import { makePlates } from '../build/plates/make-plates.ts'
import { type Result, type Results, runJobs } from '../build/run.ts'
import type { Retry } from '../build/settings.ts'
import { openStore, type Store } from '../build/store/store.ts'
import { startWorkers, type Workers } from '../build/workers.ts'
import type { BuildOptions } from './build.ts'
import { type Display, jsonDisplay, liveDisplay, plainDisplay } from './build-display.ts'
import { parts, planned } from './build-words.ts'
import { wordsOf } from './failure.ts'
import { print, tell, warn } from './output.ts'
import type { Project } from './project.ts'

/**
 * Makes those of some parts that are to be made, and tells what happens.
 *
 * @returns Whether nobody asked to stop before it was done.
 */
export async function buildOnce(project: Project, jobs: readonly Job[], options: BuildOptions): Promise<boolean> {
  const { output, settings } = project
  const begun = performance.now()
  const display = displayFor(options)
  const { stop, release } = listenForStop()
  const waits = readPauses(String(settings.backoff)) as readonly number[]
  const perseverance = { patience: patience(settings.retry as Retry, waits), stop }
  let store: Store | undefined
  let workers: Workers | undefined
  stop.addEventListener('abort', () => void workers?.stop())
  try {
    store = await persevere(
      () => openStore(output),
      perseverance,
      (wait) => display.tell({ event: 'waiting', ...wait }),
    )
    warn('build', store.news)
    await removeOrphans(project, store, options, display.tell)
    const decisions = decisionsOf(jobs, store.parts, output, options.all)
    display.tell(planned(decisions))
    const count = [...decisions.values()].filter(({ make }) => make).length
    const script = join(import.meta.dirname, 'build-thread.js')
    workers = startWorkers(script, Math.min(settings.jobs as number, count), settings.timeout as number)
    const tellAll = (event: BuildEvent) => {
      display.tell(event)
      const hasFiles = event.event === 'made' || (event.event === 'plates' && event.made)
      if (hasFiles && !options.json) void print(event.files.map(({ path }) => `${join(output, path)}\n`).join(''))
    }
    const done = await runJobs(jobs, decisions, {
      store,
      workers,
      force: options.force,
      tell: tellAll,
      ...perseverance,
    })
    const failed = done.results.some(({ event }) => event === 'failed')
    if (failed) process.exitCode ??= 1
    if (options.plates && failed) warn('build', ['no plates are made of a project with parts that failed'])
    else if (options.plates && !stop.aborted) tellAll(await platesOf(project, jobs, store, options))
    const seconds = (performance.now() - begun) / 1000
    display.tell({ event: 'done', summary: summaryOf(project, jobs, done, store.parts, seconds) })
    const left = jobs.length - done.results.length
    if (left > 0) tell(`pegsmith: build: stopped; ${parts(left)} left for the next build`)
  } finally {
    release()
    display.end()
    await workers?.stop()
    await store?.close()
  }
  return !stop.aborted
}

/** Listens for who asks to stop; it is told by the exit code. */
function listenForStop() {
  const asked = new AbortController()
  const stop = (signal: NodeJS.Signals) => {
    // Who asks twice does not want to wait: what is half done now, the next build puts right.
    if (asked.signal.aborted) process.exit(codeOf(signal))
    process.exitCode = codeOf(signal)
    asked.abort()
  }
  for (const signal of signals) process.on(signal, stop)
  const release = () => {
    for (const signal of signals) process.off(signal, stop)
  }
  return { stop: asked.signal, release }
}

const signals = ['SIGINT', 'SIGTERM'] as const

/** As shells tell that a signal ended a program. */
const codeOf = (signal: NodeJS.Signals) => 128 + constants.signals[signal]

function displayFor({ json }: BuildOptions): Display {
  if (json) return jsonDisplay()
  return process.stderr.isTTY && process.env.NO_COLOR === undefined && process.env.TERM !== 'dumb'
    ? liveDisplay()
    : plainDisplay()
}

/** Tells, and if that is asked for removes, what is known of parts that are no longer in the project. */
async function removeOrphans(
  { jobs }: Project,
  store: Store,
  { prune, force }: BuildOptions,
  tell: Display['tell'],
): Promise<void> {
  for (const [part, had] of orphansOf(jobs, store.parts)) {
    const files = prune ? await store.remove(part, { force }) : had
    tell({ event: 'orphan', part, removed: prune, files })
  }
}

/** Makes the plates; what is wrong with them is told like a part that failed, for the parts are there. */
async function platesOf(
  { settings, output }: Project,
  jobs: readonly Job[],
  store: Store,
  { all, force }: BuildOptions,
): Promise<BuildEvent> {
  const bed = readBed(String(settings.bed)).value!
  try {
    const plan = { bed, spacing: settings.plateSpacing as number, all, force }
    return { event: 'plates', ...(await makePlates(jobs, store, output, plan)) }
  } catch (error) {
    process.exitCode ??= 1
    return { event: 'failed', part: 'plates', error: wordsOf(error), attempts: 1 }
  }
}

function summaryOf(
  { settings }: Project,
  jobs: readonly Job[],
  { results, waited }: Results,
  parts: Store['parts'],
  seconds: number,
): Summary {
  const count = (event: Result['event']) => results.filter((each) => each.event === event).length
  const fine = new Set(results.flatMap(({ event, part }) => (event === 'made' || event === 'unchanged' ? [part] : [])))
  const mass = jobs
    .filter(({ name }) => fine.has(name))
    .reduce((sum, { name, copies }) => sum + copies * (parts.get(name)?.made?.mass ?? 0), 0)
  return {
    made: count('made'),
    unchanged: count('unchanged'),
    failed: count('failed'),
    skipped: count('skipped'),
    waited,
    seconds,
    mass,
    price: settings.price as number,
    cost: (mass / 1000) * (settings.price as number),
  }
}
