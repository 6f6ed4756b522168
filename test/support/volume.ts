import type { Solid } from '#solid'
import { toManifold } from '../../src/solid/bridge.ts'

/** Volume of a solid, in mm³, within a build; nothing for one that is empty, which could not be written. */
export const volumeOf = (solid: Solid): number => Math.max(0, toManifold(solid).volume())
