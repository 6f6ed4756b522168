import { flag } from '#design'
import { catalogue } from '../../designs/index.ts'
import type { Command } from './command.ts'
import { print } from './output.ts'
import { table } from './table.ts'

export const list: Command = {
  name: 'list',
  summary: 'List the designs',
  options: () => ({ json: flag('As JSON, for scripts', { default: false }) }),
  run: ({ json }) => {
    const entries = catalogue.map(({ name, summary }) => ({ name, summary }))
    return print(
      `${json ? JSON.stringify(entries, null, 2) : table(entries.map(({ name, summary }) => [name, summary]))}\n`,
    )
  },
}
