import fc from 'fast-check'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { kebabCase, type JsonSchema } from '#design'
import { catalogue } from '../../designs/index.ts'
import { wholeBuild } from '../../src/build/settings.ts'
import { generate } from '../../src/cli/generate.ts'
import { confSchema } from '../../src/settings/conf-schema.ts'
import { readConf } from '../../src/settings/conf-file.ts'
import { plain } from '../../src/settings/table.ts'
import { anyValues } from '../support/any-settings.ts'
import { emptyFolder } from '../support/pegsmith.ts'
import { dump, presentOf, settingsOf } from '../support/settings.ts'

type Schema = JsonSchema & { readonly [key: string]: never }
// As an editor gets it.
const schema = JSON.parse(JSON.stringify(confSchema(catalogue, generate.settings!(), [wholeBuild]))) as Schema

const follow = (reference: string): Schema | undefined =>
  reference
    .slice(2)
    .split('/')
    .reduce<Schema | undefined>((here, step) => here?.[step], schema)

/** What a value violates of a schema; only the words that the schema uses. */
function faults(value: unknown, rule: Schema, at = '#'): string[] {
  const { $ref, anyOf, type, properties, additionalProperties, items, ...rest } = rule as Record<string, unknown>
  if ($ref !== undefined) return faults(value, follow($ref as string)!, at)
  if (anyOf !== undefined) {
    const each = (anyOf as Schema[]).map((one) => faults(value, one, at))
    return each.some((list) => list.length === 0) ? [] : each.flat()
  }
  const fault = (wrong: unknown, reason: string) => (wrong ? [`${at}: ${JSON.stringify(value)} ${reason}`] : [])
  const is = Array.isArray(value) ? 'array' : typeof value
  const types = [type].flat()
  const own = fault(
    type !== undefined && !types.includes(is) && !(types.includes('integer') && Number.isInteger(value)),
    `is no ${types.join(' or ')}`,
  )
  const { minimum, maximum, maxLength, minItems, maxItems, ...others } = rest as Record<string, number>
  const number = typeof value === 'number' ? fault(value < minimum || value > maximum, 'is out of range') : []
  const text = typeof value === 'string' ? fault(value.length > maxLength, 'is too long') : []
  const known = (others as Record<string, unknown>).enum as unknown[] | undefined
  const choice = fault(known && is === 'string' && !known.includes(value), 'is none of the values')
  const list = Array.isArray(value)
    ? [
        ...fault(value.length < minItems || value.length > maxItems, 'has the wrong length'),
        ...value.flatMap((each, i) => faults(each, (items ?? {}) as Schema, `${at}/${i}`)),
      ]
    : []
  const table = is === 'object' ? Object.entries(value as object) : []
  const inner = table.flatMap(([key, each]) => {
    const known =
      (properties as Record<string, Schema> | undefined)?.[key] ??
      (additionalProperties === false ? undefined : (additionalProperties ?? {}))
    return known === undefined ? [`${at}/${key} is unknown`] : faults(each, known as Schema, `${at}/${key}`)
  })
  return [...own, ...number, ...text, ...choice, ...list, ...inner]
}

test('every reference leads somewhere', () => {
  const references = [...JSON.stringify(schema).matchAll(/"\$ref":"([^"]*)"/g)].map(([, reference]) => reference)
  expect(references.length).toBeGreaterThan(catalogue.length)
  for (const reference of references) expect(follow(reference), reference).toBeTypeOf('object')
})

test.each(catalogue.map((design) => [design.name, design] as const))('%s is told in full', (name, design) => {
  const own = follow(`#/$defs/${name}`)!
  expect(own.description).toBe(design.summary)
  expect(schema.properties[name]).toEqual({ $ref: `#/$defs/${name}` })
  const settings = Object.entries(settingsOf(design))
  expect(Object.keys(own.properties)).toEqual(settings.map(([key]) => kebabCase(key)))
  for (const [key, { min, max, choices, kind, description }] of settings) {
    const property = own.properties[kebabCase(key)] as Record<string, unknown>
    expect(property.description).toContain(description.slice(0, 10))
    expect(property).toHaveProperty('default')
    const range = (kind === 'point' || kind === 'turn' ? property.items : property) as Record<string, unknown>
    expect([range.minimum, range.maximum, property.enum]).toEqual([min, max, choices])
    expect(schema.properties, key).toHaveProperty([kebabCase(key)])
  }
})

test.each(catalogue.map((design) => [design.name, design] as const))(
  'what is written of %s is what the schema takes',
  async (_, design) => {
    const folder = emptyFolder()
    await fc.assert(
      fc.asyncProperty(anyValues(settingsOf(design)), fc.nat(), async (given, n) => {
        const path = join(folder, `${n}.json`)
        await dump(presentOf(design, given), path)
        const written = plain((await readConf(path)).table) as Record<string, object>
        expect(faults(written, schema)).toEqual([])
        // The same keys may stand for every design, and in presets.
        expect(faults({ ...written[design.name], presets: { mine: { preset: 'x', ...written } } }, schema)).toEqual([])
      }),
      { numRuns: 30, seed: 5 },
    )
  },
)

test.each([
  [{ columns: 'many' }],
  [{ columns: 3.5 }],
  [{ blank: { columns: -1 } }],
  [{ blank: { colums: 1 } }],
  [{ 'battery-holder': { battery: 'AAAAA' } }],
  [{ 'goat-hook': { 'hole-from': [1, 2] } }],
  [{ presets: { a: { blank: { columns: true } } } }],
  [{ colums: 3 }],
  [{ presets: 5 }],
  [{ jobs: 0 }],
  [{ build: { jobs: 'all' } }],
  [{ build: { columns: 2 } }],
  [{ build: { retry: 'sometimes' } }],
  [{ blank: { jobs: 2 } }],
  [{ presets: { a: { jobs: 2 } } }],
  [{ part: { design: 'blank' } }],
  [{ part: [{ design: 'blank', colour: 'red' }] }],
  [{ part: [{ design: 'blank', copies: 1001 }] }],
  [{ part: [{ design: 'blank', copies: [1, 'two'] }] }],
  [{ part: [{ design: 'blank', formats: ['gcode'] }] }],
  [{ part: [{ design: 'blank', parameters: { columns: 'many' } }] }],
  [{ part: [{ design: 'blank', parameters: { columns: [2, -1] } }] }],
  [{ part: [{ name: ['a', 'b'], design: 'blank' }] }],
])('%j is not taken', (file) => {
  expect(faults(file, schema)).not.toEqual([])
})

test.each([
  [{ blank: { clearance: '1/64 in' } }],
  [{ 'goat-hook': { 'hole-from': '0,-1in,12' } }],
  [{ 'my-design': { anything: 1 } }],
  [{ output: 'garage', jobs: 2, bed: '250x210', 'plate-spacing': '1/4in', part: [{ design: 'blank' }] }],
  [{ bed: 'prusa-mk4', build: { output: 'garage', retry: 'limited', backoff: '1,2', price: 19.9 } }],
  [{ part: [{ name: 'a', design: 'blank', needs: 'b', preset: 'tall', copies: 2, formats: 'stl' }] }],
  [{ part: [{ design: ['blank', 'my.js'], needs: ['b'], preset: ['a', 'b'], copies: [1, 2], formats: ['stl'] }] }],
  [{ part: [{ design: 'blank', parameters: { columns: [2, 4], clearance: ['1/64 in', 0.3], anything: 1 } }] }],
  [{ part: [{ design: 'goat-hook', parameters: { 'hole-from': [[0, -30, 10], '0,-31,10'], beard: [true, false] } }] }],
])('%j is taken', (file) => {
  expect(faults(file, schema)).toEqual([])
})
