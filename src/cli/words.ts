import Parser from 'yargs-parser/browser'
import { kebabCase, type Parameters } from '#design'

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

/** Short names of options. */
export const shortNames: Readonly<Record<string, string>> = { output: 'o' }

/** What was typed for options, by the names that were typed: text, true for one without a value, a list for one that was repeated. */
export type Given = Readonly<Record<string, unknown>>

/** A command line taken apart. */
export interface Words {
  /** What are no options: the command, the design. */
  readonly plain: readonly string[]
  readonly given: Given
}

/** Takes a command line apart. Parameters only tell which options are flags, to which the next word does not belong. */
export function readWords(words: readonly string[], parameters: Parameters): Words {
  const flags = Object.keys(parameters).filter((name) => parameters[name].kind === 'flag')
  const boolean = flags.map(kebabCase)
  const { _: plain, ...given } = Parser(joinDashedValues(words, boolean), {
    boolean,
    alias: shortNames,
    configuration: reading,
  })
  return { plain: plain.map(String), given }
}

/** `--output -` and `--pitch -1e3` as one word each: yargs takes what begins with a dash for an option, but for plain negative numbers. */
function joinDashedValues(words: readonly string[], flags: readonly string[]): string[] {
  const joined: string[] = []
  for (const word of words) {
    const option = joined.at(-1) ?? ''
    const takesIt = /^--?[a-z][^=]*$/i.test(option) && !flags.includes(option.replace(/^--?(no-)?/, ''))
    if (takesIt && /^-(\.?\d.*|Infinity)?$/.test(word)) joined[joined.length - 1] = `${option}=${word}`
    else joined.push(word)
  }
  return joined
}
