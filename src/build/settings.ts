import { availableParallelism } from 'node:os'
import { choice, count, number, orientations, type Parameters, path, qualities, text } from '#design'
import { formatNames } from '../files/format.ts'
import { printerNames, spacing } from './plates/bed.ts'

/** How parts are made: of each part, in each layer of settings. */
export const makingSettings: Parameters = {
  format: choice('Format of the files of parts that name none', formatNames, { default: 'stl' }),
  orientation: choice('As it lies on the bed, or as it hangs on the board', orientations, { default: 'print' }),
  quality: choice('How finely curves are cut', qualities, { default: 'normal' }),
}

/** Whether what failed is tried again. */
const retries = ['none', 'limited', 'forever'] as const
export type Retry = (typeof retries)[number]

/** How a whole project is built. */
export const buildSettings: Parameters = {
  output: path('Folder of the files', { default: 'output' }),
  jobs: count('Parts that are made at the same time', {
    default: Math.min(availableParallelism(), 256),
    min: 1,
    max: 256,
  }),
  timeout: number('Seconds after which a part is given up', { default: 600, min: 0.1, max: 86_400 }),
  retry: choice('Whether a part is tried again after a trouble that may pass, such as a busy file', retries, {
    default: 'none',
  }),
  backoff: text('Seconds between tries', { default: '10,30,60,120' }),
  bed: text("Bed of --plates: WIDTHxDEPTH, or a printer's name", { default: '220x220', choices: printerNames }),
  plateSpacing: spacing,
  price: number('Of a kilogram of filament, in any currency', { default: 24, min: 0, max: 10_000 }),
}

/** A build as something that has settings, like a design: in a file they stand for themselves, or in a table `[build]`. */
export const wholeBuild = { name: 'build', summary: 'How the parts of a project are built', parameters: buildSettings }
