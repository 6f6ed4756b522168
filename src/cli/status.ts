import { flag } from '#design'
import { buildSettings, makingSettings } from '../build/settings.ts'
import type { Command } from './command.ts'
import { layerOptions } from './conf-options.ts'
import { partOptions } from './part-options.ts'

export const status: Command = {
  name: 'status',
  summary: 'Tell how the parts of a project stand: up to date, changed, failed, never made',
  takesWords: { name: 'file or part', many: true },
  handsOn: partOptions,
  settings: () => ({ output: buildSettings.output, ...makingSettings }),
  options: () => ({ json: flag('As JSON, for scripts', { default: false }), ...layerOptions() }),
  run: async ({ json }, _design, told) => (await import('./show-status.ts')).showStatus(json === true, told),
}
