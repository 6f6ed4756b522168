import { facetsWhere } from './facets.ts'
import { type Shells, sideOf } from './shells.ts'

/** Pieces smaller than this share of the whole are dust of a scan: half a millimetre on a sculpture 100 mm tall, about the width of a printed line. */
const SPECK = 1 / 200

/** Whether a shell is dust. @param size The largest side of the mesh. */
export const isSpeck = (shells: Shells, shell: number, size: number) => sideOf(shells, shell) < size * SPECK

/**
 * Drops pieces that hang together with nothing else and are much smaller than the whole, unless the whole consists of little else.
 *
 * @param size The largest side of the mesh.
 * @returns The facets, how many pieces went, and the size of the largest.
 */
export function dropSpecks(
  triangles: Uint32Array,
  shells: Shells,
  size: number,
): { triangles: Uint32Array; specks: number; largest: number } {
  const none = { triangles, specks: 0, largest: 0 }
  if (shells.count === 1) return none
  const specks = new Set(Array.from({ length: shells.count }, (_, i) => i).filter((i) => isSpeck(shells, i, size)))
  const kept = facetsWhere(triangles, (start) => !specks.has(shells.shellOf[start / 3]))
  if (kept.length < triangles.length / 2) return none
  let largest = 0
  for (const speck of specks) largest = Math.max(largest, sideOf(shells, speck))
  return { triangles: kept, specks: specks.size, largest }
}
