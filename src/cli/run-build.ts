import { constants } from 'node:os'
import { join } from 'node:path'
import { RequestProblem } from '#design'
import { type Decision, decisionsOf } from '../build/decide.ts'
import type { BuildEvent, Summary } from '../build/event.ts'
import type { Job } from '../build/job.ts'
import { patience, readPauses } from '../build/patience.ts'
import { readBed } from '../build/plates/bed.ts'
import { makePlates, type PlatePlan, PLATES } from '../build/plates/make-plates.ts'
import { closureOf } from '../build/project/graph.ts'
import { readShare, shareOf } from '../build/project/share.ts'
import { type Result, type Results, runJobs } from '../build/run.ts'
import type { Retry } from '../build/settings.ts'
import { readState } from '../build/store/read-state.ts'
import { openStore, type Store } from '../build/store/store.ts'
import { watchFiles } from '../files/watch.ts'
import { startWorkers, type Workers } from '../build/workers.ts'
import type { BuildOptions } from './build.ts'
import { parts } from './build-words.ts'
import { type Display, jsonDisplay, liveDisplay, plainDisplay } from './build-display.ts'
import { reasonText } from './build-words.ts'
import type { Told } from './command.ts'
import { fail, placed } from './failure.ts'
import { interrupted } from './interrupted.ts'
import { merge } from './merge.ts'
import { print, tell, warn } from './output.ts'
import { openProject, type Project } from './project.ts'
import { table } from './table.ts'

/** Builds a project, as the options say. */
export async function runBuild(options: BuildOptions, told: Told): Promise<void> {
  const project = await openProject(told)
  warn('build', project.warnings)
  if (options.merge) return merge(project, options)
  const jobs = chosen(project, options)
  if (options.recover) return recover(project)
  if (options.dryRun) return showPlan(project, jobs, options)
  const finished = await buildOnce(project, jobs, options)
  if (options.watch && finished) await buildOnChange(project, told, options)
}

/** Builds again whenever a file changes that the project came from, until somebody asks to stop. */
async function buildOnChange(first: Project, told: Told, options: BuildOptions): Promise<void> {
  const stopped = interrupted()
  let changed = () => {}
  const watch = watchFiles(() => changed())
  const change = () => new Promise<'changed'>((resolve) => (changed = () => resolve('changed')))
  let next = change()
  watch.follow(first.editions)
  if (!options.json) tell('Waiting for changes; press Ctrl-C to stop.')
  while ((await Promise.race([stopped, next])) === 'changed') {
    next = change()
    try {
      const project = await openProject(told)
      watch.follow(project.editions)
      await buildOnce(project, chosen(project, options), options)
    } catch (error) {
      // The next change may mend it.
      fail(placed('build', error), false)
    }
  }
  watch.stop()
  process.exitCode = 0
}

/** The parts that are asked for, with what they need. */
function chosen({ jobs, names }: Project, { shard }: BuildOptions): readonly Job[] {
  const named = names.length > 0 ? closureOf(jobs, names) : jobs
  if (shard === '') return named
  const share = readShare(shard)
  if ('reason' in share) throw new RequestProblem('build', [{ parameters: ['shard'], value: shard, ...share }])
  return shareOf(named, share)
}

const planned = (decisions: ReadonlyMap<string, Decision>): BuildEvent => ({
  event: 'planned',
  parts: [...decisions].map(([part, decision]) => ({ part, ...decision })),
})

async function showPlan({ output }: Project, jobs: readonly Job[], { all, json }: BuildOptions): Promise<void> {
  const { parts, news } = readState(output)
  const plan = planned(decisionsOf(jobs, parts, output, all)) as Extract<BuildEvent, { event: 'planned' }>
  warn('build', news)
  if (json) return print(`${JSON.stringify(plan)}\n`)
  const rows = plan.parts.map(({ part, make, ...why }) => [part, make ? 'make' : '', reasonText(why)])
  await print(`${table([['part', '', 'why'], ...rows])}\n`)
}

async function recover({ output }: Project): Promise<void> {
  const store = await openStore(output)
  await store.close()
  for (const line of store.news.length > 0 ? store.news : ['nothing is left of an interrupted build']) tell(line)
}

/** @returns Whether nobody asked to stop before it was done. */
async function buildOnce(project: Project, jobs: readonly Job[], options: BuildOptions): Promise<boolean> {
  const { output, settings } = project
  const begun = performance.now()
  const store = await openStore(output)
  const display = displayFor(options)
  const stop = new AbortController()
  let workers: Workers | undefined
  const interrupt = (signal: NodeJS.Signals) => {
    // Who asks twice does not want to wait: what is half done now, the next build puts right.
    if (stop.signal.aborted) process.exit(codeOf(signal))
    process.exitCode = codeOf(signal)
    stop.abort()
    void workers?.stop()
  }
  for (const signal of signals) process.on(signal, interrupt)
  try {
    warn('build', store.news)
    await removeOrphans(project, store, options, display.tell)
    const decisions = decisionsOf(jobs, store.parts, output, options.all)
    display.tell(planned(decisions))
    const count = [...decisions.values()].filter(({ make }) => make).length
    workers = startWorkers(
      join(import.meta.dirname, 'build-thread.js'),
      Math.min(settings.jobs as number, count),
      settings.timeout as number,
    )
    const means = {
      store,
      workers,
      patience: patience(settings.retry as Retry, readPauses(String(settings.backoff)) as readonly number[]),
      force: options.force,
      tell: (event: BuildEvent) => {
        display.tell(event)
        const hasFiles = event.event === 'made' || (event.event === 'plates' && event.made)
        if (hasFiles && !options.json) void print(event.files.map(({ path }) => `${join(output, path)}\n`).join(''))
      },
      stop: stop.signal,
    }
    const done = await runJobs(jobs, decisions, means)
    const failed = done.results.some(({ event }) => event === 'failed')
    if (failed) process.exitCode ??= 1
    if (options.plates && !stop.signal.aborted) {
      if (failed) warn('build', ['no plates are made of a project with parts that failed'])
      else means.tell({ event: 'plates', ...(await makePlates(jobs, store, output, platePlan(project, options))) })
    }
    display.tell({
      event: 'done',
      summary: summaryOf(project, jobs, done, store.parts, (performance.now() - begun) / 1000),
    })
    const left = jobs.length - done.results.length
    if (left > 0) tell(`pegsmith: build: stopped; ${parts(left)} left for the next build`)
  } finally {
    for (const signal of signals) process.off(signal, interrupt)
    display.end()
    await workers?.stop()
    await store.close()
  }
  return !stop.signal.aborted
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
  const listed = new Set(jobs.map(({ name }) => name))
  for (const [part, { made }] of [...store.parts]) {
    if (listed.has(part) || part === PLATES) continue
    const files = prune ? await store.remove(part, { force }) : (made?.files ?? []).map(({ path }) => path)
    tell({ event: 'orphan', part, removed: prune, files })
  }
}

const platePlan = ({ settings }: Project, { all, force }: BuildOptions): PlatePlan => ({
  bed: readBed(String(settings.bed)).value!,
  spacing: settings.plateSpacing as number,
  all,
  force,
})

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
