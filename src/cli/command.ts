import type { Design, Parameters, Problem, Resolved } from '#design'
import type { Given } from './words.ts'

/** A command. */
export interface Command {
  readonly name: string
  /** One phrase for the list of commands. */
  readonly summary: string
  /** Whether a design stands after its name. */
  readonly takesDesign?: true
  /** Its options, those for the parameters of the design among them, in the order of its help; read by the same rules as parameters. */
  readonly options: (design?: Design) => Parameters
  /** Tells what is wrong beyond single values. Looks at what was typed, so that it is told along with values that are wrong. */
  readonly check?: (given: Given) => readonly Problem[]
  readonly run: (values: Resolved, design: Design) => Promise<void>
}
