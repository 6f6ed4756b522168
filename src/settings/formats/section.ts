import { kebabCase, type PlainValue } from '#design'

/** A setting as it is written into a file. */
export interface Line {
  readonly key: string
  readonly value: PlainValue
  /** What it is, for people. */
  readonly comment: string
  /** Whether it is set; else it is written as a comment. */
  readonly live: boolean
}

/** Part of a text, from one line to before another; to the end if there is no other. */
export interface Section {
  /** The key, if it is what a design's table can be named by. */
  readonly name: string | undefined
  readonly from: number
  readonly to: number | undefined
  /** Whether it stands among keys of no table, where no table can begin. */
  readonly loose?: boolean
}

/** A format in which a table is a header and lines beneath it. */
export interface LineFormat {
  readonly comment: string
  readonly indent: string
  readonly separator: string
  readonly header: (name: string) => string
  readonly key: (name: string) => string
  readonly value: (value: PlainValue) => string
  /** Where the tables of a text stand, in the order of their lines, from 1. */
  readonly sections: (text: string) => readonly Section[]
}

/**
 * Writes a table into a text: in place of the table of that name, if there is one, else at the end. All other lines stay as they are, and comments
 * within the table that are not this function's own are kept at its head.
 */
export function placeSection(format: LineFormat, text: string, name: string, lines: readonly Line[]): string {
  const section = sectionLines(format, name, lines)
  const isForeign = foreignComments(format, section, lines)
  const foreign = (line: string) => commentsAt(format, line).filter(isForeign)
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const ended = (line: string) => line + eol
  // Each line keeps its own end; a text may have ends of both kinds.
  const there = text.split(/(?<=\n)/).map((line) => (line === '' || line.endsWith('\n') ? line : ended(line)))
  const own = format.sections(text).filter((each) => each.name !== undefined && kebabCase(each.name) === name)
  const place = own.find(({ loose }) => !loose)
  const result: string[] = []
  let next = 1
  for (const each of own) {
    const { from, to = there.length + 1 } = each
    result.push(...there.slice(next - 1, from - 1))
    const block = there.slice(from - 1, to - 1)
    const last = block.findLastIndex((line) => line.trim() !== '' && foreign(line)[0] !== line.trim())
    const inner = block
      .slice(0, last + 1)
      .flatMap(foreign)
      .map((comment) => (each.loose ? '' : format.indent) + comment)
    const written = each === place ? [section[0], ...inner, ...section.slice(1)] : inner
    result.push(...written.map(ended), ...block.slice(last + 1))
    const isTight = each === place && each.to !== undefined && block.length === last + 1
    if (isTight) result.push(eol)
    next = to
  }
  result.push(...there.slice(next - 1))
  if (!place) result.push(...(result.join('') === '' ? section : ['', ...section]).map(ended))
  return result.join('')
}

function sectionLines(format: LineFormat, name: string, lines: readonly Line[]): string[] {
  const { comment, indent } = format
  const body = lines.flatMap((line) => [
    '',
    `${indent}${comment} ${line.comment}`,
    `${indent}${line.live ? '' : `${comment} `}${assignment(format, line)}`,
  ])
  return [format.header(name), ...body]
}

/** How a format writes a setting. */
type Notation = Pick<LineFormat, 'comment' | 'separator' | 'key' | 'value'>

export const assignment = ({ separator, key, value }: Notation, line: Line) =>
  `${key(line.key)}${separator}${value(line.value)}`

/** The comment on a line, if there is one: alone, or after what the line says. */
function commentsAt({ comment }: LineFormat, line: string): string[] {
  const signs = comment === ';' ? ';#' : comment
  const strings = /"(?:[^"\\]|\\.)*"|'[^']*'/.source
  return [...line.matchAll(new RegExp(`${strings}|(?<=^|\\s)([${signs}].*)`, 'g'))].flatMap(
    ([, found]) => found?.trim() ?? [],
  )
}

/** What is added to the comment on a parameter that has the same value for every design. */
export const SAME = '; the same for every design'

/** Tells comments that a person wrote from those that pegsmith wrote earlier, whatever the values were then. */
export function foreignComments(
  { comment, separator, key }: Notation,
  section: readonly string[],
  lines: readonly Line[],
): (text: string) => boolean {
  const bare = (line: string) => line.trim().replace(SAME, '')
  const written = new Set(section.map(bare))
  const defaults = lines.map((line) => `${comment} ${key(line.key)}${separator}`)
  return (text) => !written.has(bare(text)) && !defaults.some((start) => text.startsWith(start))
}
