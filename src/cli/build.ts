import { flag, type Parameters, text } from '#design'
import { buildSettings, makingSettings } from '../build/settings.ts'
import type { Command } from './command.ts'
import { layerOptions } from './conf-options.ts'
import { partOptions } from './part-options.ts'

/** What a build is asked to do, beside its settings. */
export interface BuildOptions {
  readonly dryRun: boolean
  readonly all: boolean
  readonly force: boolean
  readonly prune: boolean
  readonly plates: boolean
  readonly shard: string
  readonly merge: boolean
  readonly recover: boolean
  readonly watch: boolean
  readonly json: boolean
}

const options: Parameters = {
  dryRun: flag('Tell what would be made, and why, and make nothing', { default: false }),
  all: flag('Make every part, also those that are up to date', { default: false }),
  watch: flag('Build again whenever the project or a design changes', { default: false }),
  plates: flag('Arrange all parts on as few beds as possible, a file for each bed', { default: false }),
  prune: flag('Remove the files of parts that are no longer in the project', { default: false }),
  force: flag('Replace or remove files, too, that pegsmith did not make', { default: false }),
  shard: text('Make one share of the parts, as 2/5', { default: '' }),
  merge: flag('Join the outputs of shards, whose folders are named, into one', { default: false }),
  recover: flag('Put right what an interrupted build left, and make nothing', { default: false }),
  json: flag('Tell what happens as JSON on stdout, an event a line', { default: false }),
}

export const build: Command = {
  name: 'build',
  summary: 'Make every part of a project file, or those that are named and what they need',
  takesWords: { name: 'file or part', many: true },
  handsOn: partOptions,
  settings: () => ({ ...buildSettings, ...makingSettings }),
  options: () => ({ ...options, ...layerOptions() }),
  check: (given) => {
    const isAsked = (name: string) => given[name] === true || (name === 'shard' && Boolean(given.shard))
    const doings = ['dryRun', 'merge', 'recover', 'watch'].filter(isAsked)
    // Those that make nothing have no use for how things are made.
    const making = given.merge || given.recover ? ['all', 'plates', 'prune', 'shard'].filter(isAsked) : []
    const asked = [...doings, ...making]
    return asked.length > 1 ? [{ parameters: asked, reason: 'cannot go together' }] : []
  },
  run: async (values, _design, told) =>
    (await import('./run-build.ts')).runBuild(values as unknown as BuildOptions, told),
}
