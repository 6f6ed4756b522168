import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { emptyFolder, pegsmith, program } from './pegsmith.ts'

export type Shell = 'bash' | 'zsh' | 'fish'

/** A shell with a completion script of pegsmith's, to be asked what it offers. */
export interface Ready {
  readonly shell: Shell
  /** Where `pegsmith` is the built program, and the shell's settings are. */
  readonly home: string
  /** Where it is asked. */
  readonly folder: string
}

/** Reads the script in a shell, as its users do. They may log in with another one than they use. */
export async function ready(shell: Shell, folder: string): Promise<Ready> {
  const home = emptyFolder()
  mkdirSync(join(home, 'bin'))
  writeFileSync(join(home, 'bin/pegsmith'), `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`, {
    mode: 0o755,
  })
  const { stdout } = await pegsmith(['completion'], folder, { SHELL: `/usr/bin/${shell}` })
  writeFileSync(join(home, settings[shell].file), settings[shell].text + stdout)
  return { shell, home, folder }
}

/** Control keys, each of which does one thing in the shells below: all that is offered is put into the line, and the line is told. */
const [OFFER, TELL, BACK] = ['\x14', '\x07', '\x02']

const settings: Readonly<Record<Shell, { readonly file: string; readonly text: string }>> = {
  bash: {
    file: '.bashrc',
    text: `PS1='ready> '
bind '"\\C-t": insert-completions'
bind -x '"\\C-g": printf %s "$READLINE_LINE" >~/line; exit'
`,
  },
  zsh: {
    file: '.zshrc',
    text: `PS1='ready> '
bindkey -e
autoload -Uz compinit && compinit -u -D
offer() { _main_complete; compstate[insert]=all; compstate[list]= }
tell() { print -rn -- "$BUFFER" >~/line; exit }
zle -C offer complete-word offer && bindkey '^T' offer
zle -N tell && bindkey '^G' tell
`,
  },
  fish: { file: 'pegsmith.fish', text: '' },
}

/**
 * What a shell offers for the last word of a line, in alphabetical order.
 *
 * @param behind What is in the line behind the cursor; not for fish.
 */
export async function offered({ shell, home, folder }: Ready, line: string, behind = ''): Promise<string[]> {
  const env = { ...process.env, HOME: home, ZDOTDIR: home, PATH: `${home}/bin:${process.env.PATH}`, SHELL: '/bin/zsh', TERM: 'dumb' } // prettier-ignore
  if (shell === 'fish') {
    const args = ['-c', 'source ~/pegsmith.fish; complete -C $argv', line]
    const lines = execFileSync('fish', args, { cwd: folder, env, encoding: 'utf8' }).trimEnd().split('\n')
    return lines.map((each) => each.replace(/\t.*/, '')).sort()
  }
  // Only a terminal has a line to complete.
  const terminal = spawn('script', ['-qfec', `${shell} -i`, '/dev/null'], { cwd: folder, env, timeout: 30_000 })
  let shown = ''
  terminal.stdout.on('data', (text) => {
    if (shown.includes('ready> ')) return
    shown += String(text)
    if (shown.includes('ready> ')) terminal.stdin.write(line + behind + BACK.repeat(behind.length) + OFFER + TELL)
  })
  await new Promise((resolve) => terminal.on('close', resolve))
  const words = readFileSync(join(home, 'line'), 'utf8').replace(behind, '')
  return words.slice(line.lastIndexOf(' ')).trim().split(/ +/).sort()
}
