import type { Vec3 } from '#solid'
import type { Hole } from './hole.ts'
import type { Wanted } from './place.ts'

/** What of the design is the goat's, and what a sculpture's, each with its default. */
export const goats = { scale: 1, horns: 18, beard: true } as const
export const sculptures = {
  sculptureScale: 1,
  sculptureHeight: 0,
  sculptureTurn: [0, 0, 0],
  sculptureSink: 2,
} as const

/** All that the design is told. */
export interface GoatHook extends Wanted {
  readonly shankDiameter: number
  readonly funnelDiameter: number
  readonly funnelDepth: number
  readonly detail: number
  readonly holeFrom: Vec3
  readonly holeTo: Vec3
}

export const holeOf = (values: GoatHook): Hole => ({
  from: values.holeFrom,
  to: values.holeTo,
  shank: values.shankDiameter,
  funnel: { diameter: values.funnelDiameter, depth: values.funnelDepth },
})
