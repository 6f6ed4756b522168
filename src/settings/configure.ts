import type { Design, Parameters, Problem } from '#design'
import type { ConfFile } from './conf-file.ts'
import { type Environment, environmentLayer, unknownVariables } from './environment.ts'
import { knownNames, type Named } from './known-names.ts'
import { type Layer, type LayerName, overlay } from './layer.ts'
import { presetLayer } from './preset.ts'
import type { Table } from './table.ts'
import { tableLayer } from './table-layer.ts'
import { unknownKeys } from './unknown-keys.ts'

/** All that may say something about the settings of a design. */
export interface Sources {
  readonly design: Pick<Design, 'name' | 'parameters' | 'presets'>
  /** What can be set: the design's parameters, and how it is made. */
  readonly parameters: Parameters
  /** The layers that count, lowest first. */
  readonly order: readonly LayerName[]
  /** Name of the preset that is asked for. */
  readonly preset?: string | undefined
  readonly environment: Environment
  readonly file?: ConfFile
  /** What the file says of the one part that is asked for: it counts as the rest of the file does, and more. */
  readonly part?: Table
  /** What was typed. */
  readonly typed: Layer
}

/** What the layers say, taken together. */
export interface Configured {
  /** What is set, and where; all else is at its default. */
  readonly settings: Layer
  readonly problems: readonly Problem[]
  /** Keys and variables that mean nothing to any design. */
  readonly unknown: readonly Problem[]
}

/**
 * Gathers the settings of a design from every layer.
 *
 * @param designs All that a file or the environment may speak of.
 * @param others What else they may speak of.
 */
export function configure(sources: Sources, designs: readonly Design[], others: readonly Named[] = []): Configured {
  const { settings, problems, env } = overlaid(sources)
  const { design, parameters, order, environment, file } = sources
  // Other designs have the settings of how a part is made, but not this one's parameters.
  const making = Object.fromEntries(
    Object.entries(parameters).filter(([name, each]) => each !== design.parameters[name]),
  )
  const known = knownNames(designs, making, others)
  return {
    settings,
    problems,
    unknown: [
      ...(file ? unknownKeys(file, known) : []),
      ...(order.includes('env') ? unknownVariables(environment, env, known) : []),
    ],
  }
}

/** What the layers say, the last that counts the most, and what the environment says alone. */
export function overlaid({ design, parameters, order, preset, environment, file, part, typed }: Sources) {
  const wanted = { design: design.name, parameters }
  const fromFile = file && order.includes('file') ? tableLayer(file.table, file.path, wanted) : undefined
  const fromPreset = preset === undefined ? undefined : presetLayer(preset, design, file, wanted)
  const fromPart = file && part ? tableLayer(part, file.path, wanted) : undefined
  const env: Layer = order.includes('env') ? environmentLayer(environment, wanted) : new Map()
  const own: Layer = new Map([...(fromFile?.layer ?? []), ...(fromPart?.layer ?? [])])
  // What a part is asked to be counts, though the rest of its file does not.
  const counting: readonly LayerName[] =
    fromPart && !order.includes('file') ? order.flatMap((each) => (each === 'preset' ? [each, 'file'] : [each])) : order
  return {
    settings: overlay({ preset: fromPreset?.layer, env, file: own, cli: typed }, counting),
    problems: [fromFile, fromPart, fromPreset].flatMap((each) => each?.problems ?? []),
    env,
  }
}
