import type { Design, Parameters, Problem, Resolved } from '#design'
import type { Layer } from '../settings/layer.ts'
import type { Given } from './words.ts'

/** What a command knows besides the values. */
export interface Told {
  /** What was typed, by camelCase name. */
  readonly given: Given
  /** The words behind the command that are no options. */
  readonly words: readonly string[]
  /** What was set, by camelCase name, and in which layer. */
  readonly settings: Layer
  /** What people should know, in words. */
  readonly warnings: readonly string[]
}

/** A command. */
export interface Command {
  readonly name: string
  /** One phrase for the list of commands. */
  readonly summary: string
  /** Whether a design stands after its name, or may stand there. */
  readonly takesDesign?: true | 'optional'
  /** What other words stand after its name: as many as one likes, or one at most. */
  readonly takesWords?: { readonly name: string; readonly many: boolean }
  /** Parameters of designs that can be typed, too, and that it reads itself. */
  readonly handsOn?: () => Parameters
  /** What can be set in any layer: options of the command, too, the parameters of the design first. */
  readonly settings?: (design?: Design) => Parameters
  /** Its other options, in the order of its help; read by the same rules as parameters. */
  readonly options: (design?: Design) => Parameters
  /** Tells what is wrong beyond single values. Looks at what was given, so that it is told along with values that are wrong. */
  readonly check?: (given: Given) => readonly Problem[]
  /** A command that need not have a design takes `undefined`, too. */
  readonly run: (values: Resolved, design: Design, told: Told) => Promise<void>
}
