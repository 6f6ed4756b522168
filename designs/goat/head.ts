import { blend, carve, type Field, type Vec3 } from '#solid'
import { beard } from './beard.ts'
import { ears } from './ears.ts'
import { eyes } from './eyes.ts'
import { forelock } from './forelock.ts'
import { hornFeet, horns } from './horns.ts'
import { gape, jaw, jawHollow, tongueAndTeeth } from './mouth.ts'
import { face, nose, nostrils } from './muzzle.ts'
import { neck } from './neck.ts'
import { cheeks, skull } from './skull.ts'

/** A head at scale 1, hung: millimetres, y = 0 on the front of the plate, the origin on the plate's middle. */
export interface Head {
  /** Runs {@link ROOT} into the plate, and no further. */
  readonly field: Field
  readonly bounds: { readonly min: Vec3; readonly max: Vec3 }
  /** Where the hole enters: between the horns; from there to the mouth it leans 11° from the vertical, so that a long handle stays clear of the board. */
  readonly crown: Vec3
  /** Where it leaves: at the palate, in front of the tongue. */
  readonly mouth: Vec3
}

export interface HeadOptions {
  /** How far the horns rise above the crown; 0 for a goat with mere buds. The plate ends at 19: more is as much as that. */
  readonly horns: number
  readonly beard: boolean
}

/** How deep the head is rooted in the plate. */
const ROOT = 2

const crown: Vec3 = [0, -28.6, 18.5]
const mouth: Vec3 = [0, -34.8, -13]

/**
 * A laughing goat. It prints on its back without supports: nothing leans flatter than 45° towards the plate.
 *
 * Masses melt into each other over several millimetres, features over one or two; whatever is cut is cut before tongue and teeth are put in.
 */
export function goatHead({ horns: rise, beard: bearded }: HeadOptions): Head {
  const back = blend(4, neck(), skull(), jaw(), hornFeet(rise))
  const masses = blend(1.5, blend(2.5, back, face()), nose(), cheeks())
  const features = [eyes(), forelock(), ears(), horns(rise, crown[2]), tongueAndTeeth(), ...(bearded ? [beard()] : [])]
  const head = carve(2.4, blend(1.5, carve(2.4, masses, gape(), jawHollow()), ...features), nostrils())
  return {
    field: (x, y, z) => Math.max(head(x, y, z), y - ROOT),
    bounds: { min: [-46, -61, -49], max: [46, 3, 38] },
    crown,
    mouth,
  }
}
