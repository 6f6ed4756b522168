import { lstatSync, realpathSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import {
  type Design,
  fillDefaults,
  kebabCase,
  type Problem,
  problem,
  problemText,
  RequestProblem,
  type Resolved,
  resolveParameters,
} from '#design'
import { catalogue } from '../../designs/index.ts'
import { filesOf, type Job } from '../build/job.ts'
import { readPauses } from '../build/patience.ts'
import { readBed } from '../build/plates/bed.ts'
import type { Entry } from '../build/project/entry.ts'
import { readProject } from '../build/project/read-project.ts'
import { buildSettings, makingSettings, wholeBuild } from '../build/settings.ts'
import { ofThese, settleParts } from '../build/settle.ts'
import { editionOf } from '../files/edition.ts'
import { isFolder } from '../files/write.ts'
import { type ConfFile, readConf } from '../settings/conf-file.ts'
import { overlaid, type Sources } from '../settings/configure.ts'
import { unknownVariables } from '../settings/environment.ts'
import { confFormatOf } from '../settings/formats/format.ts'
import { knownNames } from '../settings/known-names.ts'
import { unknownKeys } from '../settings/unknown-keys.ts'
import type { Told } from './command.ts'
import { type DesignSource, openDesign, programCode } from './design-source.ts'
import { partOptions } from './part-options.ts'
import { confFile, orderOf, typedLayer } from './gather.ts'

/** A project, read and settled. */
export interface Project {
  readonly file: ConfFile
  /** Every part that it lists, in its order. */
  readonly jobs: readonly Job[]
  /** How it is built. */
  readonly settings: Resolved
  /** The folder of its files. */
  readonly output: string
  /** What was typed besides the file: names of parts. */
  readonly names: readonly string[]
  readonly warnings: readonly string[]
  /** Every file that it came from, with the edition that was found: when one of them changes, so may the project. */
  readonly editions: ReadonlyMap<string, string>
}

/**
 * Opens the project that a command line means: that of the file that it names, or the nearest.
 *
 * @throws {RequestProblem} with everything that is wrong with it.
 */
export async function openProject({ given, words }: Told): Promise<Project> {
  const { file, names } = await projectFile(given.conf, words)
  const sources = new Map<Design, DesignSource>()
  const { entries, problems: misread } = await readProject(file, async (word) => {
    const source = await openDesign(word)
    sources.set(source.design, source)
    return source.design
  })
  const { order, problems: disorder } = orderOf(given.layers)
  const typed = typedLayer(given, { ...partOptions(), ...buildSettings, ...makingSettings })
  const around = { file, order, environment: process.env, typed }
  const preset = typeof given.preset === 'string' && given.preset !== '' ? given.preset : undefined
  const codeOf = (design: Design) => sources.get(design)!.code
  const parts = await settleParts(entries, { ...around, preset, program: programCode(), codeOf })
  const whole = settleBuild(around)
  const known = knownNames([...catalogue, ...sources.keys()], makingSettings, [wholeBuild])
  const variables = unknownVariables(process.env, new Map([...whole.env, ...parts.used]), known)
  const problems = [
    ...disorder,
    ...unknownKeys(file, known),
    ...misread,
    ...whole.problems,
    ...parts.problems,
    ...unused(typed.keys(), entries),
    ...(given.strict === true ? variables : []),
  ]
  const { values: settings } = whole
  const output = settings && String(settings.output)
  const refused = settings ? outputProblems(settings.output as string, parts.jobs) : []
  if (problems.length + refused.length > 0) throw new RequestProblem(file.path, [...problems, ...refused])
  return {
    file,
    jobs: parts.jobs,
    settings: settings!,
    output: output!,
    names,
    warnings: given.strict === true ? [] : variables.map((each) => problemText(each)),
    editions: new Map([
      ...[file.path, ...parts.models].map((path) => [path, editionOf(path)] as const),
      ...[...sources.values()].flatMap(({ editions }) => [...editions]),
    ]),
  }
}

/** The file among the words, or the one that is asked for otherwise; and the other words, which name parts. */
async function projectFile(conf: unknown, words: readonly string[]): Promise<{ file: ConfFile; names: string[] }> {
  const files = words.filter((word) => confFormatOf(word))
  const names = words.filter((word) => !confFormatOf(word))
  const asked = [...files, ...(typeof conf === 'string' && conf !== '' ? [conf] : [])]
  if (asked.length > 1) throw request('build', `one project at a time: ${asked.join(', ')}`)
  if (asked.length === 1) return { file: await readConf(asked[0]), names }
  const { file, problems } = await confFile(conf)
  if (problems.length > 0) throw new RequestProblem('build', problems)
  if (file) return { file, names }
  throw request('build', 'there is no project file here or above: pegsmith init writes one to begin with')
}

const request = (where: string, reason: string) => new RequestProblem(where, [{ parameters: [], reason }])

/** How the project is built, by all layers. */
function settleBuild(around: Pick<Sources, 'order' | 'environment' | 'typed'> & { readonly file: ConfFile }) {
  const { settings, problems, env } = overlaid({
    ...around,
    design: wholeBuild,
    parameters: buildSettings,
    typed: ofThese(buildSettings, around.typed),
  })
  const given = Object.fromEntries([...settings].map(([name, { value }]) => [name, value]))
  const beside = join(dirname(around.file.path), 'output')
  // Each is told along with whatever else is wrong.
  const { backoff, bed } = fillDefaults(buildSettings, given as Resolved)
  const pauses = readPauses(String(backoff))
  const found = readBed(String(bed))
  const unread: Problem[] = [
    ...(typeof pauses === 'string' ? [{ ...problem('backoff', pauses), value: backoff }] : []),
    ...(found.value ? [] : [{ ...problem('bed', found.reason, found.suggestion), value: bed }]),
  ]
  try {
    const declared = { ...wholeBuild, check: () => [] }
    const values = resolveParameters(declared, { output: beside, ...given }, [...problems, ...unread])
    return { values, problems: [], env }
  } catch (error) {
    if (!(error instanceof RequestProblem)) throw error
    const spell = (name: string) => ({ name: settings.get(name)?.name ?? kebabCase(name) })
    const told = error.problems.map((each) => ({
      parameters: [],
      place: each.place ?? settings.get(each.parameters[0])?.place ?? wholeBuild.name,
      reason: problemText(each, spell),
    }))
    return { problems: told, env }
  }
}

/** What was typed and no part has. */
function unused(typed: Iterable<string>, entries: readonly Entry[]): Problem[] {
  const known = new Set(
    [buildSettings, makingSettings, ...new Set(entries.map(({ design }) => design.parameters))]
      .flatMap((parameters) => Object.keys(parameters))
      .map(kebabCase),
  )
  return [...typed]
    .filter((name) => !known.has(kebabCase(name)))
    .map((name) => ({ parameters: [name], reason: 'means nothing: no part of the project has it' }))
}

/** What is wrong with where the files are to go. */
function outputProblems(output: string, jobs: readonly Job[]): Problem[] {
  const wrong = (reason: string, place = output): Problem[] => [{ parameters: [], place, reason }]
  if (resolve(output).split(sep).includes('.pegsmith')) {
    return wrong('lies in a .pegsmith folder, where the state of builds is kept: choose another output folder')
  }
  const above = dirname(resolve(output))
  if (!isFolder(above) || !lstatSync(output, { throwIfNoEntry: false })) return []
  if (!isFolder(output)) return wrong('is no folder, which the output of a build must be')
  const home = realpathSync(output)
  return [...jobs.flatMap(filesOf), '.pegsmith'].flatMap((name) => {
    const path = join(output, name)
    if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return []
    const target = followed(path)
    if (target !== undefined && !relative(home, target).startsWith('..')) return []
    return wrong('is a link that leads out of the output folder: remove it, or choose another folder', path)
  })
}

/** Where a link leads; nothing if it leads nowhere. */
function followed(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}
