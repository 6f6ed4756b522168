import { manifold } from './kernel.ts'
import { GeometryProblem } from './problem.ts'

/** A surface whose flat faces in one plane were taken away; corners are numbers of points. */
export interface Opened {
  /** The triangles that are left, three corners each. */
  readonly rest: readonly number[]
  /** The rims of the opening, in the direction in which the faces that were taken away ran around. */
  readonly rims: readonly (readonly number[])[]
}

/** How far a corner may lie from a plane and still be of it: some float32 steps at a metre. */
export const FLAT = 1e-3
/** Twice the area, in mm², that a triangle may lie the wrong way round: the triangulator leaves hairs along edges. */
const CROSSED = 0.01

/** Takes the faces away whose corners all lie in a plane, given each corner's height above it. */
export function openFace(triangles: ArrayLike<number>, height: (corner: number) => number): Opened {
  const rest: number[] = []
  const edges = new Map<number, number[]>()
  const flat = (corner: number) => Math.abs(height(corner)) < FLAT
  for (let i = 0; i < triangles.length; i += 3) {
    const [a, b, c] = [triangles[i], triangles[i + 1], triangles[i + 2]]
    if (!flat(a) || !flat(b) || !flat(c)) {
      rest.push(a, b, c)
      continue
    }
    for (const [from, to] of [
      [a, b],
      [b, c],
      [c, a],
    ]) {
      // An edge that runs both ways lies between two of these faces and is no rim.
      const back = edges.get(to)
      if (back?.includes(from)) back.splice(back.indexOf(from), 1)
      else edges.set(from, [...(edges.get(from) ?? []), to])
    }
  }
  return { rest, rims: chained(edges) }
}

/** Closed loops of edges that lead from corner to corner. */
function chained(edges: Map<number, number[]>): number[][] {
  const loops: number[][] = []
  for (const [start, ways] of edges) {
    while (ways.length > 0) {
      const loop: number[] = []
      let corner: number | undefined = start
      while ((corner = edges.get(corner)?.pop()) !== undefined) {
        loop.push(corner)
        if (corner === start) break
      }
      loops.push(loop)
    }
  }
  return loops
}

/**
 * Triangles that fill the region within rims, holes left open.
 *
 * @throws {GeometryProblem} if the rims cross, or a hole lies outside.
 */
export function fill(rims: readonly (readonly number[])[], place: (corner: number) => [number, number]): number[] {
  const corners = rims.flat()
  const places = rims.map((rim) => rim.map(place))
  const flat = places.flat()
  const triangles = (manifold().triangulate(places) as unknown as number[][]).flat()
  for (let i = 0; i < triangles.length; i += 3) {
    const [[ax, ay], [bx, by], [cx, cy]] = [flat[triangles[i]], flat[triangles[i + 1]], flat[triangles[i + 2]]]
    if ((bx - ax) * (cy - ay) - (by - ay) * (cx - ax) < -CROSSED) {
      throw new GeometryProblem('the holes of a face cross each other or its rim')
    }
  }
  return triangles.map((index) => corners[index])
}
