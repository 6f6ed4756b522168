import { type Node, type ParseError, parseTree, printParseErrorCode, visit } from 'jsonc-parser'
import { kebabCase } from '#design'
import { type GrowingTable, type Held, put, SyntaxProblem, type Table } from '../table.ts'
import type { ConfFormat } from './format.ts'
import { assignment, foreignComments, type Line } from './section.ts'

/** @param comments Whether there may be comments, and commas after the last value. */
function readJson(text: string, comments: boolean): Table {
  const root = parse(text, comments)
  if (!root) return new Map()
  const value = held(root, lineCounter(text))
  if (value instanceof Map) return value
  throw new SyntaxProblem('expected { … }', ...placeIn(text, root.offset))
}

/** @returns Nothing if there is nothing in the text. */
function parse(text: string, comments: boolean): Node | undefined {
  const errors: ParseError[] = []
  const options = { disallowComments: !comments, allowTrailingComma: comments, allowEmptyContent: true }
  const root = parseTree(text, errors, options)
  if (errors.length === 0) return root
  const [{ error, offset, length }] = errors
  const words = printParseErrorCode(error).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  const found = text.slice(offset, offset + length)
  throw new SyntaxProblem(
    `${reasons[words.trim()] ?? words.trim()}${found ? `; there is ${found}` : ''}`,
    ...placeIn(text, offset),
  )
}

/** What the library says, in words for whoever wrote the file. */
const reasons: Record<string, string> = {
  'invalid symbol': 'expected a value; text stands in double quotes',
  'property name expected': 'expected a name in double quotes',
  'value expected': 'expected a value',
  'colon expected': 'expected a colon',
  'comma expected': 'expected a comma',
  'close brace expected': 'expected }',
  'close bracket expected': 'expected ]',
  'end of file expected': 'expected the end',
  'invalid comment token': 'JSON has no comments; name the file .jsonc',
}

function placeIn(text: string, offset: number): [line: number, column: number] {
  const before = text.slice(0, offset).split('\n')
  return [before.length, before.at(-1)!.length + 1]
}

/** Tells the lines of offsets that only grow: counting anew from the beginning for each takes minutes in a long file. */
function lineCounter(text: string): (offset: number) => number {
  let [line, next] = [1, text.indexOf('\n')]
  return (offset) => {
    for (; next >= 0 && next < offset; next = text.indexOf('\n', next + 1)) line++
    return line
  }
}

function held({ type, value, children = [] }: Node, lineOf: (offset: number) => number): Held {
  if (type === 'array') return children.map((each) => held(each, lineOf))
  if (type !== 'object') return value as Held
  const table: GrowingTable = new Map()
  for (const { offset, children: pair = [] } of children) {
    const [name, content] = pair
    const line = lineOf(offset)
    put(table, String(name.value), { value: held(content, lineOf), line })
  }
  return table
}

function placeObject(text: string, name: string, lines: readonly Line[], comments: boolean): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const root = parse(text, comments)
  const there = ownProperty(root, name)
  const [before, after] = there ? around(text, there.children![1]) : room(text, root, name, eol)
  const object = comments
    ? annotated(lines, there ? commentsIn(text, there) : [])
    : objectLines(lines.filter(({ live }) => live).map(jsonLine))
  const written = before + object.join(eol) + after
  return written.endsWith('\n') ? written : written + eol
}

const around = (text: string, { offset, length }: Node): [string, string] => [
  text.slice(0, offset),
  text.slice(offset + length),
]

/** A place for a new property after all that there is, comments at the end of the last line among it: the text before and after its value. */
function room(text: string, root: Node | undefined, name: string, eol: string): [string, string] {
  const key = `${eol}${INDENT}${JSON.stringify(name)}: `
  if (!root) return [`${text.trimEnd()}${text.trim() && eol}{${key}`, `${eol}}`]
  const close = root.offset + root.length - 1
  const last = root.children?.at(-1)
  const end = last ? last.offset + last.length : close
  const rest = text.slice(end, close).trimEnd()
  const comma = rest.replace(/\/\/.*|\/\*[^]*?\*\//g, '').includes(',')
  return [
    text.slice(0, end).trimEnd() + (last && !comma ? ',' : '') + rest + key,
    (comma ? ',' : '') + eol + text.slice(close),
  ]
}

function commentsIn(text: string, { offset, length }: Node): string[] {
  const found: string[] = []
  visit(text, {
    onComment(from, size) {
      if (from >= offset && from < offset + length) found.push(text.slice(from, from + size))
    },
  })
  return found
}

const INDENT = '  '

const ownProperty = (root: Node | undefined, name: string) =>
  root?.children?.find(({ children = [] }) => kebabCase(String(children[0]?.value)) === name)

const notation = {
  comment: '//',
  separator: ': ',
  key: (name: string) => JSON.stringify(name),
  value: (value: unknown) => JSON.stringify(value),
}

const jsonLine = (line: Line, i: number, lines: readonly Line[]) =>
  assignment(notation, line) + (lines.slice(i + 1).some(({ live }) => live) ? ',' : '')

function annotated(lines: readonly Line[], old: readonly string[]): string[] {
  const body = lines.flatMap((line, i) => [
    ...(i > 0 ? [''] : []),
    `// ${line.comment}`,
    (line.live ? '' : '// ') + jsonLine(line, i, lines),
  ])
  const foreign = old.filter(foreignComments(notation, body, lines)).flatMap((each) => each.split(/\s*\n\s*/))
  return objectLines([...foreign, ...body])
}

const objectLines = (body: readonly string[]) =>
  body.length === 0 ? ['{}'] : ['{', ...body.map((line) => line && INDENT + INDENT + line), `${INDENT}}`]

const formatOf = (comments: boolean): ConfFormat => ({
  read: (text) => readJson(text, comments),
  place: (text, name, lines) => placeObject(text, name, lines, comments),
})

export const json = formatOf(false)
export const jsonc = formatOf(true)
