import fc from 'fast-check'
import { expect, test } from 'vitest'
import { count, type Design, kebabCase } from '#design'
import { configure } from '../../src/settings/configure.ts'
import { layerNames, readOrder } from '../../src/settings/layer.ts'
import type { Table } from '../../src/settings/table.ts'
import { typed } from '../support/settings.ts'

const names = ['columns', 'cellDiameter', 'rows']
const parameters = Object.fromEntries(
  names.map((name) => [name, count(name, { default: 0, min: 0, max: Number.MAX_SAFE_INTEGER })]),
)
const designOf = (presets?: Record<string, Record<string, number>>): Design => ({
  name: 'key-hook',
  summary: '',
  parameters,
  check: () => [],
  main: () => [],
  held: () => [],
  ...(presets && { presets }),
})

type Values = Partial<Record<string, number>>
const values = fc.record(Object.fromEntries(names.map((name) => [name, fc.nat()])), { requiredKeys: [] })
/** Values for every design, and those for this one. */
const both = fc.record({ general: values, own: values, others: values })
type Both = { general: Values; own: Values; others: Values }

const tableOf = ({ general, own, others }: Both, ownFirst: boolean): Table => {
  const entries = (of: Values) =>
    Object.entries(of).map(([name, value]) => [kebabCase(name), { value, line: 1 }] as const)
  const tables = [
    ['key-hook', { value: new Map(entries(own)), line: 1 }],
    ['blank', { value: new Map(entries(others)), line: 1 }],
  ] as const
  return new Map([...(ownFirst ? tables : []), ...entries(general), ...(ownFirst ? [] : tables)] as Iterable<
    [string, never]
  >)
}

const constant = (name: string) => kebabCase(name).toUpperCase().replaceAll('-', '_')
const environmentOf = ({ general, own, others }: Both) =>
  Object.fromEntries(
    Object.entries({ '': general, KEY_HOOK_: own, BLANK_: others }).flatMap(([design, of]) =>
      Object.entries(of).map(([name, value]) => [`PEGSMITH_${design}${constant(name)}`, String(value)]),
    ),
  )

test('each setting has the value of the last layer that has one, a design its own before one for all', () => {
  const layers = fc.record({ env: both, file: both, preset: both, cli: values, presetInFile: fc.boolean() })
  const orders = fc.shuffledSubarray([...layerNames], { minLength: 1 })
  fc.assert(
    fc.property(layers, orders, fc.boolean(), ({ env, file, preset, cli, presetInFile }, order, ownFirst) => {
      const read = readOrder(order.join(' , '))
      if (!('order' in read)) throw new Error(read.reason)
      const presets: Table = new Map([['set', { value: tableOf(preset, ownFirst), line: 1 }]])
      const table = new Map([
        ...tableOf(file, ownFirst),
        ...(presetInFile ? [['presets', { value: presets, line: 1 }] as const] : []),
      ])
      const design = designOf(presetInFile ? undefined : { set: preset.own as Record<string, number> })
      const { settings, problems, unknown } = configure(
        {
          design,
          parameters,
          order: read.order,
          preset: 'set',
          environment: environmentOf(env),
          file: { path: 'pegsmith.toml', text: '', table },
          typed: typed(cli),
        },
        [design, { ...design, name: 'blank' }],
      )
      expect([...problems, ...unknown]).toEqual([])
      const said = {
        env: { ...env.general, ...env.own },
        file: { ...file.general, ...file.own },
        preset: presetInFile ? { ...preset.general, ...preset.own } : preset.own,
        cli,
        default: Object.fromEntries(names.map((name) => [name, undefined])),
      }
      // The defaults are the bottom and what was typed the top unless something else is said; a preset that is asked for counts, named or not.
      const withTyped = order.includes('cli') ? order : [...order, 'cli' as const]
      const withDefault = withTyped.includes('default') ? withTyped : ['default' as const, ...withTyped]
      const stack = withDefault.flatMap((name) =>
        name === 'default' && !order.includes('preset') ? [name, 'preset' as const] : [name],
      )
      let model: Values = {}
      for (const name of stack) model = { ...model, ...said[name] }
      for (const name of names) {
        const found = settings.get(name)
        expect(found && Number(found.value)).toBe(model[name])
        if (found) expect(said[found.layer]).toHaveProperty(name, model[name])
      }
    }),
    { numRuns: 500, seed: 1 },
  )
})

test.each([
  ['default,files', /files for a layer; did you mean file\?/],
  ['', /nothing for a layer; there are default, preset, env, file, cli/],
  ['env,,cli', /nothing for a layer/],
  ['env,cli,env', /names env twice/],
  ['constructor', /constructor for a layer/],
])('an order %j is refused', (text, reason) => {
  expect(readOrder(text)).toEqual({ reason: expect.stringMatching(reason) })
})

test('the usual order is the usual order', () => {
  expect(readOrder(layerNames.join(','))).toEqual({ order: layerNames })
  expect(readOrder('env,file,cli')).toEqual({ order: ['default', 'preset', 'env', 'file', 'cli'] })
  expect(readOrder('cli,default,file')).toEqual({ order: ['cli', 'default', 'preset', 'file'] })
  expect(readOrder('default,env')).toEqual({ order: ['default', 'preset', 'env', 'cli'] })
})
