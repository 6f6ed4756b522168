import type { Vec3 } from '#solid'
import type { Hole } from './hole.ts'
import type { Wanted } from './place.ts'

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
