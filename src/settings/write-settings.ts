import {
  accept,
  allowed,
  describe,
  fillDefaults,
  kebabCase,
  type Parameter,
  plainValue,
  type Resolved,
  type Value,
  valueText,
} from '#design'
import { type ConfFile, confFormat, isThere, markOf, readConf, syntaxRefusal, withoutMark } from './conf-file.ts'
import { type ConfFormat, loadFormat, type ConfFormatName } from './formats/format.ts'
import { type Line, SAME } from './formats/section.ts'
import type { Layer, Setting } from './layer.ts'
import { isPath, pathIn, wholePath } from './paths.ts'
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
    const text = format.place(withoutMark(before.text), present.design, linesOf(present, path, general))
    if (!says(read(format, text), present, path, before)) throw new SyntaxProblem(CANNOT, 1)
    return markOf(before.text) + text
  } catch (error) {
    throw error instanceof SyntaxProblem ? syntaxRefusal(path, error) : error
  }
}

/** What a text holds; nothing if it is not in its format, whose lines nobody has seen yet. */
function read(format: ConfFormat, text: string): Table | undefined {
  try {
    return format.read(text)
  } catch (error) {
    if (error instanceof SyntaxProblem) return undefined
    throw error
  }
}

/** What is told where a file is laid out so unusually that a table cannot be put into it with all else left alone. */
const CANNOT = 'this file cannot take the settings and keep all else as it is: dump them to another file'

/**
 * What is written of each parameter: live is what was set, and what another value for every design would shine through to; a comment is what is at its
 * default, or the same as what the file says for every design.
 */
function linesOf(present: Present, path: string, general: Layer): Line[] {
  const { parameters, resolved, settings } = present
  const names = Object.keys(parameters)
  return describe(parameters).map((description, i): Line => {
    const name = names[i]
    const { kind, unit = '' } = parameters[name]
    const value = plainValue(resolved[name])
    const shining = general.get(name)
    const same = shining !== undefined && means(shining, name, present)
    const range = allowed(description)
    return {
      key: description.name,
      value: isPath(kind) ? pathIn(path, String(value)) : value,
      comment:
        `${description.description}${range && `: ${range}`}${unit && ` ${unit}`}`.replace(/\s+/g, ' ') +
        (same ? SAME : ''),
      live: shining ? !same : settings.has(name),
    }
  })
}

/** Whether a setting gives a parameter the value that it has now. */
const means = ({ value }: Setting, name: string, present: Present) =>
  isSame(readAs(value, name, present), present.resolved[name], present.parameters[name])

/** Whether two values of a parameter are the same: of paths, whether they lead to the same file. */
const isSame = (a: Value | undefined, b: Value, parameter: Parameter) =>
  a !== undefined && comparable(a, parameter) === comparable(b, parameter)

const comparable = (value: Value, { kind }: Parameter) =>
  isPath(kind) ? wholePath(valueText(value)) : valueText(value)

/** The value that a setting gives a parameter; a model is not read anew. */
function readAs(value: unknown, name: string, { parameters, resolved }: Present): Value | undefined {
  const parameter = parameters[name]
  const model = parameter.kind === 'model' && isSame(String(value), resolved[name], parameter)
  return model ? resolved[name] : accept(parameter, value).value
}

/** Whether a table says what the settings are now, and of all else the same as before. */
function says(table: Table | undefined, present: Present, path: string, before: ConfFile): boolean {
  if (!table) return false
  const { design, parameters, resolved } = present
  const { layer } = tableLayer(table, path, present)
  const given = [...layer].map(([name, { value }]) => [name, readAs(value, name, present)] as const)
  const settled = fillDefaults(parameters, Object.fromEntries(given) as Record<string, Value>)
  return (
    Object.keys(parameters).every((name) => isSame(settled[name], resolved[name], parameters[name])) &&
    textOf(withoutDesign(table, design)) === textOf(withoutDesign(before.table, design))
  )
}

const withoutDesign = (table: Table, design: string): Table =>
  new Map([...table].filter(([key]) => kebabCase(key) !== design))

const textOf = (table: Table) => JSON.stringify(plain(table))
