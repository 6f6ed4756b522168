import { choice, type Design, type Parameters, path, type Problem, type Resolved, valueText } from '#design'
import { writeWhole } from '../files/whole.ts'
import { type Explanation, explainSettings } from '../settings/explain.ts'
import { confEndings, confFormatNames, confFormatOf, type ConfFormatName } from '../settings/formats/format.ts'
import { writeSettings } from '../settings/write-settings.ts'
import type { Told } from './command.ts'
import { print, warn } from './output.ts'
import { table } from './table.ts'
import type { Given } from './words.ts'

/** Options that write the settings as a configuration file. */
export const writeOptions: Parameters = {
  printConf: choice(
    'Print a configuration file that says the same as this command line, and make nothing',
    confFormatNames,
    {
      default: 'toml',
      alone: 'toml',
    },
  ),
  dumpConf: path('The same into a file, beside what is there for other designs; its ending picks the format', {
    default: '',
  }),
}

/** What is wrong with how the settings are asked for. */
export function checkConf({ explain, printConf, dumpConf, json }: Given): Problem[] {
  const asked = Object.entries({ explain: explain === true || undefined, printConf, dumpConf })
  const together = asked.filter(([, value]) => value !== undefined).map(([name]) => name)
  if (json === true && explain !== true && together.length > 0) together.push('json')
  const unwritable = typeof dumpConf === 'string' && !confFormatOf(dumpConf)
  return [
    ...(together.length > 1 ? [{ parameters: together, reason: 'cannot be had at once' }] : []),
    ...(unwritable
      ? [{ parameters: ['dumpConf'], value: dumpConf, reason: `ends in none of ${confEndings.join(', ')}` }]
      : []),
  ]
}

/**
 * Shows the settings instead of making a part, if the options ask for that.
 *
 * @param parameters What can be set.
 * @returns Whether they did.
 */
export async function showSettings(
  values: Resolved,
  design: Design,
  parameters: Parameters,
  { given, settings, warnings }: Told,
): Promise<boolean> {
  const { explain, json, printConf, dumpConf } = values as {
    explain: boolean
    json: boolean
    printConf: ConfFormatName
    dumpConf: string
  }
  const present = { design: design.name, parameters, resolved: values, settings }
  if (explain) await print(`${explained(explainSettings(parameters, values, settings), json)}\n`)
  else if (given.printConf !== undefined) await print(await writeSettings(present, { format: printConf }))
  else if (given.dumpConf !== undefined) {
    writeWhole(dumpConf, Buffer.from(await writeSettings(present, { path: dumpConf })))
    await print(`${dumpConf}\n`)
  } else return false
  warn(design.name, warnings)
  return true
}

function explained(explanations: readonly Explanation[], json: boolean): string {
  if (json) return JSON.stringify(explanations, null, 2)
  const rows = explanations.map(({ parameter, value, layer, from }) => [
    parameter,
    value === '' ? '""' : valueText(value),
    layer,
    from,
  ])
  return table([['parameter', 'value', 'layer', 'from'], ...rows])
}
