import type { Design } from './define.ts'
import { describe, type Description } from './describe.ts'
import type { Parameter, Parameters } from './parameter.ts'

const types: Record<Parameter['kind'], string> = {
  count: 'integer',
  length: 'number',
  angle: 'number',
  number: 'number',
  choice: 'string',
  flag: 'boolean',
  text: 'string',
  path: 'string',
  point: 'array',
  turn: 'array',
  model: 'string',
}

/** A JSON Schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>

/** The parameters of a design as a JSON Schema, draft 2020-12: what an editor or another program checks a request against. */
export const schemaOf = (design: Design): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: design.name,
  description: design.summary,
  type: 'object',
  properties: propertiesOf(design.parameters),
  additionalProperties: false,
})

/** What each parameter takes, by its kebab-case name. */
export const propertiesOf = (parameters: Parameters): Readonly<Record<string, JsonSchema>> =>
  Object.fromEntries(describe(parameters).map((each, i) => [each.name, propertyOf(each, Object.values(parameters)[i])]))

function propertyOf(
  { kind, default: standard, min, max, unit, choices, description }: Description,
  { maxLength }: Parameter,
): JsonSchema {
  const range = { ...(min !== undefined && { minimum: min }), ...(max !== undefined && { maximum: max }) }
  return {
    type: kind === 'choice' ? typeof standard : types[kind],
    description: [description, ...(kind === 'model' ? ['by its path'] : []), ...(unit ? [`in ${unit}`] : [])].join(
      ', ',
    ),
    default: standard,
    ...(types[kind] === 'array' ? { items: { type: 'number', ...range }, minItems: 3, maxItems: 3 } : range),
    ...(maxLength !== undefined && { maxLength }),
    ...(choices && { [kind === 'choice' ? 'enum' : 'examples']: choices }),
    ...(unit && { 'x-unit': unit }),
  }
}
