import yargs, { type Argv, type Options } from 'yargs'
import {
  allowed,
  followed,
  kebabCase,
  type Parameter,
  type Parameters,
  type Standard,
  standards,
  valueText,
} from '#design'
import { catalogue } from '../../designs/index.ts'
import { version } from '../../package.json'
import type { Command } from './command.ts'
import { commands } from './commands.ts'
import { reading, shortNames } from './words.ts'

/**
 * What yargs says of the command line: help, or the version.
 *
 * @param args The words of the command line.
 * @param command The command among them, and its options.
 */
export function help(args: readonly string[], command: Command | undefined, options: Parameters): string {
  const parser = yargs([...args])
    .scriptName('pegsmith')
    .usage('$0 <command>\n\nParametric, 3D-printable pegboard accessories.')
    .epilog('pegsmith <command> --help tells its options, pegsmith generate <design> --help those of the design.')
    .parserConfiguration(reading)
    .locale('en')
    .exitProcess(false)
    .fail(false)
    .help()
    .alias('help', 'h')
    .version(version)
    .wrap(Math.min(process.stdout.columns ?? WIDTH, WIDTH))
  const names = catalogue.map(({ name }) => name)
  for (const { name, summary, takesDesign, takesWords } of commands) {
    parser.command(`${name}${designWord(takesDesign)}${otherWords(takesWords)}`, summary, (inner) => {
      if (takesDesign) inner.positional('design', { describe: 'Name of a design, or a JSCAD file', choices: names })
      if (name !== command?.name) return inner
      inner.options(yargsOptions(options))
      if (command.handsOn) grouped(inner, options, command.settings?.() ?? {})
      const hasLengths = Object.values(options).some(({ unit }) => unit === 'mm')
      return inner.epilog([...(command.handsOn ? [HANDED_ON] : []), ...(hasLengths ? [LENGTHS] : [])].join('\n'))
    })
  }
  let answer = ''
  parser.parseSync([...args], (_error: unknown, _argv: unknown, output: string) => (answer = output))
  return answer === '' ? '' : `${answer}\n`
}

const designWord = (takesDesign: Command['takesDesign']) =>
  takesDesign === undefined ? '' : takesDesign === 'optional' ? ' [design]' : ' <design>'

const otherWords = (words: Command['takesWords']) => (words ? ` [${words.name}${words.many ? '..' : ''}]` : '')

const LENGTHS = 'Lengths are millimetres; 1in, 1/4", 2.5cm are read, too.'

const HANDED_ON = `Any parameter of a design can be typed, too, for all parts that have it: --board skadis, --columns 3;
pegsmith show <design> lists them.`

/** Tells what is to be done before how, which is the same from day to day, and stands in a file. */
function grouped(inner: Argv, options: Parameters, settings: Parameters): void {
  const doing = Object.keys(options).filter((name) => !(name in settings))
  inner.group(doing.map(kebabCase), 'Options:')
  inner.group(
    Object.keys(settings).map(kebabCase),
    'Settings, which the project file and the environment may have, too:',
  )
}

/** Columns of help; longer lines are hard to read. */
const WIDTH = 110

/** Options as yargs explains them. */
function yargsOptions(parameters: Parameters): Record<string, Options> {
  const standard = standards(parameters)
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [
      kebabCase(name),
      { ...(name in shortNames && { alias: shortNames[name] }), ...optionOf(parameter, standard[name]) },
    ]),
  )
}

function optionOf({ kind, description, unit, min, max, choices }: Parameter, standard: Standard): Options {
  const { value } = standard
  const range = allowed({ min, max })
  const values = range && `, ${range}${unit === 'mm' ? ' mm' : (unit ?? '')}`
  const from = standard.follows.length > 0 ? ` (follows ${followed(standard)})` : ''
  return {
    describe: description + values,
    boolean: kind === 'flag',
    ...(choices?.length && { choices: choices.map(String) }),
    ...((kind !== 'flag' || value === true) && {
      defaultDescription: (value === '' ? (kind === 'text' ? '""' : 'none') : valueText(value)) + from,
    }),
  }
}
