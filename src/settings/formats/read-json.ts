import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { type GrowingTable, type Held, placeBehind, put, SyntaxProblem, type Table } from '../table.ts'

/**
 * Reads JSON.
 *
 * @param comments Whether there may be comments, and commas after the last value.
 */
export function readJson(text: string, comments: boolean): Table {
  const root = parseJson(text, comments)
  if (!root) return new Map()
  const value = held(root, lineCounter(text))
  if (value instanceof Map) return value
  throw new SyntaxProblem('expected { … }', ...placeBehind(text.slice(0, root.offset)))
}

/** @returns Nothing if there is nothing in the text. */
export function parseJson(text: string, comments: boolean): Node | undefined {
  const errors: ParseError[] = []
  const options = { disallowComments: !comments, allowTrailingComma: comments, allowEmptyContent: true }
  const root = parseTree(text, errors, options)
  if (errors.length === 0) return root
  const [{ error, offset, length }] = errors
  const words = printParseErrorCode(error).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  const found = text.slice(offset, offset + length)
  throw new SyntaxProblem(
    `${reasons[words.trim()] ?? words.trim()}${found ? `; there is ${found}` : ''}`,
    ...placeBehind(text.slice(0, offset)),
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
