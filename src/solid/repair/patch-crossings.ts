import { type Mesh, soundMesh } from '../mesh.ts'
import { GeometryProblem } from '../problem.ts'
import { crossings } from './crossings.ts'
import { isSound, pairEdges } from './edges.ts'
import { compact, facetsWhere } from './facets.ts'
import { type Closed, closeHoles } from './holes.ts'
import { shellsOf } from './shells.ts'
import { counted, millimetres, placeOf } from './words.ts'

/** How often facets are cut out and closed over: a lid may cross something, too. */
const ROUNDS = 4
/** How wide a place may be, as a share of the mesh's size, where facets are cut out and the hole is closed. */
const SMALL = 0.05
/** By how much that may change the volume of the whole, as a share of it: more would be another sculpture. */
const SAME = 0.01

/**
 * Cuts out small places where the surface passes through itself, and closes them over.
 *
 * @param mesh Closed, and oriented outwards.
 * @param size The largest side of the mesh.
 * @throws {GeometryProblem} if the surface passes through itself at large; says where.
 */
export function patchCrossings(mesh: Mesh, size: number, mended: string[]): Mesh {
  const first = crossings(mesh, size)
  if (first.length === 0) return mesh
  const volume = total(volumesOf(mesh))
  let [patched, crossing] = [mesh, first]
  let widest = 0
  for (let round = 0; crossing.length > 0; round++) {
    const tried: Closed | undefined = round < ROUNDS ? patch(patched, crossing, round, size) : undefined
    if (!tried || !isNearly(volume, tried.mesh)) throw refusal(mesh, first)
    patched = tried.mesh
    widest = Math.max(widest, tried.largest)
    crossing = crossings(patched, size)
  }
  const facets = counted(new Set(first).size, 'facet')
  mended.push(`closed over ${facets} that passed through each other, in places of up to ${millimetres(widest)}`)
  return patched
}

/** Whether each body of a mesh still looks outwards, and all have nearly a volume. */
function isNearly(volume: number, mesh: Mesh): boolean {
  const volumes = volumesOf(mesh)
  return volumes.every((each) => each > 0) && Math.abs(total(volumes) - volume) <= SAME * volume
}

const volumesOf = (mesh: Mesh) => shellsOf(mesh).volumes
const total = (volumes: Float64Array) => volumes.reduce((sum, each) => sum + each, 0)

/** The mesh without the facets, and without some rings of others around them, closed over; nothing if that leaves more than small holes. */
function patch(
  { points, triangles }: Mesh,
  crossing: readonly number[],
  rings: number,
  size: number,
): Closed | undefined {
  const cut = new Uint8Array(triangles.length / 3)
  for (const facet of crossing) cut[facet] = 1
  for (let ring = 0; ring <= rings; ring++) {
    const near = new Uint8Array(points.length / 3)
    for (let i = 0; i < triangles.length; i++) if (cut[Math.floor(i / 3)]) near[triangles[i]] = 1
    for (let i = 0; i < triangles.length; i++) if (near[triangles[i]]) cut[Math.floor(i / 3)] = 1
  }
  const rest = facetsWhere(triangles, (start) => !cut[start / 3])
  try {
    const opened = { points, triangles: rest }
    const { mesh, ...closed } = closeHoles(opened, pairEdges(opened), {
      small: SMALL * size,
      flat: -1,
    })
    if (!isSound(pairEdges(mesh))) return undefined
    return { ...closed, mesh: soundMesh(compact(mesh)) }
  } catch (error) {
    if (error instanceof GeometryProblem) return undefined
    throw error
  }
}

function refusal({ points, triangles }: Mesh, crossing: readonly number[]): GeometryProblem {
  const facets = counted(new Set(crossing).size, 'facet')
  const place = placeOf(points, triangles[crossing[0] * 3])
  return new GeometryProblem(`passes through itself, with ${facets}, at ${place}: make it one solid first`)
}
