import { type AST, ParseError, parseTOML } from 'toml-eslint-parser'
import { type Entry, type GrowingTable, type Held, placeBehind, put, SyntaxProblem, type Table } from '../table.ts'
import type { ConfFormat } from './format.ts'
import { type LineFormat, placeSection, type Section } from './section.ts'

/** Reads TOML 1.0. */
function readToml(text: string): Table {
  const root: GrowingTable = new Map()
  for (const node of parse(text)) {
    const { line } = node.loc.start
    if (node.type === 'TOMLKeyValue') putPair(root, node, text)
    else {
      const table = descend(root, node.resolvedKey, line)
      for (const pair of node.body) putPair(table, pair, text)
    }
  }
  return root
}

function parse(text: string): AST.TOMLTopLevelTable['body'] {
  try {
    return parseTOML(text, { tomlVersion: '1.0' }).body[0].body
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    // The library looks for the rest of a line on the next ones, and finds fault with what stands there.
    const before = text.slice(0, error.index)
    const bare = /=[ \t]*(#[^\n]*)?\r?\n\s*$/.exec(before)
    if (bare) throw new SyntaxProblem('expected a value', ...placeBehind(before.slice(0, bare.index + 1)))
    const place =
      text.slice(error.index).trim() === ''
        ? placeBehind(before.trimEnd())
        : ([error.lineNumber, error.column + 1] as const)
    throw new SyntaxProblem(reasonOf(error, text), ...place)
  }
}

/** What the library says, in words for whoever wrote the file. */
function reasonOf({ message, index }: ParseError, text: string): string {
  const found = /^[^\s\]},]*/.exec(text.slice(index))![0]
  if (message.startsWith('Defining a key multiple times')) return `${found} is given twice`
  const inValue = /=[^\n]*$/.test(text.slice(0, index))
  const words: Record<string, string> = {
    'Unexpected character': inValue
      ? 'expected a number, true, false or "text"'
      : 'names have letters, digits, - and _ only',
    'Expected equal (=) token': 'expected =',
    'Must be a newline': 'expected the end of the line; "text" stands in quotes',
    'Unspecified values are invalid': 'expected a value',
    'Unterminated table-key': 'expected ]',
    'Unterminated array': 'expected ]',
    'Unterminated inline table': 'expected }',
    'Unterminated string constant': 'expected "',
  }
  const reason = words[message] ?? message.charAt(0).toLowerCase() + message.slice(1)
  return found === '' ? reason : `${reason}; there is ${found}`
}

/** The table of a path, in which numbers are places in a list; made where it is not there. */
function descend(root: GrowingTable, path: readonly (string | number)[], line: number): GrowingTable {
  let here: GrowingTable | Held[] = root
  for (const [i, step] of path.entries()) {
    const made = (): Held => (typeof path[i + 1] === 'number' ? [] : new Map<string, Entry>())
    if (Array.isArray(here)) here[step as number] ??= made()
    else if (!here.has(String(step))) here.set(String(step), { value: made(), line })
    here = (Array.isArray(here) ? here[step as number] : here.get(String(step))!.value) as GrowingTable | Held[]
  }
  return here as GrowingTable
}

function putPair(table: GrowingTable, { key, value, loc }: AST.TOMLKeyValue, text: string): void {
  const names = key.keys.map(nameOf)
  const { line } = loc.start
  put(descend(table, names.slice(0, -1), line), names.at(-1)!, { value: held(value, text), line })
}

function held(node: AST.TOMLContentNode, text: string): Held {
  if (node.type === 'TOMLArray') return node.elements.map((each) => held(each, text))
  if (node.type === 'TOMLInlineTable') {
    const table: GrowingTable = new Map()
    for (const pair of node.body) putPair(table, pair, text)
    return table
  }
  // A date means nothing here; a person who wrote 1979-05-27 sees it so again.
  return node.value instanceof Date ? text.slice(...node.range) : node.value
}

const nameOf = (key: AST.TOMLBare | AST.TOMLQuoted) => (key.type === 'TOMLBare' ? key.name : key.value)

const layout: LineFormat = {
  comment: '#',
  indent: '',
  separator: ' = ',
  header: (name) => `[${keyOf(name)}]`,
  key: keyOf,
  // JSON's texts, numbers and lists are TOML's, too, but for the one control character that JSON leaves bare.
  value: (value) => JSON.stringify(value).replaceAll('\x7f', '\\u007f'),
  sections: (text) =>
    parse(text).flatMap((node, i, nodes): Section[] => {
      const name = nameOf(node.key.keys[0])
      const { start, end } = node.loc
      if (node.type === 'TOMLKeyValue') return [{ name, from: start.line, to: end.line + 1, loose: true }]
      const isTable = node.kind === 'standard' && node.key.keys.length === 1
      return isTable ? [{ name, from: start.line, to: nodes[i + 1]?.loc.start.line }] : []
    }),
}

function keyOf(name: string): string {
  return /^[\w-]+$/.test(name) ? name : JSON.stringify(name)
}

export const toml: ConfFormat = {
  read: readToml,
  place: (text, name, lines) => placeSection(layout, text, name, lines),
}
