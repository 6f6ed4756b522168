import fc from 'fast-check'
import type { Parameter, Parameters, Value } from '#design'

/** Texts that formats of configuration files may take for something else. */
const texts = [
  'say "hi"',
  "it's",
  'back\\slash\\',
  'a ; b # c = d : e',
  '# x',
  '; x',
  '// x',
  ' lead',
  'trail ',
  'true',
  'no',
  'null',
  '~',
  '5',
  '1e3',
  '[x]',
  '{a: 1}',
  '- a',
  '&a',
  '*a',
  '!x',
  '${HOME}',
  '%YAML',
  '',
  ' ',
  "'",
  '"',
  '2001-01-01',
  '__proto__',
]

const paths = [
  'parts/my part.stl',
  'grüße/ü.stl',
  '/tmp/whole.stl',
  './x.stl',
  '../up/',
  'a/../b.stl',
  'a;b#c=d.stl',
  'it\'s "x".stl',
  'tab\there.stl',
  '名前.stl',
  'parts',
  '.',
  './',
  '-',
]

const numbers = ({ min = -1e6, max = 1e6 }: Parameter) =>
  fc.oneof(
    fc.double({ min, max, noNaN: true }),
    fc.constantFrom(min, max, ...[1e-7, 0, 0.1, 12.7].filter((value) => value >= min && value <= max)),
  )

const letters = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))

/** Any value that a parameter takes. */
export function anyValue(parameter: Parameter, models: readonly Value[] = []): fc.Arbitrary<Value> {
  const { kind, min, max, maxLength, choices = [] } = parameter
  const number = numbers(parameter).map((value) => value + 0)
  switch (kind) {
    case 'count':
      return fc.integer({ min, max })
    case 'length':
    case 'angle':
    case 'number':
      return number
    case 'choice':
      return fc.constantFrom(...choices)
    case 'flag':
      return fc.boolean()
    case 'text':
      return fc.oneof(fc.constantFrom(...texts), fc.string({ unit: fc.constantFrom(...letters), maxLength }))
    case 'path':
      return fc.constantFrom(...paths)
    case 'point':
    case 'turn':
      return fc.tuple(number, number, number)
    case 'model':
      return fc.constantFrom('', ...models)
  }
}

/** Values for some of the parameters. */
export const anyValues = (parameters: Parameters, models: readonly Value[] = []) =>
  fc.record(Object.fromEntries(Object.entries(parameters).map(([name, each]) => [name, anyValue(each, models)])), {
    requiredKeys: [],
  }) as fc.Arbitrary<Record<string, Value>>
