import { union } from '../booleans.ts'
import { build } from '../kernel.ts'
import { joinMeshes, type Mesh, meshOf } from '../mesh.ts'
import { solidOf } from '../solid-of.ts'
import type { Shells } from './shells.ts'

/**
 * Joins shells that may reach into each other or lie within each other. All must look outwards, the walls of hollows too: so these vanish.
 *
 * @returns The same mesh, if no two shells come near each other.
 */
export function joinShells(mesh: Mesh, shells: Shells): Mesh {
  const groups = nearShells(shells)
  if (groups.every((group) => group.length === 1)) return mesh
  const meshes = shellMeshes(mesh, shells)
  return joinMeshes(
    groups.map((group) =>
      group.length === 1
        ? meshes[group[0]]
        : build(() => meshOf(union(...group.map((shell) => solidOf(meshes[shell]))))),
    ),
  )
}

/** Each shell as a mesh of its own. */
function shellMeshes({ points, triangles }: Mesh, { count, shellOf, sizes }: Shells): Mesh[] {
  const corners = Array.from(sizes, (size) => new Uint32Array(size * 3))
  const ends = new Uint32Array(count)
  for (let i = 0; i < triangles.length; i++) {
    const shell = shellOf[Math.floor(i / 3)]
    corners[shell][ends[shell]++] = triangles[i]
  }
  const places = new Uint32Array(points.length / 3)
  const owner = new Int32Array(points.length / 3).fill(-1)
  return corners.map((own, shell) => {
    const used: number[] = []
    for (let i = 0; i < own.length; i++) {
      const point = own[i]
      // Shells may have a point in common.
      if (owner[point] !== shell) {
        owner[point] = shell
        places[point] = used.length
        used.push(point)
      }
      own[i] = places[point]
    }
    const xyz = new Float32Array(used.length * 3)
    for (let i = 0; i < used.length; i++) xyz.set(points.subarray(used[i] * 3, used[i] * 3 + 3), i * 3)
    return { points: xyz, triangles: own }
  })
}

/** Shells whose boxes meet, directly or by way of others. */
function nearShells({ count, boxes }: Shells): number[][] {
  const byLeft = Array.from({ length: count }, (_, shell) => shell).sort((a, b) => boxes[a * 6] - boxes[b * 6])
  const groups: number[][] = []
  const group = new Array<number[]>(count)
  let active: number[] = []
  for (const shell of byLeft) {
    let own = [shell]
    groups.push(own)
    group[shell] = own
    active = active.filter((other) => boxes[other * 6 + 3] >= boxes[shell * 6])
    for (const other of active) {
      const theirs = group[other]
      if (theirs === own || !boxesMeet(boxes, shell, other)) continue
      for (const each of own) group[each] = theirs
      theirs.push(...own)
      own.length = 0
      own = theirs
    }
    active.push(shell)
  }
  return groups.filter((each) => each.length > 0)
}

const boxesMeet = (boxes: Float64Array, one: number, other: number) =>
  [0, 1, 2].every(
    (axis) =>
      boxes[one * 6 + axis] <= boxes[other * 6 + 3 + axis] && boxes[other * 6 + axis] <= boxes[one * 6 + 3 + axis],
  )
