import type { Design, Parameters, Problem, Resolved } from '#design'
import type { Given } from './words.ts'

/** A command as it is listed; what it does is loaded when it is asked for. */
export interface Command {
  readonly name: string
  readonly summary: string
  /** Whether a design stands after its name. */
  readonly takesDesign?: true
  readonly load: () => Promise<Action>
}

/** What a command does. */
export interface Action {
  /** Its options, those for the parameters of a design among them, in the order of its help; declared as the parameters of designs are, and read by the same rules. */
  readonly options: (design?: Design) => Parameters
  /** Tells what is wrong beyond single values. Looks at what was typed, so that it is told along with values that are wrong. */
  readonly check?: (given: Given) => readonly Problem[]
  readonly run: (values: Resolved, design: Design) => Promise<void>
}

/** Every command, in the order in which they are listed. */
export const commands: readonly Command[] = [
  {
    name: 'list',
    summary: 'List the designs',
    load: async () => (await import('./list.ts')).list,
  },
  {
    name: 'show',
    summary: 'Show the parameters of a design',
    takesDesign: true,
    load: async () => (await import('./show.ts')).show,
  },
  {
    name: 'generate',
    summary: 'Make a part and write its file',
    takesDesign: true,
    load: async () => (await import('./generate.ts')).generate,
  },
]
