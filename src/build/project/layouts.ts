import type { ConfFormatName } from '../../settings/formats/format.ts'

/** Formats that can list parts. */
export type ListingFormat = Exclude<ConfFormatName, 'ini'>

/** A key of a project file, and what a person should know of it. */
export interface Line {
  readonly key: string
  readonly value: unknown
  readonly comment?: string
  /** Whether it only shows what could be there: then it is a comment, too. */
  readonly isExample?: true
}

/** How a format of configuration files lists parts. */
export interface Layout {
  /** What begins a comment. */
  readonly sign: string
  /** A key and its value, within a table on one line, too. */
  readonly pair: (key: string, value: string) => string
  /** What ends them on a line of their own. */
  readonly end: string
  /** The lines of a part as one of a list. */
  readonly item: (lines: readonly string[]) => readonly string[]
  /** General settings, and the items of the list below them. */
  readonly file: (general: readonly string[], items: readonly string[]) => readonly string[]
}

const indent = (lines: readonly string[], space: string) => lines.map((line) => (line === '' ? '' : space + line))

const inJson: Layout = {
  sign: '//',
  pair: (key, value) => `${JSON.stringify(key)}: ${value}`,
  end: ',',
  item: (lines) => ['{', ...indent(lines, '  '), '},'],
  file: (general, items) => ['{', ...indent(general, '  '), '', '  "part": [', ...indent(items, '    '), '  ],', '}'],
}

/** Those that have lists. */
export const layouts: Readonly<Record<ListingFormat, Layout>> = {
  toml: {
    sign: '#',
    pair: (key, value) => `${key} = ${value}`,
    end: '',
    item: (lines) => ['[[part]]', ...lines],
    file: (general, items) => [...general, '', ...items],
  },
  yaml: {
    sign: '#',
    pair: (key, value) => `${key}: ${value}`,
    end: '',
    item: ([first, ...others]) => [`- ${first}`, ...indent(others, '  ')],
    file: (general, items) => [...general, '', 'part:', ...indent(items, '  ')],
  },
  json: inJson,
  jsonc: inJson,
}

/** A key and its value as text. */
export const pairText = ({ pair }: Layout, { key, value }: Pick<Line, 'key' | 'value'>) =>
  pair(key, inline(value, pair))

/** A value on one line: texts, numbers and lists of JSON are those of all these formats. */
function inline(value: unknown, pair: Layout['pair']): string {
  if (Array.isArray(value)) return `[${value.map((each) => inline(each, pair)).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return `{ ${Object.entries(value)
    .map(([key, each]) => pair(key, inline(each, pair)))
    .join(', ')} }`
}

/** Lines of text for lines of a file. */
export const linesText = (layout: Layout, lines: readonly Line[]): string[] =>
  lines.flatMap((line) => [
    ...(line.comment === undefined ? [] : [`${layout.sign} ${line.comment}`]),
    (line.isExample ? `${layout.sign} ` : '') + pairText(layout, line) + layout.end,
  ])
