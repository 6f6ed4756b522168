import type { Decision } from './decide.ts'
import type { Wait } from './persevere.ts'
import type { MadeFile } from './store/state.ts'

/** Why a part is to be made, or that it need not be. */
export type Reason = 'never made' | 'changed' | 'missing' | 'damaged' | 'failed before' | 'all are made' | 'up to date'

/** What happens in a build, as it is told: to a script, one a line; to a person, in words. Times are seconds. */
export type BuildEvent =
  | {
      readonly event: 'planned'
      readonly parts: readonly ({ readonly part: string } & Decision)[]
    }
  | { readonly event: 'started'; readonly part: string; readonly attempt: number; readonly worker: number }
  /** Its worker has ended with it, however that went. */
  | { readonly event: 'ended'; readonly part: string; readonly worker: number }
  /** Before the next try: of a part, or of the whole build to begin. */
  | ({ readonly event: 'waiting'; readonly part?: string } & Wait)
  /** In the order of the project, as are the three that follow. */
  | {
      readonly event: 'made'
      readonly part: string
      readonly reason: Reason
      readonly details: readonly string[]
      readonly files: readonly MadeFile[]
      readonly seconds: number
      readonly mass?: number
      readonly warnings: readonly string[]
    }
  | { readonly event: 'unchanged'; readonly part: string }
  | { readonly event: 'failed'; readonly part: string; readonly error: string; readonly attempts: number }
  | { readonly event: 'skipped'; readonly part: string; readonly because: string }
  /** A part that is no longer in the project: whether its files are removed, and which of them stay. */
  | { readonly event: 'orphan'; readonly part: string; readonly removed: boolean; readonly files: readonly string[] }
  /** The parts arranged on beds; not made if they are as they were. */
  | {
      readonly event: 'plates'
      readonly made: boolean
      readonly files: readonly MadeFile[]
      readonly lines: readonly string[]
    }
  | { readonly event: 'done'; readonly summary: Summary }

/** What came of a build. */
export interface Summary {
  readonly made: number
  readonly unchanged: number
  readonly failed: number
  readonly skipped: number
  /** Seconds that went by while parts waited to be tried again, all together. */
  readonly waited: number
  /** Seconds from beginning to end. */
  readonly seconds: number
  /** Grams of filament that all parts take that are up to date, with their copies. */
  readonly mass: number
  /** Of a kilogram of filament. */
  readonly price: number
  /** What that mass costs, in the currency of the price. */
  readonly cost: number
}
