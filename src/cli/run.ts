import { Parser } from 'yargs/helpers'
import { type Design, flag, kebabCase, nearest, type Parameters, RequestProblem } from '#design'
import { catalogue } from '../../designs/index.ts'
import { findDesign } from '../make.ts'
import { commands } from './command.ts'
import { placed } from './failure.ts'
import { print } from './output.ts'
import { parse, reading } from './parse.ts'
import { settle } from './settle.ts'

/** What the shell's completion script puts before the words typed so far, the first of which is `pegsmith`. */
const COMPLETE = '--get-yargs-completions'

/** Options of every command. */
const common: Parameters = { debug: flag('Tell where in the program an error arose', { default: false }) }

/**
 * Does what a command line says.
 *
 * @throws {RequestProblem} with everything that is wrong with it.
 */
export async function run(args: readonly string[]): Promise<void> {
  const completing = args[0] === COMPLETE
  const words = completing ? args.slice(2) : args
  const explain = completing || words.some((word) => ['--help', '-h'].includes(word))
  const name = words.find((word) => !word.startsWith('-'))
  const command = commands.find((each) => each.name === name)
  if (!command && !completing) refuseCommand(name)
  const action = await command?.load()
  const design = command?.takesDesign && action ? designAmong(words, action.options(), completing) : undefined
  const options = { ...action?.options(design), ...common }
  const { argv, answer } = parse(args, { command, options, explain })
  if (completing || answer !== '') return print(answer === '' ? '' : `${answer}\n`)
  if (!command || !action) throw request('', `name a command: ${commandNames.join(', ')}`)
  if (command.takesDesign && !design) throw request(command.name, `name a design: ${designNames().join(', ')}`)
  const where = design?.name ?? command.name
  const values = settle({ where, args, argv, options, check: action.check, positionals: design ? 2 : 1 })
  try {
    await action.run(values, design!)
  } catch (error) {
    throw placed(where, error)
  }
}

const commandNames = [...commands.map(({ name }) => name), 'completion']
const designNames = () => catalogue.map(({ name }) => name)

const request = (where: string, reason: string) => new RequestProblem(where, [{ parameters: [], reason }])

function refuseCommand(name: string | undefined): void {
  if (name === undefined || name === 'completion' || name === 'help') return
  const near = nearest(name, commandNames)
  throw request(name, `no such command; ${near ? `did you mean ${near}?` : `there are ${commandNames.join(', ')}`}`)
}

/** The design that is named among the words: not a flag, nor the value of another option. */
function designAmong(words: readonly string[], options: Parameters, completing: boolean): Design | undefined {
  const everyParameter = [options, ...catalogue.map(({ parameters }) => parameters), common]
  const flags = everyParameter.flatMap((parameters) =>
    Object.keys(parameters).filter((name) => parameters[name].kind === 'flag'),
  )
  const { _: found } = Parser([...words], { boolean: [...flags.map(kebabCase), 'help', 'h'], configuration: reading })
  if (completing) return catalogue.find(({ name }) => name === found[1])
  return found[1] === undefined ? undefined : findDesign(String(found[1]))
}
