import type { CrossSection, Manifold } from 'manifold-3d'
import { currentScope, manifold, own } from './kernel.ts'
import { GeometryProblem } from './problem.ts'
import type { Matrix, Polygon, Profile, Solid, Vec2, Vec3 } from './types.ts'
import { weld } from './weld.ts'

const identity: Matrix = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]

/**
 * The Manifold of a JSCAD solid.
 *
 * JSCAD transforms share the polygons of the solid that they move, so these are converted once a build and placed by matrix.
 *
 * @throws {GeometryProblem} if the solid is open, empty, inside out or not finite.
 */
export function toManifold(solid: Solid): Manifold {
  const { solids } = currentScope()
  let placed = solids.get(solid.polygons)
  if (!placed) {
    placed = fromPolygons(solid.polygons)
    solids.set(solid.polygons, placed)
  }
  if (isIdentity(solid.transforms)) return placed
  refuseFlattening(solid.transforms)
  return own(placed.transform([...solid.transforms] as Parameters<Manifold['transform']>[0]))
}

/** The JSCAD solid of a Manifold; its polygons are made when something other than the kernel first looks at them. */
export function fromManifold(handle: Manifold): Solid {
  const { solids } = currentScope()
  const polygons = lazyList(() => {
    if (!solids.has(polygons)) throw new GeometryProblem('a solid was looked at after its build ended')
    const { numProp, vertProperties, triVerts } = handle.getMesh()
    const at = (corner: number): Vec3 => {
      const start = corner * numProp
      return [vertProperties[start], vertProperties[start + 1], vertProperties[start + 2]]
    }
    const triangles: Polygon[] = []
    for (let i = 0; i < triVerts.length; i += 3) {
      triangles.push({ vertices: [at(triVerts[i]), at(triVerts[i + 1]), at(triVerts[i + 2])] })
    }
    return triangles
  })
  solids.set(polygons, own(handle))
  return { polygons, transforms: identity }
}

/** The CrossSection of a JSCAD profile, converted once a build like {@link toManifold}. */
export function toCrossSection(profile: Profile): CrossSection {
  const { profiles } = currentScope()
  let placed = profiles.get(profile.sides)
  if (!placed) {
    placed = own(manifold().CrossSection.ofPolygons(outlines(profile.sides), 'EvenOdd'))
    if (placed.isEmpty()) throw new GeometryProblem('the profile is empty')
    profiles.set(profile.sides, placed)
  }
  const m = profile.transforms
  if (isIdentity(m)) return placed
  refuseFlattening(m)
  return own(placed.transform([m[0], m[1], 0, m[4], m[5], 0, m[12], m[13], 1]))
}

/** The JSCAD profile of a CrossSection, its sides made on first look. */
export function fromCrossSection(handle: CrossSection): Profile {
  const { profiles } = currentScope()
  const sides = lazyList(() => {
    if (!profiles.has(sides)) throw new GeometryProblem('a profile was looked at after its build ended')
    return handle
      .toPolygons()
      .flatMap((points) => points.map((point, i): [Vec2, Vec2] => [point, points[(i + 1) % points.length]]))
  })
  profiles.set(sides, own(handle))
  return { sides, transforms: identity }
}

function fromPolygons(polygons: readonly Polygon[]): Manifold {
  let corners = 0
  for (const { vertices } of polygons) corners += 3 * (vertices.length - 2)
  const xyz = new Float32Array(corners * 3)
  let end = 0
  for (const { vertices } of polygons) {
    for (let i = 2; i < vertices.length; i++) {
      for (const vertex of [vertices[0], vertices[i - 1], vertices[i]]) {
        xyz[end++] = vertex[0]
        xyz[end++] = vertex[1]
        xyz[end++] = vertex[2]
      }
    }
  }
  if (corners === 0) throw new GeometryProblem('the solid is empty')
  if (!xyz.every(Number.isFinite)) throw new GeometryProblem('the solid has a coordinate that is not finite')
  const { points, index } = weld(xyz)
  return fromMesh(points, index)
}

/**
 * A Manifold from a triangle mesh with shared points.
 *
 * @throws {GeometryProblem} if the mesh is open, empty or inside out.
 */
export function fromMesh(points: Float32Array, triangles: Uint32Array): Manifold {
  const { Manifold, Mesh } = manifold()
  let handle: Manifold
  try {
    handle = own(Manifold.ofMesh(new Mesh({ numProp: 3, vertProperties: points, triVerts: triangles })))
  } catch (error) {
    throw new GeometryProblem(`the solid is open or its faces overlap (${(error as Error).message})`)
  }
  const volume = handle.volume()
  if (volume < 0) throw new GeometryProblem('the solid is inside out')
  if (volume === 0 || handle.isEmpty()) throw new GeometryProblem('the solid is empty')
  return handle
}

function outlines(sides: Profile['sides']): [number, number][][] {
  const loops: [number, number][][] = []
  let loop: [number, number][] = []
  for (const [i, [from, to]] of sides.entries()) {
    if (!from.every(Number.isFinite)) throw new GeometryProblem('the profile has a coordinate that is not finite')
    loop.push([from[0], from[1]])
    const next = sides[i + 1]
    if (next && samePoint(to, next[0])) continue
    if (!samePoint(to, loop[0])) return chained(sides)
    loops.push(loop)
    loop = []
  }
  return loops
}

/** The outlines of sides that come in any order. */
function chained(sides: Profile['sides']): [number, number][][] {
  const starts = new Map<string, (typeof sides)[number][]>()
  for (const side of sides) starts.set(side[0].join(), [...(starts.get(side[0].join()) ?? []), side])
  const loops: [number, number][][] = []
  for (const first of sides) {
    if (!starts.get(first[0].join())?.includes(first)) continue
    const loop: [number, number][] = []
    let side: (typeof sides)[number] | undefined = first
    while (side) {
      loop.push([side[0][0], side[0][1]])
      starts.set(side[0].join(), starts.get(side[0].join())?.filter((other) => other !== side) ?? [])
      side = starts.get(side[1].join())?.[0]
    }
    loops.push(loop)
  }
  return loops
}

const samePoint = (a: Vec2, b: Vec2) => a[0] === b[0] && a[1] === b[1]

const isIdentity = (matrix: Matrix) => matrix.every((value, i) => value === identity[i])

function refuseFlattening(m: Matrix): void {
  const volume =
    m[0] * (m[5] * m[10] - m[6] * m[9]) - m[4] * (m[1] * m[10] - m[2] * m[9]) + m[8] * (m[1] * m[6] - m[2] * m[5])
  if (!m.every(Number.isFinite)) throw new GeometryProblem('a transform is not finite')
  if (Math.abs(volume) < 1e-12) throw new GeometryProblem('a transform flattens the geometry')
}

/** An array whose items are made the first time that anybody looks, so that geometry which stays in the kernel is never copied out. */
function lazyList<T>(make: () => T[]): readonly T[] {
  const items: T[] = []
  let made = false
  const fill = () => {
    if (!made) for (const item of make()) items.push(item)
    made = true
    return items
  }
  return new Proxy(items, {
    get: (_, key, receiver) => Reflect.get(fill(), key, receiver) as unknown,
    has: (_, key) => Reflect.has(fill(), key),
    ownKeys: () => Reflect.ownKeys(fill()),
    getOwnPropertyDescriptor: (_, key) => Reflect.getOwnPropertyDescriptor(fill(), key),
  })
}
