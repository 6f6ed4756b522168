import type { Command } from './command.ts'
import { print } from './output.ts'

export const completion: Command = {
  name: 'completion',
  summary: 'Print a completion script for the shell that $SHELL names: bash, zsh or fish',
  options: () => ({}),
  run: async () => print((await import('./completion-script.ts')).completionScript()),
}
