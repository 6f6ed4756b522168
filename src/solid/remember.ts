import { type Mesh, meshOf } from './mesh.ts'
import { solidOf } from './solid-of.ts'
import type { Solid } from './types.ts'

const known = new Map<string, Mesh>()
/** As many as a project's boards and sizes; beyond that the oldest goes. */
const MOST = 32

/**
 * A solid that part after part shares, such as the pegs of a board: made once, then taken from its mesh.
 *
 * @param key Everything that the solid follows from, and nothing else.
 */
export function remembered(key: string, make: () => Solid): Solid {
  let mesh = known.get(key)
  if (!mesh) {
    mesh = meshOf(make())
    if (known.size >= MOST) known.delete(known.keys().next().value as string)
    known.set(key, mesh)
  }
  return solidOf(mesh)
}
