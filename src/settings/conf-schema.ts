import { type Design, type JsonSchema, type Parameters, propertiesOf } from '#design'
import type { Named } from './known-names.ts'
import { partSchema } from './part-schema.ts'
import { BASE, PRESETS } from './preset.ts'

/**
 * The configuration file as a JSON Schema, draft 2020-12: what an editor completes and checks it by.
 *
 * @param settings What can be set besides the parameters of designs.
 * @param others What is no design and has settings, too, with what they are.
 */
export function confSchema(designs: readonly Design[], settings: Parameters, others: readonly Summed[]): JsonSchema {
  const own = designs.map((design) => tableOf({ ...design, parameters: { ...design.parameters, ...settings } }))
  const further = others.map(tableOf)
  const general = generalProperties(own)
  const tables = referencesTo(own)
  // A table of another name may be that of a design in a file.
  const unknown = { type: 'object' }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'pegsmith',
    description:
      'Settings of pegsmith: for every design that has them, and for one design in a table of its name, which win.',
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      ...generalProperties([...own, ...further]),
      ...tables,
      ...referencesTo(further),
      [PRESETS]: {
        type: 'object',
        description: 'Named sets of values, taken with --preset',
        additionalProperties: { $ref: '#/$defs/preset' },
      },
      part: { type: 'array', description: 'Parts of a project', items: { $ref: '#/$defs/part' } },
    },
    additionalProperties: unknown,
    $defs: {
      ...Object.fromEntries([...own, ...further]),
      preset: {
        type: 'object',
        properties: {
          [BASE]: { type: 'string', description: 'Another preset, which this one begins with' },
          ...general,
          ...tables,
        },
        additionalProperties: unknown,
      },
      part: partSchema(general),
    },
  }
}

type Summed = Named & Pick<Design, 'summary'>
type Properties = Readonly<Record<string, JsonSchema>>

/** What stands in a table of its own, by the name of that. */
function tableOf({ name, summary, parameters }: Summed) {
  const properties = typedProperties(parameters)
  return [name, { type: 'object', description: summary, properties, additionalProperties: false }] as const
}

const referencesTo = (tables: readonly (readonly [string, unknown])[]) =>
  Object.fromEntries(tables.map(([name]) => [name, { $ref: `#/$defs/${name}` }]))

/** Properties as a person types them: what has a unit may be text with one, three numbers may be text, together or each. */
const typedProperties = (parameters: Parameters): Properties =>
  Object.fromEntries(
    Object.entries(propertiesOf(parameters)).map(([name, property]) => [
      name,
      'x-unit' in property ? orText(property) : property,
    ]),
  )

const orText = (property: JsonSchema): JsonSchema => ({
  ...property,
  type: [property.type, 'string'],
  ...('items' in property && { items: orText(property.items as JsonSchema) }),
})

/** What may stand outside the tables of designs: what any of them takes. Their defaults differ, and are told in their tables. */
function generalProperties(tables: readonly ReturnType<typeof tableOf>[]): Record<string, JsonSchema> {
  const own = tables.map(([, { properties }]) => properties)
  const names = [...new Set(own.flatMap((properties) => Object.keys(properties)))]
  return Object.fromEntries(
    names.map((name) => {
      const kinds = own.flatMap((properties) => (name in properties ? [properties[name]] : []))
      const description = distinct(kinds.map((each) => each.description)).join('; or: ')
      const taken = distinct(
        kinds.map((each) => JSON.stringify({ ...each, description: undefined, default: undefined })),
      )
      const schemas = taken.map((each) => JSON.parse(each) as JsonSchema)
      return [name, { description, ...(schemas.length === 1 ? schemas[0] : { anyOf: schemas }) }]
    }),
  )
}

const distinct = <T>(list: readonly T[]): T[] => [...new Set(list)]
