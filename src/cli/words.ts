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
  const { _: plain, ...given } = Parser(joinValues(words, parameters), {
    boolean,
    alias: shortNames,
    configuration: reading,
  })
  return { plain: plain.map(String), given }
}

/**
 * `--output -`, `--pitch -1e3`, `--hole-from -3,4,5`, `--label -x` and `-opart.stl` as one word with `=` each: yargs takes what begins with a dash for an option, but
 * for plain negative numbers. Text is whatever follows, unless that is an option itself.
 */
function joinValues(words: readonly string[], parameters: Parameters): string[] {
  const kinds = new Map(Object.entries(parameters).map(([name, { kind }]) => [kebabCase(name), kind]))
  const isOption = (word: string) => kinds.has(kebabCase(nameIn(word))) || /^-o|^--?h(elp)?$|^--version$/.test(word)
  const joined: string[] = []
  for (const word of words) {
    const option = joined.at(-1) ?? ''
    const kind = kinds.get(kebabCase(nameIn(option)))
    const takesIt = /^--?(?!no-)[a-z][^=]*$/i.test(option) && kind !== 'flag'
    const isValue =
      /^-((\.?\d|Infinity).*)?$/.test(word) || (kind === 'text' && word.startsWith('-') && !isOption(word))
    if (takesIt && isValue) joined[joined.length - 1] = `${option}=${word}`
    else joined.push(word.replace(/^-o(?=[^=])/, '-o='))
  }
  return joined
}

/** The name in `--name`, `--no-name` and `--name=value`. */
const nameIn = (word: string) => word.replace(/^--?(no-)?/, '').replace(/=.*$/s, '')
