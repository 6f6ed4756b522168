import { allowed, kebabCase, type Parameter, type Parameters, standards } from '#design'
import { catalogue } from '../../designs/index.ts'
import { listedNames } from '../build/project/listed-names.ts'
import { confFormatOf } from '../settings/formats/format.ts'
import type { Command } from './command.ts'
import { commands } from './commands.ts'
import { confFile } from './gather.ts'
import { readWords, shortNames } from './words.ts'

/** A word that could be typed, and what it means. */
type Offer = readonly [word: string, meaning?: string]

/** The command that the shell's script runs: before the words, the first of which is the program and the last of which is being typed. */
export const COMPLETE = '--get-yargs-completions'

/** The words typed so far, without the program, and the one that is being typed. */
export function typed(args: readonly string[]): { words: readonly string[]; current: string } {
  const words: string[] = []
  for (const word of args.slice(2)) {
    // bash makes three words of `--board=skadis`.
    if (words.length > 0 && (word === '=' || /^--[^=]+=$/.test(words.at(-1)!))) words.push(words.pop()! + word)
    else words.push(word)
  }
  return { words: words.slice(0, -1), current: words.at(-1) ?? '' }
}

/**
 * What could stand for the word that is being typed, a line each, in the form that the shell's script wants. The shell picks what begins with that word;
 * where nothing is offered, it offers files.
 */
export async function complete(
  { words, current }: ReturnType<typeof typed>,
  command: Command | undefined,
  options: Parameters,
): Promise<string> {
  const shell = process.env.SHELL ?? ''
  const line = ([word, meaning]: Offer) => {
    if (shell.includes('fish')) return meaning ? `${word}\t${meaning}` : word
    if (shell.includes('zsh')) return word.replaceAll(':', '\\:') + (meaning ? `:${meaning}` : '')
    return word.replace(/^--[^=]+=/, '')
  }
  return (await offers(words, current, command, options)).map((offer) => `${line(offer)}\n`).join('')
}

async function offers(
  words: readonly string[],
  current: string,
  command: Command | undefined,
  options: Parameters,
): Promise<Offer[]> {
  const [, joined] = /^(--[^=]+)=/.exec(current) ?? []
  // Until the design is named, its parameters may be those of any.
  const known: Parameters = Object.assign({}, ...catalogue.map(({ parameters }) => parameters), options)
  const option = parameterOf(joined ?? words.at(-1), known)
  if (option && (joined || option.kind !== 'flag')) {
    return (option.choices ?? []).map((value): Offer => [joined ? `${joined}=${value}` : String(value)])
  }
  if (current.startsWith('-')) return optionOffers(words, { ...command?.handsOn?.(), ...options })
  if (!command) return commands.map(({ name, summary }) => [name, summary])
  const { plain, given } = readWords(words, known)
  if (command.takesWords?.many) return given.merge ? [] : partOffers(plain.slice(1), current, given.conf)
  if (command.takesWords && plain.length === 1) return []
  if (!command.takesDesign || plain.length > 1) return current === '' ? optionOffers(words, options) : []
  // A word that is in no name begins the path of a design file.
  return catalogue.filter(({ name }) => name.includes(current)).map(({ name, summary }) => [name, summary])
}

/** Parts of the project that were not named yet; none where nobody can tell which they are: what is wrong is told when the line is entered. */
async function partOffers(words: readonly string[], current: string, conf: unknown): Promise<Offer[]> {
  const { file } = await confFile(words.find((word) => confFormatOf(word)) ?? conf)
  const left = (file ? listedNames(file) : []).filter((name) => !words.includes(name))
  // A word with which none begins is that of a file.
  return left.filter((name) => name.startsWith(current)).map((name) => [name])
}

const parameterOf = (word: string | undefined, options: Parameters): Parameter | undefined =>
  Object.entries(options).find(([name]) => [`--${kebabCase(name)}`, `-${shortNames[name]}`].includes(word ?? ''))?.[1]

/** Options that were not typed yet; those to leave out what is there otherwise have a `--no-` before them. */
function optionOffers(words: readonly string[], options: Parameters): Offer[] {
  const { given } = readWords(words, options)
  const standard = standards(options)
  const left = Object.entries(options).filter(([name]) => !(kebabCase(name) in given))
  return [
    ...left.flatMap(([name, { kind, description, min, max, optional }]): Offer[] => {
      const meaning = [description, allowed({ min, max })].filter(Boolean).join(', ')
      const negated: Offer = [`--no-${kebabCase(name)}`, description]
      return [
        [`--${kebabCase(name)}`, meaning],
        ...(optional || (kind === 'flag' && standard[name].value === true) ? [negated] : []),
      ]
    }),
    ['--help', 'Show help'],
    ['--version', 'Show version number'],
  ]
}
