import type { Context } from '#design'
import type { Peg } from '#pegboard'
import {
  type Carving,
  engraved,
  letteringProfile,
  pierced,
  rotate,
  type Solid,
  translate,
  type Vec2,
  type Vec3,
} from '#solid'
import { APART, type Item, LABEL_HEIGHT, rootOf, STROKE, type Wheel } from './wheel.ts'

/** Chamfers of the edge on the bed, against an elephant's foot, and of the upper one. */
const CHAMFER = { bed: 0.4, top: 0.5 }
/** Chamfer of a bore's rims. */
const LEAD = 0.5
/** Labels stand on the wheel; no nozzle follows their outlines closer than this. */
const RELIEF = { height: 0.6, finest: 0.15 }

/** The wheel with its bores, and notches for the pegs. */
export function disc(wheel: Wheel, item: Item, { arc }: Pick<Context, 'arc'>): Solid {
  const { thickness, spokes, boresAt, eye } = wheel
  const rim = (z: number, inset: number) => at(z, rimOf(wheel, inset))
  const through = (grown: (grow: number) => Vec2[]) => [
    at(0, grown(LEAD)),
    at(LEAD, grown(0)),
    at(thickness - LEAD, grown(0)),
    at(thickness, grown(LEAD)),
  ]
  const round = (radius: number) => (grow: number) => regular(arc(radius), radius + grow)
  const bores = spokes.map(({ value, angle }) =>
    through((grow) => {
      const half = (item.size + value) / 2
      const outline = item.hexagonal ? regular(6, half + grow) : round(half)(grow)
      return outline.map(([x, y]) => turned([x + boresAt, y], angle))
    }),
  )
  return pierced(
    [rim(0, CHAMFER.bed), rim(CHAMFER.bed, 0), rim(thickness - CHAMFER.top, 0), rim(thickness, CHAMFER.top)],
    [through(round(eye)), ...bores],
  )
}

/** The rim, all its edges further in by `inset`: the hook's, and from there round those of the spokes. Each is notched for the root of its peg. */
function rimOf({ sides, apothem, hookAt, hook, spokes, notch }: Wheel, inset: number): Vec2[] {
  const half = Math.PI / sides
  const reach = (apothem - inset - (hookAt - inset) * Math.cos(half)) / Math.sin(half)
  const notchOf = (peg: Peg, edge: number): Vec2[] => {
    const { low, high } = rootOf(peg)
    const [from, to] = [low - APART, high + APART]
    const outer = edge - inset
    const inner = edge - notch
    return [
      [outer, from],
      [inner, from],
      [inner, to],
      [outer, to],
    ]
  }
  const corner = (apothem - inset) / Math.cos(half)
  return [
    [hookAt - inset, -reach],
    ...notchOf(hook, hookAt),
    [hookAt - inset, reach],
    ...Array.from({ length: sides - 1 }, (_, i) => {
      const spoke = spokes[i]
      const after = spoke ? notchOf(spoke.peg, apothem).map((point) => turned(point, spoke.angle)) : []
      return [turned([corner, 0], ((i + 1) * 360) / sides), ...after]
    }).flat(),
  ]
}

/** The values of the spokes, each to be read with its peg pointing away; to be carved in the wheel's upper face. */
export const labels = ({ spokes, labelsAt }: Wheel): Carving[] =>
  spokes.flatMap(({ label, angle }) => {
    const text = letteringProfile(label, { height: LABEL_HEIGHT, stroke: STROKE }, RELIEF.finest)
    return engraved(rotate([0, 0, angle], translate([labelsAt, 0], rotate([0, 0, -90], text))), -RELIEF.height)
  })

const at = (z: number, points: readonly Vec2[]) => points.map(([x, y]): Vec3 => [x, y, z])

/** A point turned about the origin, by degrees. */
function turned([x, y]: Vec2, degrees: number): Vec2 {
  const angle = (degrees * Math.PI) / 180
  return [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)]
}

/** A regular polygon around the origin whose sides, not its corners, lie at a distance: what is as wide passes. */
const regular = (sides: number, apothem: number) =>
  Array.from({ length: sides }, (_, i) => turned([apothem / Math.cos(Math.PI / sides), 0], ((i + 0.5) * 360) / sides))
