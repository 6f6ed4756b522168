import type { Manifold } from 'manifold-3d'
import { toManifold } from './bridge.ts'
import { facetNormal, squaredDistance } from './facet.ts'
import { own } from './kernel.ts'
import { GeometryProblem } from './problem.ts'
import { CROWDED, firstUnsound, isSound, OPEN, pairEdges } from './repair/edges.ts'
import { withoutCollapsed } from './repair/facets.ts'
import { placeOf } from './repair/words.ts'
import type { Solid } from './types.ts'
import { weld } from './weld.ts'

/**
 * A triangle mesh at the precision of the files that it is written to: each place once, three places a triangle, counter-clockwise from outside.
 */
export interface Mesh {
  /** x, y, z of each place, millimetres. */
  readonly points: Float32Array
  /** Three places a triangle. */
  readonly triangles: Uint32Array
}

/** Smallest detail of a mesh, in millimetres: some float32 steps at the far end of a bed. */
const FINEST = 1e-4

/** The mesh of a solid: plain data that outlives its build. */
export function meshOf(solid: Solid): Mesh {
  const handle = toManifold(solid)
  const status = handle.status()
  if (status !== 'NoError') throw new GeometryProblem(`the kernel reports ${status}`)
  if (handle.isEmpty() || !(handle.volume() > 0)) throw new GeometryProblem('nothing is left of the solid')
  const mesh = plainMesh(handle)
  // Points closer than float32 can tell apart would be one in the file, and faces that they separate would meet there.
  return hasEdgeBelow(FINEST, mesh) ? plainMesh(own(handle.simplify(FINEST))) : mesh
}

function plainMesh(handle: Manifold): Mesh {
  const { numProp, vertProperties, triVerts } = handle.getMesh()
  if (numProp !== 3) throw new GeometryProblem('the mesh carries more than positions')
  return { points: vertProperties, triangles: triVerts }
}

function hasEdgeBelow(length: number, { points, triangles }: Mesh): boolean {
  for (let i = 0; i < triangles.length; i += 3) {
    const [a, b, c] = [triangles[i], triangles[i + 1], triangles[i + 2]]
    if (squaredDistance(points, a, b) < length * length) return true
    if (squaredDistance(points, b, c) < length * length) return true
    if (squaredDistance(points, c, a) < length * length) return true
  }
  return false
}

/** Puts meshes beside each other into one; they must not touch. */
export function joinMeshes(meshes: readonly Mesh[]): Mesh {
  const points = new Float32Array(meshes.reduce((sum, mesh) => sum + mesh.points.length, 0))
  const triangles = new Uint32Array(meshes.reduce((sum, mesh) => sum + mesh.triangles.length, 0))
  let [place, corner] = [0, 0]
  for (const mesh of meshes) {
    points.set(mesh.points, place * 3)
    for (const index of mesh.triangles) triangles[corner++] = index + place
    place += mesh.points.length / 3
  }
  return { points, triangles }
}

/** The mesh with each place moved to where `move` says. */
export function moveMesh(
  mesh: Mesh,
  move: (x: number, y: number, z: number) => readonly [number, number, number],
): Mesh {
  const points = new Float32Array(mesh.points.length)
  for (let i = 0; i < points.length; i += 3) {
    const moved = move(mesh.points[i], mesh.points[i + 1], mesh.points[i + 2])
    points[i] = moved[0]
    points[i + 1] = moved[1]
    points[i + 2] = moved[2]
  }
  return { points, triangles: mesh.triangles }
}

/** Height in millimetres below which a triangle is a sliver: float32 cannot tell where its face looks. */
const SLIVER = 2e-5

/**
 * The mesh as a file can hold it: places that coincide after rounding are one, triangles that lost their area are gone, and the surface is still closed.
 *
 * An edge too short for float32 to tell becomes a place, and triangles that collapse with it are dropped. A triangle whose corners came to lie on a line is merged into its neighbour by turning the edge
 * between them, since dropping it alone would leave a T-junction.
 *
 * @throws {GeometryProblem} if the result is not closed and consistently oriented, each edge between exactly two faces.
 */
export function soundMesh(mesh: Mesh): Mesh {
  let { points, index } = weld(mesh.points)
  let triangles = withoutCollapsed(mesh.triangles.map((place) => index[place]))
  while (snapShortEdges(points, triangles)) {
    ;({ points, index } = weld(points))
    triangles = withoutCollapsed(triangles.map((place) => index[place]))
  }
  turnSlivers(points, triangles)
  const fault = meshFault({ points, triangles })
  if (fault) throw new GeometryProblem(fault)
  return { points, triangles }
}

/** Whether a triangle is so thin that float32 cannot tell where it looks, or has no area at all. */
export function hasSlivers({ points, triangles }: Mesh): boolean {
  for (let i = 0; i < triangles.length; i += 3) if (sliverEdge(points, triangles, i) >= 0) return true
  return false
}

/** Moves the end of each edge that is too short to tell onto its beginning. @returns Whether there was any. */
function snapShortEdges(points: Float32Array, triangles: Uint32Array): boolean {
  let found = false
  for (let i = 0; i < triangles.length; i++) {
    const a = triangles[i]
    const b = triangles[i % 3 === 2 ? i - 2 : i + 1]
    const squared = squaredDistance(points, a, b)
    if (squared === 0 || squared >= SLIVER * SLIVER) continue
    points.copyWithin(b * 3, a * 3, a * 3 + 3)
    found = true
  }
  return found
}

/** Turns the longest edge of each sliver, so that the sliver and its neighbour become two triangles with area. */
function turnSlivers(points: Float32Array, triangles: Uint32Array): void {
  let slivers: number[] = []
  for (let i = 0; i < triangles.length; i += 3) if (sliverEdge(points, triangles, i) >= 0) slivers.push(i)
  for (let pass = 0; pass < 8 && slivers.length > 0; pass++) {
    const owner = new Map<number, number>()
    const key = (from: number, to: number) => from * 0x4000000 + to
    const register = (start: number) => {
      for (let e = 0; e < 3; e++) owner.set(key(triangles[start + e], triangles[start + ((e + 1) % 3)]), start)
    }
    for (const start of trianglesAt(slivers, points, triangles)) register(start)
    const turned: number[] = []
    for (const start of slivers) {
      const edge = sliverEdge(points, triangles, start)
      if (edge < 0) continue
      const [a, b, c] = [0, 1, 2].map((k) => triangles[start + ((edge + k) % 3)])
      const neighbour = owner.get(key(b, a))
      if (neighbour === undefined) continue
      const d = [0, 1, 2].map((k) => triangles[neighbour + k]).find((corner) => corner !== a && corner !== b)
      if (d === undefined || owner.has(key(c, d)) || owner.has(key(d, c))) continue
      owner.delete(key(a, b))
      owner.delete(key(b, a))
      triangles.set([a, d, c], start)
      triangles.set([d, b, c], neighbour)
      register(start)
      register(neighbour)
      turned.push(start, neighbour)
    }
    slivers = turned.filter((start) => sliverEdge(points, triangles, start) >= 0)
  }
}

/** Every triangle that has a corner in common with one of those at `starts`, themselves among them. */
function trianglesAt(starts: readonly number[], points: Float32Array, triangles: Uint32Array): number[] {
  const near = new Uint8Array(points.length / 3)
  for (const start of starts) for (let k = 0; k < 3; k++) near[triangles[start + k]] = 1
  const found: number[] = []
  for (let i = 0; i < triangles.length; i += 3) {
    if (near[triangles[i]] || near[triangles[i + 1]] || near[triangles[i + 2]]) found.push(i)
  }
  return found
}

/** Which edge of a triangle is its longest, if its height above that edge is next to nothing; else -1. */
function sliverEdge(points: Float32Array, triangles: Uint32Array, start: number): number {
  const a = triangles[start]
  const b = triangles[start + 1]
  const c = triangles[start + 2]
  const ab = squaredDistance(points, a, b)
  const bc = squaredDistance(points, b, c)
  const ca = squaredDistance(points, c, a)
  const longest = ab > bc ? (ab > ca ? 0 : 2) : bc > ca ? 1 : 2
  const length = Math.sqrt(longest === 0 ? ab : longest === 1 ? bc : ca)
  return facetNormal(points, triangles, start) < SLIVER * length ? longest : -1
}

/**
 * What is wrong with a mesh whose places are unique: an open edge, an edge with more than two faces, two faces at an edge that look to opposite
 * sides, a face without area, no face at all.
 *
 * @returns Words for a person, or nothing if the mesh is closed and consistently oriented.
 */
export function meshFault({ points, triangles }: Mesh): string | undefined {
  if (triangles.length === 0) return 'the mesh is empty'
  const count = points.length / 3
  for (let i = 0; i < triangles.length; i++) {
    if (triangles[i] >= count) return 'a triangle names a point that is not there'
  }
  for (let i = 0; i < triangles.length; i += 3) {
    if (!(facetNormal(points, triangles, i) > 0)) return `a face without area at ${placeOf(points, triangles[i])}`
  }
  const edges = pairEdges({ points, triangles })
  if (isSound(edges)) return undefined
  const half = firstUnsound(triangles, edges)
  const place = placeOf(points, triangles[half])
  if (edges.mates[half] === OPEN) return `the surface is open at ${place}`
  if (edges.mates[half] === CROWDED) return `more than two faces meet at the edge at ${place}`
  return `two faces look to opposite sides at ${place}`
}
