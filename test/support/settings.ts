import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import {
  type Design,
  fillDefaults,
  isModel,
  kebabCase,
  type Parameters,
  plainValue,
  type Resolved,
  resolveParameters,
  type Value,
} from '#design'
import { catalogue } from '../../designs/index.ts'
import { generate } from '../../src/cli/generate.ts'
import { readConf } from '../../src/settings/conf-file.ts'
import { type Configured, configure, type Sources } from '../../src/settings/configure.ts'
import { type Layer, layerNames } from '../../src/settings/layer.ts'
import { type Present, writeSettings } from '../../src/settings/write-settings.ts'
import { emptyFolder } from './pegsmith.ts'

export const designNamed = (name: string) => catalogue.find((design) => design.name === name)!

/** All that can be set when a design is made. */
export const settingsOf = (design: Design): Parameters => generate.settings!(design)

/** A file in a folder of its own, unless one is given. */
export function fileWith(name: string, text: string | Uint8Array, folder = emptyFolder()): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  return path
}

/** Values as if they had been typed. */
export const typed = (given: Readonly<Record<string, unknown>>): Layer =>
  new Map(Object.entries(given).map(([name, value]) => [name, { value, layer: 'cli', name: `--${kebabCase(name)}` }]))

/** Configures a design from a file and nothing else, unless more is said. */
export async function configured(design: Design, path?: string, more: Partial<Sources> = {}): Promise<Configured> {
  const sources = {
    design,
    parameters: settingsOf(design),
    order: layerNames,
    environment: {},
    typed: typed({}),
    ...(path && { file: await readConf(path) }),
    ...more,
  }
  return configure(sources, [...catalogue, design])
}

/** The values that settings lead to. Models that are known by their paths need not be read again. */
export function valuesOf(design: Design, settings: Layer, models: Readonly<Record<string, Value>> = {}): Resolved {
  const declared = { ...design, parameters: settingsOf(design), check: () => [] }
  const given = [...settings].map(([name, { value }]) => [name, models[resolve(String(value))] ?? value])
  return resolveParameters(declared, Object.fromEntries(given) as Resolved)
}

/** A design's settings as they are after values were typed, in whatever is set beside them. */
export function presentOf(design: Design, given: Readonly<Record<string, Value>>, below: Layer = typed({})): Present {
  const parameters = settingsOf(design)
  const settings: Layer = new Map([...below, ...typed(given)])
  const values = Object.fromEntries([...settings].map(([name, { value }]) => [name, value as Value]))
  return { design: design.name, parameters, resolved: fillDefaults(parameters, values), settings }
}

/** Writes settings into a file, as `--dump-conf` does, and gives its text. */
export async function dump(present: Present, path: string): Promise<string> {
  const text = await writeSettings(present, { path })
  writeFileSync(path, text)
  return text
}

/** Values, in which paths that lead to the same file are the same. */
export const comparable = (parameters: Parameters, values: Resolved) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const path = String(isModel(value) ? plainValue(value) : value)
      const isPlace = ['path', 'model'].includes(parameters[name].kind) && path !== '' && path !== '-'
      return [name, isPlace ? resolve(path) + (path.endsWith('/') ? '/' : '') : value]
    }),
  )
