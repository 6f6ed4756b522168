import { expect, test } from 'vitest'
import { catalogue, resolveParameters } from '../../src/index.ts'
import { emptyFolder, pegsmith } from '../support/pegsmith.ts'
import { loadedBy } from '../support/loaded-by.ts'

interface Shown {
  readonly name: string
  readonly kind: string
  readonly default: unknown
  readonly description: string
  readonly unit?: string
}

interface Schema {
  readonly $schema: string
  readonly title: string
  readonly type: string
  readonly additionalProperties: boolean
  readonly properties: Record<
    string,
    { type: string; default: unknown; minimum?: number; maximum?: number; enum?: string[] }
  >
}

const json = async <T>(...args: string[]): Promise<T> => JSON.parse((await pegsmith(args)).stdout) as T

test.concurrent('list names every design with its summary', async () => {
  const { code, stdout } = await pegsmith(['list'])
  expect(code).toBe(0)
  expect(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ {2,}/)),
  ).toEqual(catalogue.map(({ name, summary }) => [name, summary]))
  expect(await json('list', '--json')).toEqual(catalogue.map(({ name, summary }) => ({ name, summary })))
})

test.concurrent('show tells every parameter with its default, range, unit and what it does', async () => {
  for (const design of catalogue) {
    const { code, stdout } = await pegsmith(['show', design.name])
    expect(code).toBe(0)
    const lines = stdout.split('\n\n')[0].trimEnd().split('\n')
    expect(lines).toHaveLength(Object.keys(design.parameters).length + 1)
    expect(lines.find((line) => line.startsWith('--board-thickness '))).toMatch(
      /length +6\.35 +[\d.]+ to [\d.]+ +mm +Thickness/,
    )
  }
})

test.concurrent('show --json holds what the design resolves to, and only the keys that apply', async () => {
  for (const design of catalogue) {
    const shown = await json<Shown[]>('show', design.name, '--json')
    const defaults = Object.values(resolveParameters(design, {}))
    expect(shown.map((each) => each.default)).toEqual(defaults)
    const keys = {
      count: ['min', 'max'],
      length: ['min', 'max', 'unit'],
      angle: ['min', 'max', 'unit'],
      number: ['min', 'max'],
      point: ['min', 'max', 'unit'],
      turn: ['min', 'max', 'unit'],
      choice: ['choices'],
    }
    for (const each of shown) {
      expect(each.name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(each.description).not.toBe('')
      const own = each.kind in keys ? keys[each.kind as keyof typeof keys] : []
      expect(Object.keys(each).toSorted()).toEqual(['default', 'description', 'kind', 'name', ...own].toSorted())
    }
  }
})

test.concurrent('show --schema is a schema of draft 2020-12 that takes the defaults and nothing unknown', async () => {
  for (const design of catalogue) {
    const schema = await json<Schema>('show', design.name, '--schema')
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: design.name,
      type: 'object',
      additionalProperties: false,
    })
    for (const [name, property] of Object.entries(schema.properties)) {
      const { default: standard, minimum = -Infinity, maximum = Infinity } = property
      if (property.enum) expect(property.enum).toContain(standard)
      if (typeof standard === 'number') expect(minimum <= standard && standard <= maximum, name).toBe(true)
      const type = Array.isArray(standard) ? 'array' : typeof standard
      expect(property.type === 'integer' ? 'number' : property.type).toBe(type)
    }
    expect(schema.properties.pitch).toMatchObject({ type: 'number', default: 25.4, 'x-unit': 'mm' })
    expect(schema.properties['hole-diameter']).toMatchObject({
      description: expect.stringContaining('follows from board') as string,
    })
  }
})

test.concurrent('list, show and help answer without loading JSCAD or the kernel', async () => {
  const heavy = /engine|jscad|manifold|stl/
  const light = [['list'], ['show', 'blank', '--schema'], ['--help'], ['generate', 'blank', '--help'], ['--version']]
  for (const args of light)
    expect(
      (await loadedBy(args)).filter((file) => heavy.test(file)),
      args.join(' '),
    ).toEqual([])
  const loaded = await loadedBy(['generate', 'blank'])
  expect(loaded.filter((file) => heavy.test(file))).not.toEqual([])
  expect(loaded.filter((file) => /explain/.test(file))).toEqual([])
})

test.concurrent('NO_COLOR, a terminal or none: what list says is plain', async () => {
  const { stdout } = await pegsmith(['list'], emptyFolder(), { FORCE_COLOR: '1' })
  expect(stdout).not.toContain('\x1b')
})
