import { boardParameters, type Design, describe } from '#design'
import { formatNames, formatOf, formats } from '../../files/format.ts'
import type { Card, FileKind } from '../protocol.ts'

/** A design as the page presents it: its declaration, as plain data. */
export function cardOf({ name, summary, parameters, file }: Design): Card {
  const names = Object.keys(parameters)
  const controls = describe(parameters).map((description, i) => ({
    ...description,
    ...(parameters[names[i]].maxLength !== undefined && { maxLength: parameters[names[i]].maxLength }),
    ofBoard: names[i] in boardParameters || names[i] === 'mount',
  }))
  return { name, summary, controls, ...(file !== undefined && { file }) }
}

/** The kinds of file to offer: of those that share an ending, the one that it means. */
export const fileKinds = (): FileKind[] =>
  formatNames
    .filter((format) => formatOf(formats[format].ending) === format)
    .map((format) => ({ format, ending: formats[format].ending }))
