import { type Mesh, meshOf } from './mesh.ts'
import { solidOf } from './solid-of.ts'
import type { Solid } from './types.ts'

const known = new Map<string, Mesh>()
/** As many as a project's boards and sizes; beyond that the oldest goes. The largest, a goat at `fine`, takes 2 MB. */
const MOST = 32

/**
 * A mesh that part after part shares: made once, then kept.
 *
 * @param key Everything that it follows from, and nothing else.
 */
export function rememberedMesh(key: string, make: () => Mesh): Mesh {
  let mesh = known.get(key)
  if (!mesh) {
    mesh = make()
    if (known.size >= MOST) known.delete(known.keys().next().value as string)
    known.set(key, mesh)
  }
  return mesh
}

/** A solid that part after part shares, such as the pegs of a board: {@link rememberedMesh}. */
export const remembered = (key: string, make: () => Solid): Solid => solidOf(rememberedMesh(key, () => meshOf(make())))
