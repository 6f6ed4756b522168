import { unsafe } from 'ini'
import { type GrowingTable, put, SyntaxProblem, type Table } from '../table.ts'
import type { ConfFormat } from './format.ts'
import { type LineFormat, placeSection, type Section } from './section.ts'

/**
 * Reads INI: `key = value` lines under `[section]` lines, `[a.b]` being `b` within `a`. Every value is text. The library is asked for what
 * quotes, backslashes and comments mean; its own reader tells no lines, and passes over what it does not understand.
 */
function readIni(text: string): Table {
  const root: GrowingTable = new Map()
  let section = root
  for (const [i, raw] of linesOf(text).entries()) {
    const line = i + 1
    const content = raw.trim()
    if (/^([;#]|$)/.test(content)) continue
    const header = sectionIn(content)
    if (header) {
      section = header.reduce((table, name) => within(table, name, line), root)
      continue
    }
    const [, key, value] = /^([^=]+)=(.*)$/.exec(content) ?? []
    if (key === undefined) throw new SyntaxProblem('expected [section], key = value or ; comment', line, 1)
    put(section, unsafe(key), { value: textOf(value), line })
  }
  return root
}

const linesOf = (text: string) => text.split(/\r\n|\n|\r/)

/** The names in `[a.b]`; a dot that is part of a name has a backslash before it. */
const sectionIn = (line: string): string[] | undefined =>
  /^\[(.+)\]\s*([;#].*)?$/
    .exec(line)?.[1]
    .split(/(?<!\\)\./)
    .map((name) => unsafe(name.replaceAll('\\.', '.')))

function within(table: GrowingTable, name: string, line: number): GrowingTable {
  const there = table.get(name)?.value
  if (there instanceof Map) return there
  const made: GrowingTable = new Map()
  put(table, name, { value: made, line })
  return made
}

/** A value in quotes is told from a comment after it here: the library keeps quotes that are not the last of the line, and reads numbers in single ones. */
function textOf(value: string): string {
  const [, quoted, single] = /^\s*("(?:[^"\\]|\\.)*"|'([^']*)')\s*(?:[;#].*)?$/.exec(value) ?? []
  return single ?? unsafe(quoted ?? value)
}

const layout: LineFormat = {
  comment: ';',
  indent: '',
  separator: ' = ',
  header: (name) => `[${name.replaceAll('.', '\\.')}]`,
  key: (name) => name,
  value: (value) => (typeof value === 'string' ? JSON.stringify(value) : String(value)),
  sections: (text) => {
    const heads = linesOf(text).flatMap((line, i) => {
      const path = sectionIn(line.trim())
      return path ? [{ name: path.length === 1 ? path[0] : undefined, from: i + 1 }] : []
    })
    return heads.map((head, i): Section => ({ ...head, to: heads[i + 1]?.from }))
  },
}

export const ini: ConfFormat = {
  read: readIni,
  place: (text, name, lines) => placeSection(layout, text, name, lines),
}
