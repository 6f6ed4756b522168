import { type Design, kebabCase, type Parameters, type Problem, problemText, RequestProblem } from '#design'
import { catalogue } from '../../designs/index.ts'
import { wholeBuild } from '../build/settings.ts'
import { type ConfFile, findConf, readConf } from '../settings/conf-file.ts'
import { FileProblem } from '../files/problem.ts'
import { configure } from '../settings/configure.ts'
import { type Layer, type LayerName, layerNames, readOrder } from '../settings/layer.ts'
import type { Told } from './command.ts'
import type { Given } from './words.ts'

/** What was gathered from all layers, and what is wrong with them. */
export interface Gathered extends Omit<Told, 'words'> {
  readonly problems: readonly Problem[]
}

/**
 * Gathers the settings of a design from the command line, the environment and the configuration file, as the options in {@link layerOptions} ask for.
 *
 * @param given What was typed, by camelCase name.
 * @param parameters What can be set.
 */
export async function gather(given: Given, parameters: Parameters, design: Design): Promise<Gathered> {
  const { order, problems: disorder } = orderOf(given.layers)
  const preset = typeof given.preset === 'string' && given.preset !== '' ? given.preset : undefined
  const { file, problems: unread } =
    order.includes('file') || preset !== undefined ? await confFile(given.conf) : { problems: [] }
  const { settings, problems, unknown } = configure(
    {
      design,
      parameters,
      order,
      // Of a file that cannot be read, nobody knows which presets are in it.
      preset: unread.length === 0 ? preset : undefined,
      environment: process.env,
      file,
      typed: typedLayer(given, parameters),
    },
    [...catalogue, design],
    [wholeBuild],
  )
  const strict = given.strict === true
  return {
    given,
    settings,
    problems: [...disorder, ...unread, ...problems, ...(strict ? unknown : [])],
    warnings: strict ? [] : unknown.map((each) => [each.place, problemText(each)].filter(Boolean).join(': ')),
  }
}

/** The order that is asked for; while it is wrong, the usual one. */
export function orderOf(layers: unknown): {
  readonly order: readonly LayerName[]
  readonly problems: readonly Problem[]
} {
  const read = typeof layers === 'string' ? readOrder(layers) : { order: layerNames }
  if ('order' in read) return { ...read, problems: [] }
  return { order: layerNames, problems: [{ parameters: ['layers'], value: layers, reason: read.reason }] }
}

/** The configuration file that is asked for, or the nearest; none if the path is empty. */
export async function confFile(
  conf: unknown,
): Promise<{ readonly file?: ConfFile; readonly problems: readonly Problem[] }> {
  try {
    const path = typeof conf === 'string' ? conf : findConf(workingFolder())
    return { ...(path && { file: await readConf(path) }), problems: [] }
  } catch (error) {
    if (!(error instanceof RequestProblem)) throw error
    return { problems: error.problems.map((each) => ({ ...each, place: error.subject })) }
  }
}

function workingFolder(): string {
  try {
    return process.cwd()
  } catch (error) {
    throw new FileProblem('the working folder', error)
  }
}

/** What was typed for parameters, as a layer. */
export const typedLayer = (given: Given, parameters: Parameters): Layer =>
  new Map(
    Object.entries(given)
      .filter(([name]) => name in parameters)
      .map(([name, value]) => [name, { value, layer: 'cli', name: `--${kebabCase(name)}` }]),
  )
