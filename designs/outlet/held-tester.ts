import type { Held } from '#design'
import { block, cylinder, drawnFromFront, lettering, type Solid, translate, union, type Vec2 } from '#solid'
import type { Layout } from './layout.ts'

const [BODY, RED, AMBER] = ['#f2c230', '#d94a38', '#e8a33b']

/** A plug-in circuit tester, as shops sell them, in the first receptacle: a body that one hand pulls, and three lamps. */
export function heldTester({ face, middle, receptacles }: Layout): Held[] {
  const [at]: readonly Vec2[] = receptacles
  const body = union(
    block({ size: [34, 44, 26], center: [0, -6], radius: 8, segments: 32, topChamfer: 3 }),
    translate([0, 4, 25.8], lettering('GFCI', { height: 5, stroke: 0.9, depth: 0.6, on: 'floor' })),
  )
  const lamp = (x: number) => translate([x, -14, 0], cylinder({ radius: 2.2, from: 25, to: 26.8, segments: 24 }))
  const place = (solid: Solid) => translate([at[0], -face, middle + at[1]], drawnFromFront(solid))
  return [
    { color: BODY, solid: place(body) },
    { color: RED, solid: place(lamp(-7)) },
    { color: AMBER, solid: place(lamp(0)) },
    { color: AMBER, solid: place(lamp(7)) },
  ]
}
