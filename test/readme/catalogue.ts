import { boardParameters, type Design, type Parameter, resolveParameters } from '#design'
import { boards } from '#pegboard'
import { catalogue } from '../../designs/index.ts'
import { parametersTable } from './parameters.ts'

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

const table = (design: Design, parameters: readonly (readonly [string, Parameter])[]) =>
  parametersTable('parameter', parameters, resolveParameters(design, {}))

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
