import { applyEdits, modify, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { kebabCase } from '#design'
import { type GrowingTable, type Held, put, SyntaxProblem, type Table } from '../table.ts'
import type { ConfFormat } from './format.ts'
import { assignment, foreignComments, type Line } from './section.ts'

/** @param comments Whether there may be comments, and commas after the last value. */
function readJson(text: string, comments: boolean): Table {
  const root = parse(text, comments)
  if (!root) return new Map()
  const value = held(root, text)
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

function held({ type, value, children = [] }: Node, text: string): Held {
  if (type === 'array') return children.map((each) => held(each, text))
  if (type !== 'object') return value as Held
  const table: GrowingTable = new Map()
  for (const { offset, children: pair = [] } of children) {
    const [name, content] = pair
    put(table, String(name.value), { value: held(content, text), line: placeIn(text, offset)[0] })
  }
  return table
}

function placeObject(text: string, name: string, lines: readonly Line[], comments: boolean): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const formattingOptions = { tabSize: INDENT.length, insertSpaces: true, eol }
  const there = ownProperty(parse(text, comments), name)
  const key = there ? String(there.children![0].value) : name
  const roomy = applyEdits(text, modify(text, [key], {}, { formattingOptions }))
  const { offset, length } = ownProperty(parse(roomy, comments), name)!.children![1]
  const old = there ? text.slice(there.offset, there.offset + there.length).split(/\r?\n/) : []
  const object = comments ? annotated(lines, old) : objectLines(lines.filter(({ live }) => live).map(jsonLine))
  const written = roomy.slice(0, offset) + object.join(eol) + roomy.slice(offset + length)
  return written.endsWith('\n') ? written : written + eol
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
  const foreign = old.filter(foreignComments(notation, body, lines)).map((line) => line.trim())
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
