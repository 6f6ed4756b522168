import { type Design, nearestOrAll, RequestProblem } from '#design'
import { catalogue } from '../../designs/index.ts'
import { findDesign } from '../make.ts'
import type { Command } from './command.ts'
import { commands, common } from './commands.ts'
import { COMPLETE, complete, typed } from './complete.ts'
import { isDesignFile } from '../settings/paths.ts'
import { placed } from './failure.ts'
import { print } from './output.ts'
import { settle } from './settle.ts'
import { readWords } from './words.ts'

/**
 * Does what a command line says.
 *
 * @throws {RequestProblem} with everything that is wrong with it.
 */
export async function run(args: readonly string[]): Promise<void> {
  if (args[0] === 'help') return run([...args.slice(1), '--help'])
  const completing = args[0] === COMPLETE ? typed(args) : undefined
  const words = completing?.words ?? args
  const name = words.find((word) => !word.startsWith('-'))
  const command = commands.find((each) => each.name === name)
  if (!command && !completing) refuseCommand(name)
  const design = command?.takesDesign ? await designAmong(words, command, !!completing) : undefined
  const options = { ...command?.settings?.(design), ...command?.options(design), ...common }
  if (completing) return print(await complete(completing, command, options))
  if (asksForHelp(words)) return print((await import('./help.ts')).help(args, command, options))
  if (!command) await settle({ where: '', words, options, plain: 0 })
  if (!command) throw request('', `name a command: ${commandNames.join(', ')}`)
  if (command.takesDesign === true && !design) throw request(command.name, `name a design: ${designNames().join(', ')}`)
  const where = design?.name ?? command.name
  const { values, told } = await settle({ where, words, options, command, design, plain: plainWords(command, design) })
  try {
    await command.run(values, design!, told)
  } catch (error) {
    throw placed(where, error)
  }
}

const asksForHelp = (words: readonly string[]) => words.some((word) => ['--help', '-h', '--version'].includes(word))

/** How many words that are no options belong to a command, itself among them. */
function plainWords({ takesWords }: Command, design: Design | undefined): number {
  if (takesWords) return takesWords.many ? Infinity : 2
  return design ? 2 : 1
}

const commandNames = commands.map(({ name }) => name)
const designNames = () => catalogue.map(({ name }) => name)

const request = (where: string, reason: string) => new RequestProblem(where, [{ parameters: [], reason }])

function refuseCommand(name: string | undefined): void {
  if (name === undefined) return
  throw request(name, `no such command; ${nearestOrAll(name, commandNames)}`)
}

/** The design that the second plain word names. Until it is known, the flags of all designs tell which words are plain. */
async function designAmong(
  words: readonly string[],
  command: Command,
  completing: boolean,
): Promise<Design | undefined> {
  const known = Object.assign(
    {},
    command.settings?.(),
    command.options(),
    ...catalogue.map(({ parameters }) => parameters),
    common,
  )
  const name = readWords(words, known).plain[1]
  if (completing) return catalogue.find((design) => design.name === name)
  if (name === undefined) return undefined
  return isDesignFile(name) ? (await import('./design-file.ts')).loadDesignFile(name) : findDesign(name)
}
