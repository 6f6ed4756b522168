import { resolveParameters } from '#design'
import { buildSettings, makingSettings } from '../../src/build/settings.ts'
import { partSchema } from '../../src/settings/part-schema.ts'
import { parametersTable } from './parameters.ts'

/** How projects are built, written from the declarations. */
export function buildSettingsTable(): string {
  const parameters = { ...buildSettings, ...makingSettings }
  const defaults = resolveParameters({ name: 'build', parameters, check: () => [] }, {})
  // As many as whoever builds has cores.
  return parametersTable('setting', Object.entries(parameters), { ...defaults, jobs: 'cores' })
}

/** The keys of a part, written from what editors are told of it. */
export function partKeysTable(): string {
  const { properties, required } = partSchema({}) as {
    properties: Record<string, { description: string }>
    required: readonly string[]
  }
  const rows = Object.entries(properties).map(
    ([key, { description }]) => `| \`${key}\` | ${description}${required.includes(key) ? '; always there' : ''} |`,
  )
  return ['| key | what it is |', '| --- | --- |', ...rows, ''].join('\n')
}
