import type { Mesh } from '../mesh.ts'
import { turn } from './facets.ts'
import type { Shells } from './shells.ts'

/**
 * Turns shells that are inside out, the walls of hollows too.
 *
 * @param triangles Are changed.
 * @param turned Tells which facets were turned before, and takes which are turned now; a wall of a hollow is as it should be.
 * @returns How many shells are walls of hollows, as far as their boxes tell: they look another way than a shell around them.
 */
export function turnOutwards({ triangles }: Mesh, shells: Shells, turned: Uint8Array): number {
  const inverted = Array.from(shells.volumes, (volume) => volume < 0)
  if (!inverted.includes(true)) return 0
  const hollow = inverted.map((inside, shell) => {
    const around = largestAround(shells, shell)
    return around !== undefined && inverted[around] !== inside
  })
  for (let facet = 0; facet < shells.shellOf.length; facet++) {
    const shell = shells.shellOf[facet]
    if (!inverted[shell]) continue
    turn(triangles, facet * 3)
    if (facet < turned.length && !hollow[shell]) turned[facet] ^= 1
  }
  return hollow.filter(Boolean).length
}

/** The largest shell whose box is around a shell's. */
function largestAround({ count, boxes, volumes }: Shells, shell: number): number | undefined {
  let found: number | undefined
  for (let other = 0; other < count; other++) {
    if (Math.abs(volumes[other]) <= Math.abs(volumes[found ?? shell])) continue
    const around = [0, 1, 2].every(
      (axis) =>
        boxes[other * 6 + axis] <= boxes[shell * 6 + axis] &&
        boxes[other * 6 + 3 + axis] >= boxes[shell * 6 + 3 + axis],
    )
    if (around) found = other
  }
  return found
}
