import { RequestProblem } from '#design'
import { decisionsOf } from '../build/decide.ts'
import type { BuildEvent } from '../build/event.ts'
import type { Job } from '../build/job.ts'
import { orphansOf } from '../build/orphans.ts'
import { closureOf } from '../build/project/graph.ts'
import { readShare, shareOf } from '../build/project/share.ts'
import { readState } from '../build/store/read-state.ts'
import { openStore } from '../build/store/store.ts'
import { watchFiles } from '../files/watch.ts'
import type { BuildOptions } from './build.ts'
import { buildOnce } from './build-once.ts'
import { linesOf, planned, reasonText } from './build-words.ts'
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

async function showPlan(project: Project, jobs: readonly Job[], { all, json }: BuildOptions): Promise<void> {
  const { output } = project
  const { parts, news } = readState(output)
  const plan = planned(decisionsOf(jobs, parts, output, all)) as Extract<BuildEvent, { event: 'planned' }>
  warn('build', news)
  const orphans = [...orphansOf(project.jobs, parts)].map(([part, files]): BuildEvent => ({
    event: 'orphan',
    part,
    removed: false,
    files,
  }))
  if (json) return print([...orphans, plan].map((event) => `${JSON.stringify(event)}\n`).join(''))
  for (const line of orphans.flatMap(linesOf)) tell(line)
  const rows = plan.parts.map(({ part, make, ...why }) => [part, make ? 'make' : '', reasonText(why)])
  await print(`${table([['part', '', 'why'], ...rows])}\n`)
}

async function recover({ output }: Project): Promise<void> {
  const store = await openStore(output)
  await store.close()
  for (const line of store.news.length > 0 ? store.news : ['nothing is left of an interrupted build']) tell(line)
}
