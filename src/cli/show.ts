import { allowed, describe, flag, schemaOf, valueText } from '#design'
import type { Command } from './command.ts'
import { print } from './output.ts'
import { table } from './table.ts'

export const show: Command = {
  name: 'show',
  summary: 'Show the parameters of a design',
  takesDesign: true,
  options: () => ({
    json: flag('As JSON, for scripts', { default: false }),
    schema: flag('As JSON Schema, draft 2020-12', { default: false }),
  }),
  run: ({ json, schema }, design) => {
    if (schema) return print(asJson(schemaOf(design)))
    const parameters = describe(design.parameters)
    if (json) return print(asJson(parameters))
    const rows = parameters.map((each) => {
      const { name, kind, default: standard, unit = '', description, choices } = each
      const range = choices ? '' : allowed(each)
      const what = choices ? `${description}: ${allowed(each)}` : description
      return [`--${name}`, kind, standard === '' ? '""' : valueText(standard), range, unit, what]
    })
    return print(`${table([['parameter', 'kind', 'default', 'range', 'unit', 'what it does'], ...rows])}\n`)
  },
}

const asJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
