import { layouts, type Line, linesText, type ListingFormat, pairText } from './layouts.ts'

/** What holds for all parts. */
const general: readonly Line[] = [
  { key: 'output', value: 'output/garage', comment: 'Folder of the files that pegsmith build makes, seen from here.' },
  {
    key: 'board',
    value: 'us-quarter-inch',
    comment: 'What all parts hang on. Whatever is set here can be typed, too, and that wins: --board skadis',
  },
  {
    key: 'clearance',
    value: 0.4,
    comment: 'The number on the peg of the gauge that fits: set it when you have tried it.',
    isExample: true,
  },
]

/** A part of the example, and what a person should know of it. */
interface Part {
  readonly comment: string
  readonly lines: readonly Line[]
  readonly isExample?: true
}

/** The wall of the README. */
const parts: readonly Part[] = [
  {
    comment: 'Print this one first: it tells how thick the pegs are to be.',
    lines: [
      { key: 'name', value: 'gauge' },
      { key: 'design', value: 'fit-gauge' },
    ],
  },
  {
    comment: 'A list in place of a value makes a part for each: these are aa-columns-2 and aa-columns-4.',
    lines: [
      { key: 'name', value: 'aa' },
      { key: 'design', value: 'battery-holder' },
      { key: 'needs', value: ['gauge'], comment: 'While the gauge cannot be made, these are not.' },
      { key: 'copies', value: 2, comment: 'How many of each are to be printed.' },
      {
        key: 'parameters',
        value: { battery: 'AA', columns: [2, 4] },
        comment: 'What pegsmith show battery-holder lists.',
      },
    ],
  },
  {
    comment: 'What is left out is as the design has it.',
    lines: [
      { key: 'name', value: 'bits' },
      { key: 'design', value: 'hex-bit-rack' },
      { key: 'parameters', value: { columns: 6, rows: 2 } },
      {
        key: 'preset',
        value: '30-piece',
        comment: 'Values that belong together: of the design, or from a table presets.NAME of this file.',
        isExample: true,
      },
      { key: 'formats', value: ['stl-ascii'], comment: 'Files to write in place of an STL.', isExample: true },
    ],
  },
  {
    comment: 'A JSCAD file of your own, seen from here.',
    lines: [
      { key: 'name', value: 'shelf' },
      { key: 'design', value: './shelf.js' },
      { key: 'parameters', value: { width: 80 } },
    ],
    isExample: true,
  },
]

/** A project file for somebody who has none: what it lists can be made, and all else that could be there is shown. */
export function starter(format: ListingFormat): string {
  if (format === 'json') return bare()
  const layout = layouts[format]
  const items = parts.flatMap(({ comment, lines, isExample }, i) => {
    const item = layout.item(linesText(layout, lines))
    return [
      ...(i > 0 ? [''] : []),
      `${layout.sign} ${comment}`,
      ...(isExample ? item.map((line) => `${layout.sign} ${line}`) : item),
    ]
  })
  return layout
    .file(linesText(layout, general), items)
    .map((line) => `${line}\n`)
    .join('')
}

/** The same without comments, and what is shown in them. */
function bare(): string {
  const table = (lines: readonly Line[]) =>
    Object.fromEntries(lines.filter(({ isExample }) => !isExample).map(({ key, value }) => [key, value]))
  const part = parts.filter(({ isExample }) => !isExample).map(({ lines }) => table(lines))
  return `${JSON.stringify({ ...table(general), part }, null, 2)}\n`
}

/** What adds a part to a file that is there. In TOML, a list in one line could not stand beside parts that have each a table. */
export const example = (format: ListingFormat): string =>
  format === 'toml'
    ? '[[part]], and beneath it design = "fit-gauge"'
    : pairText(layouts[format], { key: 'part', value: [{ name: 'gauge', design: 'fit-gauge' }] })
