import { boardParameters, type Design, kebabCase, type Parameter, resolveParameters, valueText } from '#design'
import { boards } from '#pegboard'
import { catalogue } from '../../designs/index.ts'

/** The README's chapter on the catalogue, written from the declarations. */
export const catalogueChapter = (): string =>
  [
    ...catalogue.map((design) => section(design)),
    '### Every design: the board\n',
    table(catalogue[0], Object.entries(boardParameters)),
    boardsTable(),
  ].join('\n')

const section = (design: Design): string => {
  const own = Object.entries(design.parameters).filter(([name]) => !(name in boardParameters))
  return `### ${design.name}\n\n![${design.name}](test/pictures/${design.name}.png)\n\n${design.summary}\n\n${table(design, own)}`
}

function table(design: Design, parameters: [string, Parameter][]): string {
  const defaults = resolveParameters(design, {})
  const rows = parameters.map(([name, parameter]) => {
    const follows = typeof parameter.default === 'function' ? ' (follows)' : ''
    const text = valueText(defaults[name])
    const standard = parameter.kind === 'text' ? JSON.stringify(text) : text || 'none'
    return `| \`--${kebabCase(name)}\` | ${standard}${follows} | ${range(parameter)} | ${parameter.description} |`
  })
  return ['| parameter | default | range | what it is |', '| --- | --- | --- | --- |', ...rows, ''].join('\n')
}

function range({ kind, min, max, unit, choices, maxLength }: Parameter): string {
  if (choices) return choices.join(', ')
  if (kind === 'flag') return 'yes, no'
  if (kind === 'model') return 'a file'
  if (kind === 'text') return `up to ${maxLength} characters`
  return `${min} … ${max}${unit ? ` ${unit}` : ''}`
}

const boardsTable = (): string =>
  [
    '| `--board` | pitch | hole | thickness | clearance |',
    '| --- | --- | --- | --- | --- |',
    ...Object.entries(boards).map(([name, { pitch, hole, thickness, clearance }]) => {
      const size = hole.shape === 'slot' ? `slot ${hole.diameter} × ${hole.height}` : `⌀ ${hole.diameter}`
      return `| \`${name}\` | ${pitch} | ${size} | ${thickness} | ${clearance} |`
    }),
    '',
  ].join('\n')
