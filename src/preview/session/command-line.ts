import type { Control, Wish } from '../protocol.ts'

/** The command line that makes a part of a design, which is named or has its path given; its files are taken from where it is run. */
export function commandLine({ design, given }: Wish, controls: readonly Control[]): string {
  const options = Object.entries(given).map(([name, text]) => {
    const value = text instanceof File ? text.name : text
    const flag = controls.find((control) => control.name === name)?.kind === 'flag'
    if (flag) return value === 'true' ? `--${name}` : `--no-${name}`
    // What begins with a dash would be taken for an option.
    return value.startsWith('-') ? `--${name}=${quoted(value)}` : `--${name} ${quoted(value)}`
  })
  return ['pegsmith generate', quoted(design), ...options].join(' ')
}

/** A word as a shell takes it. */
const quoted = (word: string) => (/^[\w.,:/+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`)
