import { confSchema } from '../settings/conf-schema.ts'
import { catalogue } from '../../designs/index.ts'
import { wholeBuild } from '../build/settings.ts'
import type { Command } from './command.ts'
import { generate } from './generate.ts'
import { print } from './output.ts'

export const schema: Command = {
  name: 'schema',
  summary: 'Print a JSON Schema of the configuration file, for editors',
  options: () => ({}),
  run: () => print(`${JSON.stringify(confSchema(catalogue, generate.settings!(), [wholeBuild]), null, 2)}\n`),
}
