import {
  accept,
  allowed,
  describe,
  fillDefaults,
  kebabCase,
  plainValue,
  type Resolved,
  type Value,
  valueText,
} from '#design'
import { type ConfFile, confFormat, isThere, readConf, syntaxRefusal } from './conf-file.ts'
import { loadFormat, type ConfFormatName } from './formats/format.ts'
import type { Line } from './formats/section.ts'
import type { Layer, Setting } from './layer.ts'
import { pathIn } from './paths.ts'
import { plain, SyntaxProblem, type Table } from './table.ts'
import { tableLayer, type Wanted } from './table-layer.ts'

/** The settings of a design as they are now. */
export interface Present extends Wanted {
  readonly resolved: Resolved
  /** What is set; all else is at its default. */
  readonly settings: Layer
}

/**
 * The text of a configuration file that says what the settings are now.
 *
 * @param to Where it is to be, where what it says of files is seen from; what is there stays, but for the design's own table, which is written anew. Or a
 *   format, for a file in the working folder.
 * @throws {RequestProblem} if what is there cannot be read, or cannot take such a table.
 */
export async function writeSettings(
  present: Present,
  to: { readonly path: string } | { readonly format: ConfFormatName },
): Promise<string> {
  const path = 'path' in to ? to.path : 'pegsmith'
  const format = await loadFormat('path' in to ? confFormat(path) : to.format)
  const before = 'path' in to && isThere(path) ? await readConf(path) : { path, text: '', table: new Map() }
  const general = tableLayer(withoutDesign(before.table, present.design), path, present).layer
  try {
    const text = format.place(before.text, present.design, linesOf(present, path, general))
    if (!says(format.read(text), present, path, before)) throw new SyntaxProblem(CANNOT, 1)
    return text
  } catch (error) {
    throw error instanceof SyntaxProblem ? syntaxRefusal(path, error) : error
  }
}

/** What is told where a file is laid out so unusually that a table cannot be put into it with all else left alone. */
const CANNOT = 'this file cannot take the settings and keep all else as it is: dump them to another file'

/**
 * What is written of each parameter: live is what was set, and what another value for every design would shine through to; a comment is what is at its
 * default, or the same as what the file says for every design.
 */
function linesOf({ parameters, resolved, settings }: Present, path: string, general: Layer): Line[] {
  const names = Object.keys(parameters)
  return describe(parameters).map((description, i): Line => {
    const name = names[i]
    const { kind, unit = '' } = parameters[name]
    const value = plainValue(resolved[name])
    const isPath = kind === 'model' || kind === 'path'
    const shining = general.get(name)
    const same = shining !== undefined && means(shining, name, { parameters, resolved })
    const range = allowed(description)
    return {
      key: description.name,
      value: isPath ? pathIn(path, String(value)) : value,
      comment:
        `${description.description}${range && `: ${range}`}${unit && ` ${unit}`}`.replace(/\s+/g, ' ') +
        (same ? '; the same for every design' : ''),
      live: shining ? !same : settings.has(name),
    }
  })
}

/** Whether a setting gives a parameter the value that it has now. */
const means = ({ value }: Setting, name: string, { parameters, resolved }: Pick<Present, 'parameters' | 'resolved'>) =>
  valueText(readAs(value, name, { parameters, resolved }) ?? NaN) === valueText(resolved[name])

/** The value that a setting gives a parameter; a model is not read anew. */
function readAs(
  value: unknown,
  name: string,
  { parameters, resolved }: Pick<Present, 'parameters' | 'resolved'>,
): Value | undefined {
  const model = parameters[name].kind === 'model' && value === valueText(resolved[name])
  return model ? resolved[name] : accept(parameters[name], value).value
}

/** Whether a table says what the settings are now, and of all else the same as before. */
function says(table: Table, present: Present, path: string, before: ConfFile): boolean {
  const { design, parameters, resolved } = present
  const { layer } = tableLayer(table, path, present)
  const given = [...layer].map(([name, { value }]) => [name, readAs(value, name, present)] as const)
  const settled = fillDefaults(parameters, Object.fromEntries(given) as Record<string, Value>)
  return (
    Object.keys(parameters).every((name) => valueText(settled[name]) === valueText(resolved[name])) &&
    textOf(withoutDesign(table, design)) === textOf(withoutDesign(before.table, design))
  )
}

const withoutDesign = (table: Table, design: string): Table =>
  new Map([...table].filter(([key]) => kebabCase(key) !== design))

const textOf = (table: Table) => JSON.stringify(plain(table))
