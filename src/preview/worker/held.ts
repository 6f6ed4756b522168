import type { Design, Resolved } from '#design'
import { build, joinMeshes, type Mesh, meshOf } from '#solid'
import type { HeldDrawable } from '../protocol.ts'
import { drawable } from './drawable.ts'

/** What a part holds, drawn colour by colour. */
export function heldBy(design: Design, parameters: Resolved): HeldDrawable[] {
  const byColour = new Map<string, Mesh[]>()
  build(() => {
    for (const { solid, color } of design.held(parameters, 'normal')) {
      byColour.set(color, [...(byColour.get(color) ?? []), meshOf(solid)])
    }
  })
  return [...byColour].map(([color, meshes]) => ({ color, drawable: drawable(joinMeshes(meshes)) }))
}
