import yargs from 'yargs'
import { COMPLETE } from './complete.ts'

/**
 * The script for the shell that `$SHELL` names. It calls pegsmith by name and not by a path, which may be gone after the next installation, and which
 * would go around an alias: it is only ever run where that name was typed.
 */
export function completionScript(): string {
  let script = ''
  yargs()
    .scriptName('pegsmith')
    .completion('completion')
    .exitProcess(false)
    .parseSync(['completion'], (_error: unknown, _argv: unknown, output: string) => (script = output))
  return mends.reduce((text, [from, to]) => text.replace(from, () => to), script)
}

/**
 * What yargs' scripts get wrong. They pass the words behind the cursor, too, and fish's neither an empty word at it nor files; their answer would suit the
 * shell one logs in with and not the one in use; what goes to stderr would appear amid the line that is typed. Each stands in the script of one shell only.
 */
const mends: readonly (readonly [from: string, to: string])[] = [
  [`pegsmith ${COMPLETE} "\${args[@]}"`, `SHELL=bash pegsmith ${COMPLETE} "\${args[@]:0:COMP_CWORD+1}" 2>/dev/null`],
  // After `--board=`, the word at the cursor is the `=`, with which no value begins.
  ['cur_word="${COMP_WORDS[COMP_CWORD]}"', 'cur_word="${COMP_WORDS[COMP_CWORD]#=}"'],
  [`pegsmith ${COMPLETE} "\${words[@]}"`, `SHELL=zsh pegsmith ${COMPLETE} "\${(@)words[1,CURRENT]}" 2>/dev/null`],
  // The file in `--output=file`; fish's own completion of files, below, knows of it.
  ['_default', "compset -P '--*='; _default"],
  [
    `(pegsmith ${COMPLETE} (commandline -o)[2..-1])`,
    `(SHELL=fish pegsmith ${COMPLETE} (commandline -opc) (commandline -ct) 2>/dev/null | string match -r ".+"
  or complete -C "\\'\\' "(commandline -ct))`,
  ],
]
