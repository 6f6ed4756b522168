import { choice, count, type JsonSchema, propertiesOf } from '#design'
import { formatNames } from '../files/format.ts'

/** What a part of a project says besides words: read like parameters. */
export const partValues = {
  copies: count('How many are to be printed', { default: 1, min: 1, max: 1000 }),
  formats: choice('Formats of its files', formatNames, { default: 'stl' }),
}

/** Settings that are no parameters of a part, and where they stand. */
export const elsewhere: ReadonlyMap<string, string> = new Map([
  ['format', 'say formats, beside parameters'],
  ['output', 'it is the folder of all parts, and stands above them'],
])

/**
 * A part of a project, as `pegsmith build` makes it. Where one value is expected, a list makes a part for each.
 *
 * @param general What any design takes, by kebab-case name.
 */
export function partSchema(general: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const { copies, formats } = propertiesOf(partValues)
  const swept = Object.entries(general).filter(([name]) => !elsewhere.has(name))
  const parameters = Object.fromEntries(swept.map(([name, schema]) => [name, orList(schema)]))
  return {
    type: 'object',
    properties: {
      name: words('Name of the part and its files; needed if there are several of its design'),
      design: orList(words('Name of a design, or a JSCAD file')),
      preset: orList(words('Named set of values to begin with, of the design or from this file')),
      // A design in a file has parameters of its own.
      parameters: { type: 'object', description: 'Parameters of the design', properties: parameters },
      needs: orList(words('Parts without which it is not to be made')),
      copies: orList(copies),
      formats: orList(formats),
    },
    required: ['design'],
    additionalProperties: false,
  }
}

const words = (description: string): JsonSchema => ({ type: 'string', description })

/** What takes one value, or a list of them. */
const orList = ({ description, default: standard, ...value }: JsonSchema): JsonSchema => ({
  description,
  ...(standard !== undefined && { default: standard }),
  anyOf: [value, { type: 'array', items: value }],
})
