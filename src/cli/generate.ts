import { existsSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import { choice, flag, isModel, orientations, path, problem, qualities, RequestProblem, type Resolved } from '#design'
import { encode, type Format, formatNames, formatOf, formats } from '../files/format.ts'
import { isFolder, write } from '../files/write.ts'
import { make, type MakeOptions } from '../make.ts'
import { report } from '../report.ts'
import type { Command, Told } from './command.ts'
import { layerOptions } from './conf-options.ts'
import { print, tell, warn } from './output.ts'
import { progress } from './progress.ts'
import { checkConf, showSettings, writeOptions } from './show-settings.ts'
import { summary } from './summary.ts'
import type { Given } from './words.ts'

/** Paths that mean stdout. As files, the path of the file would be printed into them. */
const STDOUT: readonly unknown[] = ['-', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/1']

const formatOption = choice('Format of the file', formatNames, {
  default: ({ output = '' }) => formatOf(String(output)) ?? 'stl',
})

export const generate: Command = {
  name: 'generate',
  summary: 'Make a part and write its file',
  takesDesign: true,
  settings: (design) => ({
    ...design?.parameters,
    output: path('File, its ending picks the format; or folder; or - for stdout', {
      default: ({ format = 'stl' }) => `output/${design?.name ?? '<design>'}${formats[format as Format].ending}`,
    }),
    format: formatOption,
    orientation: choice('As it lies on the bed, or as it hangs on the board', orientations, { default: 'print' }),
    quality: choice('How finely curves are cut', qualities, { default: 'normal' }),
  }),
  options: (design) => ({
    ...layerOptions(design),
    explain: flag('Tell where each value comes from, and make nothing', { default: false }),
    ...writeOptions,
    json: flag('Report as JSON on stdout, for scripts', { default: false }),
  }),

  check: (given) => [
    ...(given.json === true && given.explain !== true && STDOUT.includes(given.output)
      ? [
          {
            parameters: ['json', 'output'],
            reason: `${String(given.output)} both need stdout: write to a file, or leave out --json`,
          },
        ]
      : []),
    ...(endingMeansNothing(given)
      ? [
          {
            parameters: ['output'],
            value: given.output,
            reason: `ends in none of ${endings}; say --format, or end it in / for a folder`,
          },
        ]
      : []),
    ...checkConf(given),
  ],

  run: async (values, design, told) => {
    if (await showSettings(values, design, generate.settings!(design), told)) return
    const parameters = Object.fromEntries(Object.keys(design.parameters).map((name) => [name, values[name]]))
    const { format, json } = values as { format: Format; json: boolean }
    const output = placeOf(values.output as string, told)
    refuseOverwriting(design.name, output, parameters)
    // A sculpture may take its time, its own or one from a file; all else is done before anybody wonders.
    if (Object.values(design.parameters).some(({ kind }) => kind === 'model'))
      progress(`${design.name}: making the part`)
    const part = await make(design, parameters, values as MakeOptions)
    const files = STDOUT.includes(output) ? [] : [await write(part, output, { format })]
    const made = report(part, files, told.warnings)
    if (json) return print(`${JSON.stringify(made, null, 2)}\n`)
    await print(STDOUT.includes(output) ? await encode(part, format) : files.map((file) => `${file.path}\n`).join(''))
    tell(summary(made))
    warn(design.name, made.warnings)
  },
}

/** Where the file goes. A place that is set for many parts is a folder, unless its ending says that it is a file. */
const placeOf = (output: string, { settings }: Told) => {
  const layer = settings.get('output')?.layer
  const typed = layer === undefined || layer === 'cli' || STDOUT.includes(output)
  return typed || formatOf(output) || existsSync(output) ? output : join(output, '/')
}

/** A part must not take the place of the model that it is made from. */
function refuseOverwriting(design: string, output: string, parameters: Resolved): void {
  const name = Object.keys(parameters).find((each) => {
    const value = parameters[each]
    return isModel(value) && resolve(value.name) === resolve(output)
  })
  if (name) throw new RequestProblem(design, [problem(['output', name], 'are the same file: it would be overwritten')])
}

const endings = [...new Set(Object.values(formats).map(({ ending }) => ending))].join(', ')

const endingMeansNothing = ({ output, format }: Given) =>
  typeof output === 'string' && format === undefined && extname(output) !== '' && !formatOf(output) && !isFolder(output)
