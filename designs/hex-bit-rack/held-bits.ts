import type { Context, Held } from '#design'
import { plateBounds } from '#pegboard'
import { box, cylinder, extrude, hexagon, rotate, type Solid, translate, union } from '#solid'
import { bits } from './bits.ts'
import { plateFor } from './plate.ts'
import { mouthsOf } from './stairs.ts'
import { type Choice, layTiers } from './tiers.ts'

const STEEL = '#9aa3ab'

/** Bits in their sockets, with a point, a blade or a six-sided tip. */
export function heldBits(choice: Choice, context: Context): Held[] {
  const tiers = layTiers(choice)
  const plate = plateFor(tiers, context)
  const stand = { plate: -plate.thickness, bed: plateBounds(plate, context.board).bottom }
  const { across, length } = bits[choice.bit]
  const top = length - choice.depth
  // The last third of an insert bit is its tip.
  const neck = top - length / 3
  const tips: Solid[] = [
    cylinder({ radius: [0.41 * across, 0.14 * across], from: neck - 1, to: top, segments: context.arc(across) }),
    box([-0.43 * across, -0.08 * across, neck - 1], [0.43 * across, 0.08 * across, top]),
    extrude(hexagon(0.63 * across), top),
  ]
  // A socket has its corners before and behind.
  const kinds = tips.map((tip) =>
    rotate(
      [0, 0, 30],
      union(translate([0, 0, -choice.depth], extrude(hexagon(across - 0.05), choice.depth + neck)), tip),
    ),
  )
  return mouthsOf(choice, tiers, stand).map((mouth, i) => ({
    color: STEEL,
    solid: translate(mouth, rotate([choice.lean, 0, 0], kinds[(i * 7 + Math.floor(i / 4)) % kinds.length])),
  }))
}
