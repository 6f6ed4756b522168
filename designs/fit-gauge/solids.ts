import type { Context } from '#design'
import { insetProfile, type Peg } from '#pegboard'
import { extrude, lettering, loft, rectangle, rotate, type Solid, translate, type Vec2 } from '#solid'
import { APART, halfOf, type Item, LABEL_HEIGHT, rootOf, type Spoke, type Wheel } from './wheel.ts'

/** Chamfers of the edge on the bed, against an elephant's foot, and of the upper one. */
const CHAMFER = { bed: 0.4, top: 0.6 }
/** Chamfer of a bore's rims. */
const LEAD = 0.5
const RELIEF = { stroke: 0.9, depth: 0.6 }
/** How far cutters stick out. */
const OUT = 0.5

/** The wheel without anything in it. */
export function disc({ sides, apothem, hookAt, thickness }: Wheel): Solid {
  const half = Math.PI / sides
  const ring = (z: number, inset: number) => {
    const edge = hookAt - inset
    const reach = (apothem - inset - edge * Math.cos(half)) / Math.sin(half)
    const hookEdge: Vec2[] = [
      [edge, -reach],
      [edge, reach],
    ]
    return { z, points: [...hookEdge, ...corners(sides, apothem - inset, 0).slice(1)] }
  }
  return loft([
    ring(0, CHAMFER.bed),
    ring(CHAMFER.bed, 0),
    ring(thickness - CHAMFER.top, 0),
    ring(thickness, CHAMFER.top),
  ])
}

/** A peg that lies on z = 0 with its flat, as strips of pegs do in print, and points along x. */
export function lyingPeg(peg: Peg): Solid {
  const { profile, section } = peg
  const half = halfOf(peg)
  const layers = [
    ...section
      .slice(1)
      .reverse()
      .map(([x, inset]) => [half - x, inset]),
    ...section.map(([x, inset]) => [half + x, inset]),
  ]
  return loft(layers.map(([z, inset]) => ({ z, points: insetProfile(profile, inset) })))
}

/** The recess in an edge in which the rounded root of a peg lies, as in the plate of a part. */
export function rootNotch(peg: Peg, at: number, { notch, thickness }: Wheel): Solid {
  const { low, high } = rootOf(peg)
  const region = rectangle([notch + OUT, high - low + 2 * APART], [at - notch / 2 + OUT / 2, (low + high) / 2])
  return translate([0, 0, -OUT], extrude(region, thickness + 2 * OUT))
}

/** A bore through the wheel whose middle lies at a distance along x; a round one touches its diameter with flats, as a hexagon does its own. */
export function bore(
  item: Item,
  value: number,
  at: number,
  { thickness }: Wheel,
  { arc }: Pick<Context, 'arc'>,
): Solid {
  const sides = item.hexagonal ? 6 : arc(item.size / 2)
  const ring = (z: number, grow: number) => ({
    z,
    points: corners(sides, (item.size + value) / 2 + grow, 0.5).map(([x, y]): Vec2 => [x + at, y]),
  })
  return loft([ring(-LEAD, 2 * LEAD), ring(LEAD, 0), ring(thickness - LEAD, 0), ring(thickness + LEAD, 2 * LEAD)])
}

/** The value of a spoke, to be read with its peg pointing away. */
export const label = ({ label: text }: Spoke, { labelsAt, thickness }: Wheel): Solid =>
  translate(
    [labelsAt, 0, thickness],
    rotate([0, 0, -90], lettering(text, { height: LABEL_HEIGHT, ...RELIEF, on: 'floor' })),
  )

/** A regular polygon around the origin: a corner on the x axis and every `1 / sides` of a turn from there, all turned by so many sides. */
const corners = (sides: number, apothem: number, turned: number) =>
  Array.from({ length: sides }, (_, i): Vec2 => {
    const angle = ((i + turned) / sides) * 2 * Math.PI
    const radius = apothem / Math.cos(Math.PI / sides)
    return [radius * Math.cos(angle), radius * Math.sin(angle)]
  })
