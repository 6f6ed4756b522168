import { type Board, hookProblem, type MountStyle, mountStyles, type Piece } from '#pegboard'
import type { Solid } from '#solid'
import { boardOf, boardParameters } from './board.ts'
import { choice, type Parameter, type Parameters, type Values } from './parameter.ts'
import { type Problem, problem } from './problem.ts'
import { arcOf, type Quality } from './quality.ts'
import type { Value } from './value.ts'

/** What a design is told besides its own parameters. */
export interface Context {
  readonly board: Board
  readonly mount: MountStyle
  /** How many segments a full circle of a radius is cut into at the quality asked for; a multiple of four. */
  readonly arc: (radius: number) => number
  readonly quality: Quality
}

/** A thing that a part is made to hold, or a piece of it, drawn where the hung part holds it. */
export interface Held {
  readonly solid: Solid
  /** As in CSS. */
  readonly color: string
}

/** What the author of a design writes. */
export interface Declaration<P extends Parameters> {
  /** Name in the catalogue, kebab-case. */
  readonly name: string
  /** One sentence for the catalogue. */
  readonly summary: string
  readonly parameters: P
  /** Sets of values that belong together, by name, kebab-case. */
  readonly presets?: Readonly<Record<string, Partial<Values<P>>>>
  /** Parameters that people look for together, by the heading that they stand under; those in none are the main ones. */
  readonly groups?: Readonly<Record<string, readonly (keyof P & string)[]>>
  /** The mount that prints best; left out for what does not hang on a board. */
  readonly mount?: MountStyle
  /** Tells parameters that cannot go together, in words that name both and say what would work. */
  readonly check?: (values: Values<P>, context: Context) => readonly Problem[]
  /** The pieces of the part, hung on the board: y < 0 in front of it, z = 0 at the top row of holes, x = 0 in the middle of the peg columns. */
  readonly main: (values: Values<P>, context: Context) => readonly Piece[]
  /** What it is made to hold, for pictures: to see whether that is what was meant. */
  readonly held?: (values: Values<P>, context: Context) => readonly Held[]
}

/** A design of the catalogue: its parameters, the board's among them, and the functions from resolved parameters to problems and pieces. */
export interface Design {
  readonly name: string
  readonly summary: string
  /** The path of its file, as it was given; a design of the catalogue has none. */
  readonly file?: string
  readonly parameters: Parameters
  readonly presets?: Readonly<Record<string, Readonly<Record<string, Value>>>>
  readonly groups?: Readonly<Record<string, readonly string[]>>
  readonly check: (values: Readonly<Record<string, Value>>) => readonly Problem[]
  readonly main: (values: Readonly<Record<string, Value>>, quality: Quality) => readonly Piece[]
  readonly held: (values: Readonly<Record<string, Value>>, quality: Quality) => readonly Held[]
}

const mountParameter = (best: MountStyle): Parameter<MountStyle> =>
  choice('Pegs in one piece with the part, or printed lying down and slid into its back', mountStyles, {
    default: best,
  })

/** Declares an accessory. Everything else (options, help, schema, controls, report) follows from this. */
export function defineDesign<const P extends Parameters>(declaration: Declaration<P>): Design {
  const { name, summary, presets, groups, mount, check, main, held } = declaration
  const contextOf = (values: Readonly<Record<string, Value>>, quality: Quality): Context => ({
    board: boardOf(values),
    mount: (values.mount ?? 'integral') as MountStyle,
    arc: arcOf(quality),
    quality,
  })
  const hanging = { ...(mount && { mount: mountParameter(mount) }), ...boardParameters }
  return {
    name,
    summary,
    parameters: { ...declaration.parameters, ...hanging },
    groups: { ...groups, 'Board and pegs': Object.keys(hanging) },
    ...(presets && { presets: presets as Design['presets'] }),
    check(values) {
      const context = contextOf(values, 'normal')
      const unhangable = hookProblem(context.board)
      if (unhangable) {
        const { parameter, reason, suggestion } = unhangable
        // A board too thick is as well a hole too small: whoever typed one of them should find it named.
        const about = parameter === 'boardThickness' ? [parameter, 'holeDiameter'] : [parameter]
        return [problem(about, `cannot be met: ${reason}`, suggestion)]
      }
      return check?.(values as Values<P>, context) ?? []
    },
    main: (values, quality) => main(values as Values<P>, contextOf(values, quality)),
    held: (values, quality) => held?.(values as Values<P>, contextOf(values, quality)) ?? [],
  }
}
