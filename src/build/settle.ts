import { relative } from 'node:path'
import {
  kebabCase,
  type Model,
  type Orientation,
  type Parameters,
  type Problem,
  problemText,
  type Quality,
  RequestProblem,
  type Resolved,
  resolveParameters,
} from '#design'
import type { Format } from '../files/format.ts'
import type { ConfFile } from '../settings/conf-file.ts'
import { overlaid, type Sources } from '../settings/configure.ts'
import type { Layer } from '../settings/layer.ts'
import { pathIn } from '../settings/paths.ts'
import { readModels } from '../settings/read-models.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { Job } from './job.ts'
import type { Entry } from './project/entry.ts'
import { makingSettings } from './settings.ts'

/** What else says something about the parts of a project. */
export interface Around extends Pick<Sources, 'order' | 'preset' | 'environment' | 'typed'> {
  readonly file: ConfFile
  /** Stands for all code of the program. */
  readonly program: string
  /** Stands for what is in a design's own files; empty for one of the catalogue. */
  readonly codeOf: (design: Entry['design']) => string
}

/** The parts of a project, as far as nothing is wrong with them. */
export interface SettledParts {
  readonly jobs: readonly Job[]
  /** Each with the part that it is about first; what is wrong with several is told once. */
  readonly problems: readonly Problem[]
  /** What the environment says of any of them. */
  readonly used: Layer
  /** The paths of the models that they are made from. */
  readonly models: readonly string[]
}

/** Settles every parameter of every part. */
export async function settleParts(entries: readonly Entry[], around: Around): Promise<SettledParts> {
  const jobs: Job[] = []
  const wrong = new Map<string, string[]>()
  const used = new Map<string, Layer extends ReadonlyMap<string, infer S> ? S : never>()
  const models = new Map<string, ReturnType<typeof readModels>>()
  for (const listed of entries) {
    const entry = around.preset === undefined ? listed : { ...listed, preset: around.preset }
    const { design } = entry
    const parameters: Parameters = { ...design.parameters, ...makingSettings }
    const { settings, problems, env } = overlaid({
      ...around,
      design,
      parameters,
      preset: entry.preset,
      part: entry.parameters,
      typed: ofThese(parameters, around.typed),
    })
    for (const [name, setting] of env) used.set(name, setting)
    try {
      const values = await resolved(entry, parameters, settings, problems, around.file, models)
      // What is typed wins, also over what a part says of itself.
      const formats = settings.get('format')?.layer === 'cli' ? undefined : entry.formats
      jobs.push(jobOf({ ...entry, formats }, values, around))
    } catch (error) {
      if (!(error instanceof RequestProblem)) throw error
      const spell = (name: string) => settings.get(name) ?? { name: kebabCase(name) }
      for (const each of error.problems) {
        const told = [each.place, problemText(each, spell)].filter(Boolean).join(': ')
        wrong.set(told, [...(wrong.get(told) ?? []), entry.name])
      }
    }
  }
  const problems = [...wrong].map(([reason, [first, ...others]]): Problem => {
    const more =
      others.length > 0 ? ` (and so ${others.length === 1 ? others[0] : `${others.length} other parts`})` : ''
    return { parameters: [], place: first, reason: reason + more }
  })
  return { jobs, problems, used, models: [...models.keys()] }
}

/** Of what was typed, what there is a parameter for. */
export function ofThese(parameters: Parameters, typed: Layer): Layer {
  const names = new Map(Object.keys(parameters).map((name) => [kebabCase(name), name]))
  return new Map(
    [...typed].flatMap(([key, setting]) => {
      const name = names.get(kebabCase(key))
      return name === undefined ? [] : [[name, setting] as const]
    }),
  )
}

async function resolved(
  { name, design, preset }: Entry,
  parameters: Parameters,
  settings: Layer,
  problems: readonly Problem[],
  file: ConfFile,
  models: Map<string, ReturnType<typeof readModels>>,
): Promise<Resolved> {
  const values: Record<string, unknown> = {}
  const unread: Problem[] = []
  for (const [key, { value }] of settings) {
    values[key] = value
    if (parameters[key].kind !== 'model' || value === '') continue
    // A model that many parts have is read once; it goes by the name that it has seen from the project, wherever both are and the build was started.
    const path = String(value)
    if (!models.has(path)) models.set(path, readModels({ model: value }, { model: parameters[key] }))
    const { given, problems: unreadable } = await models.get(path)!
    unread.push(...unreadable.map((each) => ({ ...each, parameters: [key] })))
    values[key] = given.model && { ...(given.model as Model), name: pathIn(file.path, relative('', path)) }
  }
  const declared = { name, parameters, check: design.check }
  const found = [...problems, ...unread].map((each) =>
    preset !== undefined && each.parameters[0] === 'preset'
      ? { ...each, parameters: [], value: undefined, reason: `preset ${preset} ${each.reason}` }
      : each,
  )
  return resolveParameters(declared, values, found)
}

function jobOf(
  { name, group, design, copies, needs, formats }: Entry,
  values: Resolved,
  { program, codeOf }: Around,
): Job {
  const parameters = Object.fromEntries(Object.keys(design.parameters).map((key) => [key, values[key]]))
  const { orientation, quality, format } = values as { orientation: Orientation; quality: Quality; format: Format }
  const how = { orientation, quality, formats: formats ?? [format] }
  const code = codeOf(design)
  const fingerprint = fingerprintOf({ program, code, design: design.name, ...how, parameters })
  return { name, group, design, parameters, ...how, copies, needs, code, fingerprint }
}
