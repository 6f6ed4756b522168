import type { Vec3 } from '#solid'
import type { Model } from './model.ts'
import type { Value } from './value.ts'

/** The values chosen so far, by camelCase name: what a default that follows from other parameters may look at. */
export type Chosen = Readonly<Record<string, Value>>

/** One knob of a design. This declaration is the single source of its option, its help, its schema, its control and its type. */
export interface Parameter<V extends Value = Value> {
  readonly kind:
    'count' | 'length' | 'angle' | 'number' | 'choice' | 'flag' | 'text' | 'path' | 'point' | 'turn' | 'model'
  /** What it does, for a person: one phrase, no full stop. */
  readonly description: string
  /** Its value where none is given; a function where it follows from parameters declared before it. */
  readonly default: V | ((chosen: Chosen) => V)
  readonly unit?: 'mm' | '°'
  /** The least number that it takes; of a point or a turn, in each of its coordinates. */
  readonly min?: number
  readonly max?: number
  /** The values of a choice; of a text, some that are known. */
  readonly choices?: readonly (V & (string | number))[]
  /** The most characters that a text may have. */
  readonly maxLength?: number
  /** Whether a path may be the empty text, which is none. */
  readonly optional?: boolean
  /** What its option stands for without a value. */
  readonly alone?: V
}

interface Bounded<V = number> {
  readonly default: V | ((chosen: Chosen) => V)
  readonly min: number
  readonly max: number
}

/** A whole number of things. */
export const count = (description: string, options: Bounded): Parameter<number> => ({
  kind: 'count',
  description,
  ...options,
})

/** A length in millimetres. */
export const length = (description: string, options: Bounded): Parameter<number> => ({
  kind: 'length',
  description,
  unit: 'mm',
  ...options,
})

/** An angle in degrees. */
export const angle = (description: string, options: Bounded): Parameter<number> => ({
  kind: 'angle',
  description,
  unit: '°',
  ...options,
})

/** A place: x, y and z in millimetres, each within the same bounds. Its description goes on to say that it is three numbers. */
export const point = (description: string, options: Bounded<Vec3>): Parameter<Vec3> => ({
  kind: 'point',
  description: `${description}, as x,y,z`,
  unit: 'mm',
  ...options,
})

/** Turns about the axes x, y and z, in degrees; at most a full one each way. Its description goes on like that of a {@link point}. */
export const turn = (description: string, options: { readonly default: Vec3 }): Parameter<Vec3> => ({
  kind: 'turn',
  description: `${description}, as x,y,z`,
  unit: '°',
  min: -360,
  max: 360,
  ...options,
})

/** A number without a unit, such as a scale. */
export const number = (description: string, options: Bounded): Parameter<number> => ({
  kind: 'number',
  description,
  ...options,
})

/** One of a few names. */
export const choice = <const C extends string>(
  description: string,
  choices: readonly C[],
  options: { readonly default: NoInfer<C> | ((chosen: Chosen) => NoInfer<C>); readonly alone?: NoInfer<C> },
): Parameter<C> => ({ kind: 'choice', description, choices, ...options })

/** Yes or no. */
export const flag = (description: string, options: { readonly default: boolean }): Parameter<boolean> => ({
  kind: 'flag',
  description,
  ...options,
})

/** A line of text. */
export const text = (
  description: string,
  options: {
    readonly default: string | ((chosen: Chosen) => string)
    readonly maxLength?: number
    readonly choices?: readonly string[]
  },
): Parameter<string> => ({ kind: 'text', description, maxLength: 200, ...options })

/** A place for a file. */
export const path = (
  description: string,
  options: { readonly default: string | ((chosen: Chosen) => string); readonly optional?: boolean },
): Parameter<string> => ({ kind: 'path', description, ...options })

/** A model from a file, or none, which is the empty text. Its description goes on to say what files there are. */
export const model = (description: string): Parameter<Model | ''> => ({
  kind: 'model',
  description: `${description}, from an STL, OBJ or 3MF file`,
  default: '',
})

/** Declared parameters by camelCase name, in the order in which they are shown. */
export type Parameters = Readonly<Record<string, Parameter>>

/** What a design's `main` receives. */
export type Values<P extends Parameters> = {
  readonly [K in keyof P]: P[K] extends Parameter<infer V> ? V : never
}

/** The name that a person or a script sees: `cellDiameter` and `cell_diameter` are `cell-diameter`. */
export const kebabCase = (name: string) =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/[_\s]+/g, '-')
    .toLowerCase()
