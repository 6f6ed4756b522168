import { type Design, flag, type Parameters, path, text } from '#design'
import { confEndings } from '../settings/formats/format.ts'

/** Where else to look for settings. Read by {@link gather}. */
export const confOption: Parameters = {
  conf: path(`Configuration file; else the nearest pegsmith${confEndings.join(', ')}; --no-conf: none`, {
    default: '',
    optional: true,
  }),
}

/** How the layers of settings are put together. Read by {@link gather}. */
export const layerOptions = (design?: Design): Parameters => ({
  preset: text('Named set of values to begin with, of the design or from the configuration file', {
    default: '',
    choices: Object.keys(design?.presets ?? {}),
  }),
  ...confOption,
  layers: text('What counts, the last most', { default: 'default,preset,env,file,cli' }),
  strict: flag('Take unknown keys and variables for errors', { default: false }),
})
