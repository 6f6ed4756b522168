import type { Description, Pose } from '#design'
import type { Filling } from '../check/mass.ts'
import type { Format } from '../files/format.ts'
import type { Report } from '../report.ts'

/** What was given for parameters, by kebab-case name: the text that was typed, or a file. */
export type GivenText = Readonly<Record<string, string>>
export type Given = Readonly<Record<string, string | File>>

/** A part that is wanted. */
export interface Wish {
  readonly design: string
  readonly given: Given
}

/** What the page asks of its worker. Every request is answered once, under its number. */
export type Request = {
  readonly id: number
  readonly wish: Wish
  /** Coarse is soon done: for a part that is looked at while it changes. */
  readonly quality: 'draft' | 'normal'
} & ({ readonly kind: 'part' | 'board' } | { readonly kind: 'report'; readonly filling: Filling } | Question)

/** What can be asked of a part whenever somebody wants to know: its file, what it holds, how it lies on the bed, on which way it is hung. */
export type Question =
  { readonly kind: 'file'; readonly format: Format } | { readonly kind: 'held' | 'printed' | 'hanging' }

/** The answer to a question. */
export type Reply<Asked extends Question = Question> = Extract<Answer, { readonly kind: Asked['kind'] }>

/** What the worker answers. Without being asked it says what is in the catalogue, then that the kernel is there. */
export type Answer =
  | { readonly kind: 'catalogue'; readonly cards: readonly Card[]; readonly files: readonly FileKind[] }
  | { readonly kind: 'started' }
  | Changed
  | ({ readonly kind: 'part'; readonly id: number } & PartAnswer)
  | { readonly kind: 'board'; readonly id: number; readonly key: string; readonly drawable: Drawable }
  | { readonly kind: 'report'; readonly id: number; readonly report: Report }
  | { readonly kind: 'file'; readonly id: number; readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string }
  | { readonly kind: 'held'; readonly id: number; readonly held: readonly HeldDrawable[] }
  | { readonly kind: 'printed'; readonly id: number; readonly part: Drawable }
  | { readonly kind: 'hanging'; readonly id: number; readonly path: readonly Pose[] }
  | { readonly kind: 'refused'; readonly id: number; readonly problems: readonly ToldProblem[] }
  | {
      readonly kind: 'failed'
      readonly id: number
      readonly message: string
      /** Whether the kernel may be in no state to go on. */
      readonly broken: boolean
    }

/** The design file that the page is served for was read anew; without its card if it is no design as it stands. */
export interface Changed {
  readonly kind: 'changed'
  /** The name of the design. */
  readonly design: string
  readonly card?: Card
}

/** A part as it hangs. */
export interface PartAnswer {
  readonly design: string
  /** Every parameter by its kebab-case name, as a person types it. */
  readonly values: GivenText
  /** Those that are not at their defaults. */
  readonly changed: readonly string[]
  readonly part: Drawable
  /** Names the board behind it. */
  readonly board: string
  /** Time that the kernel took. */
  readonly milliseconds: number
}

/** Triangles as a renderer takes them: three corners each, with normals that are smooth but across creases; and the creases as pairs of points. */
export interface Drawable {
  readonly positions: Float32Array<ArrayBuffer>
  readonly normals: Float32Array<ArrayBuffer>
  readonly creases: Float32Array<ArrayBuffer>
}

/** All that a part holds of one colour, as in CSS. */
export interface HeldDrawable {
  readonly color: string
  readonly drawable: Drawable
}

/** A problem in words, and the parameters that it is about by their kebab-case names. */
export interface ToldProblem {
  readonly parameters: readonly string[]
  readonly text: string
  /** A value for the first of them that would do. */
  readonly suggestion?: string
}

/** A design as the page presents it. */
export interface Card {
  readonly name: string
  readonly summary: string
  readonly controls: readonly Control[]
  /** The path of its file, as it was given on the command line; a design of the catalogue has none. */
  readonly file?: string
  readonly presets: readonly Preset[]
}

/** Values that belong together, under a name. */
export interface Preset {
  readonly name: string
  readonly given: GivenText
}

/** A parameter as its control needs it. */
export interface Control extends Description {
  readonly maxLength?: number
  /** The heading that it stands under; the main ones have none. */
  readonly group?: string
}

/** A kind of file that can be downloaded. */
export interface FileKind {
  readonly format: Format
  readonly ending: string
}
