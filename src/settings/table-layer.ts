import { kebabCase, type Parameters, type Problem } from '#design'
import type { Layer, LayerName, Setting } from './layer.ts'
import { isPath, pathFrom } from './paths.ts'
import { type Held, isTable, plain, type Table } from './table.ts'

/** Whose settings are looked for in a table, and what they are. */
export interface Wanted {
  readonly design: string
  readonly parameters: Parameters
}

/**
 * What a table of a configuration file says about a design's settings: its keys for every design, and those in the table of the design's name,
 * which win.
 *
 * @param file Path of the file.
 * @param layer Which layer it is: the file, or a preset in it.
 */
export function tableLayer(
  table: Table,
  file: string,
  { design, parameters }: Wanted,
  layer: LayerName = 'file',
): { readonly layer: Layer; readonly problems: readonly Problem[] } {
  const names = new Map(Object.keys(parameters).map((name) => [kebabCase(name), name]))
  const settings = new Map<string, Setting>()
  const problems: Problem[] = []
  const take = (keys: Table, prefix: string, seen: Map<string, number>) => {
    for (const [key, { value, line }] of keys) {
      const name = names.get(kebabCase(key))
      if (name === undefined || value === null) continue
      const place = `${file}:${line}`
      const before = seen.get(name)
      if (before !== undefined) {
        problems.push({ parameters: [], place, reason: `${key} is given twice: line ${before} has it, too` })
      }
      seen.set(name, line)
      const { kind } = parameters[name]
      settings.set(name, { value: valueIn(value, kind, file), layer, name: prefix + key, place })
    }
  }
  take(table, '', new Map())
  // A design's name, too, may be spelled in two ways.
  const own = new Map<string, number>()
  for (const [key, { value, line }] of table) {
    if (kebabCase(key) !== design) continue
    if (isTable(value)) take(value, `[${key}] `, own)
    else if (value !== null) {
      problems.push({
        parameters: [],
        place: `${file}:${line}`,
        reason: `${key} is a design: its settings stand in a table`,
      })
    }
  }
  return { layer: settings, problems }
}

/** A value for a parameter of some kind; paths are seen from the folder of the file. */
function valueIn(value: Held, kind: string, file: string): unknown {
  return isPath(kind) && typeof value === 'string' ? pathFrom(file, value) : plain(value)
}
