import { type Node, visit } from 'jsonc-parser'
import { kebabCase } from '#design'
import { parseJson } from './read-json.ts'
import { assignment, foreignComments, type Line } from './section.ts'

/** Writes a table into a text: in place of the value of that name, if there is one, else behind the others. */
export function placeJson(text: string, name: string, lines: readonly Line[], comments: boolean): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const root = parseJson(text, comments)
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
