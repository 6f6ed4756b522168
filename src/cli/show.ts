import { allowed, describe, type Design, flag, kebabCase, RequestProblem, schemaOf, valueText } from '#design'
import { presetLayer, presetsOf } from '../settings/preset.ts'
import type { Command } from './command.ts'
import { confOption } from './conf-options.ts'
import { confFile } from './gather.ts'
import { print } from './output.ts'
import { table } from './table.ts'

export const show: Command = {
  name: 'show',
  summary: 'Show the parameters of a design',
  takesDesign: true,
  options: () => ({
    json: flag('As JSON, for scripts', { default: false }),
    schema: flag('As JSON Schema, draft 2020-12', { default: false }),
    ...confOption,
  }),
  run: async ({ json, schema }, design, { given }) => {
    if (schema) return print(asJson(schemaOf(design)))
    const parameters = describe(design.parameters)
    if (json) return print(asJson(parameters))
    const rows = parameters.map((each) => {
      const { name, kind, default: standard, unit = '', description, choices } = each
      const range = choices ? '' : allowed(each)
      const what = choices ? `${description}: ${allowed(each)}` : description
      return [`--${name}`, kind, standard === '' ? '""' : valueText(standard), range, unit, what]
    })
    const presets = await presetRows(design, given.conf)
    const told = table([['parameter', 'kind', 'default', 'range', 'unit', 'what it does'], ...rows])
    return print(`${told}\n${presets.length > 0 ? `\n${table([['preset', 'values'], ...presets])}\n` : ''}`)
  },
}

/** The presets of a design and of the configuration file, with what they say to it. */
async function presetRows(design: Design, conf: unknown): Promise<string[][]> {
  const { file, problems } = await confFile(conf)
  if (problems.length > 0) throw new RequestProblem(design.name, problems)
  return presetsOf(design, file).map((name) => {
    const { layer } = presetLayer(name, design, file, { design: design.name, parameters: design.parameters })
    const values = [...layer].map(([key, { value }]) => `${kebabCase(key)}=${String(value)}`)
    return [name, values.join(' ')]
  })
}

const asJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
