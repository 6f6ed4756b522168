import { type Design, describe, kebabCase, valueText } from '#design'
import { formatNames, formatOf, formats } from '../../files/format.ts'
import type { Card, FileKind } from '../protocol.ts'
import { inLabels } from './labels.ts'

/** A design as the page presents it: its declaration, as plain data. */
export function cardOf({ name, summary, parameters, file, presets = {}, groups = {} }: Design): Card {
  const names = Object.keys(parameters)
  const controls = describe(parameters).map((description, i) => {
    const { maxLength } = parameters[names[i]]
    const group = Object.keys(groups).find((heading) => groups[heading].includes(names[i]))
    return {
      ...description,
      description: inLabels(description.description),
      ...(maxLength !== undefined && { maxLength }),
      ...(group !== undefined && { group }),
    }
  })
  const told = Object.entries(presets).map(([preset, values]) => ({
    name: preset,
    given: Object.fromEntries(Object.entries(values).map(([key, value]) => [kebabCase(key), valueText(value)])),
  }))
  return { name, summary, controls, presets: told, ...(file !== undefined && { file }) }
}

/** The kinds of file to offer: of those that share an ending, the one that it means. */
export const fileKinds = (): FileKind[] =>
  formatNames
    .filter((format) => formatOf(formats[format].ending) === format)
    .map((format) => ({ format, ending: formats[format].ending }))
