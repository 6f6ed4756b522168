import yargs from 'yargs'
import { type Parameters } from '#design'
import { version } from '../../package.json'
import { catalogue } from '../../designs/index.ts'
import { type Command, commands, type Given } from './command.ts'
import { yargsOptions } from './options.ts'

/** yargs' own reading of numbers, dots, repeats and camelCase would change what was typed before it is checked. */
export const reading = {
  'camel-case-expansion': false,
  'dot-notation': false,
  'greedy-arrays': false,
  'parse-numbers': false,
  'parse-positional-numbers': false,
  'short-option-groups': false,
  'strip-aliased': true,
}

/** A parsed command line. */
export interface Parsed {
  readonly argv: Given & { readonly _: readonly (string | number)[] }
  /** What yargs itself answers: help, the version, completions. */
  readonly answer: string
}

/**
 * Has yargs parse a command line.
 *
 * @param options Of the command that was asked for.
 * @param explain Whether help or a completion is asked for.
 */
export function parse(
  args: readonly string[],
  { command, options, explain }: { command?: Command; options: Parameters; explain: boolean },
): Parsed {
  const parser = yargs([...args])
    .scriptName('pegsmith')
    .usage('$0 <command>\n\nParametric, 3D-printable pegboard accessories.')
    .parserConfiguration(reading)
    .locale('en')
    .exitProcess(false)
    .fail(false)
    .help()
    .alias('help', 'h')
    .version(version)
    .wrap(Math.min(process.stdout.columns ?? 100, 120))
    .completion('completion', 'Print a script that completes commands in the shell')
    .epilog("pegsmith <command> --help tells a command's options, pegsmith generate <design> --help those of a design.")
  const known = yargsOptions(options, explain)
  for (const { name, summary, takesDesign } of commands) {
    parser.command(
      takesDesign ? `${name} [design]` : name,
      summary,
      (inner) => {
        if (takesDesign) {
          inner.positional('design', {
            describe: 'Name of a design, or path of a JSCAD design file',
            ...(explain && { choices: catalogue.map((design) => design.name) }),
          })
        }
        return name === command?.name ? inner.options(known) : inner
      },
      () => {},
    )
  }
  let answer = ''
  const argv = parser.parseSync([...args], (_error: unknown, _argv: unknown, output: string) => (answer = output))
  return { argv, answer }
}
