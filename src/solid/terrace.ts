import type { CrossSection, Manifold } from 'manifold-3d'
import { fromMesh } from './bridge.ts'
import { manifold, own } from './kernel.ts'
import { GeometryProblem } from './problem.ts'

type Loops = [number, number][][]

/**
 * A stepped solid: each outline is raised from the top of the one before, and lies strictly within it.
 * Made face by face, since a boolean of nested prisms costs twenty times as much.
 *
 * @param terraces From the lowest to the highest; `to` is the height of each one's top, `from` the floor of the first.
 */
export function terraced(from: number, terraces: readonly Terrace[]): Manifold {
  try {
    return faceByFace(from, terraces)
  } catch (error) {
    if (!(error instanceof GeometryProblem)) throw error
    // Outlines that touch themselves, as the counters of a % do at some sizes, leave faces that do not close.
    return stacked(from, terraces)
  }
}

interface Terrace {
  readonly outline: CrossSection
  readonly to: number
}

/** The same by booleans. */
const stacked = (from: number, terraces: readonly Terrace[]): Manifold =>
  own(
    manifold().Manifold.union(
      terraces.map(({ outline, to }) => own(own(outline.extrude(to - from)).translate([0, 0, from]))),
    ),
  )

function faceByFace(from: number, terraces: readonly Terrace[]): Manifold {
  const xyz: number[] = []
  const triangles: number[] = []
  const place = (loops: Loops, z: number) => {
    const start = xyz.length / 3
    for (const [x, y] of loops.flat()) xyz.push(x, y, z)
    return start
  }
  const levels = terraces.map(({ outline, to }) => ({ loops: outline.toPolygons() as Loops, to }))
  let floor = place(levels[0].loops, from)
  for (const [a, b, c] of faces(levels[0].loops)) triangles.push(floor + a, floor + c, floor + b)
  for (const [level, { loops, to }] of levels.entries()) {
    const top = place(loops, to)
    let start = 0
    for (const loop of loops) {
      for (let i = 0; i < loop.length; i++) {
        const [a, b] = [start + i, start + ((i + 1) % loop.length)]
        triangles.push(floor + a, floor + b, top + b, floor + a, top + b, top + a)
      }
      start += loop.length
    }
    const next = level + 1 < levels.length ? levels[level + 1].loops : []
    floor = place(next, to)
    // The tread around the next outline: its points in the reverse of their order, so that they bound a hole.
    const holes = next.map((loop) => [...loop].reverse())
    const unreversed = (index: number) => {
      if (index < start) return top + index
      let [offset, rest] = [floor, index - start]
      for (const loop of next) {
        if (rest < loop.length) return offset + loop.length - 1 - rest
        offset += loop.length
        rest -= loop.length
      }
      return offset
    }
    for (const face of faces([...loops, ...holes])) triangles.push(...face.map(unreversed))
  }
  return fromMesh(Float32Array.from(xyz), Uint32Array.from(triangles))
}

const faces = (loops: Loops) => manifold().triangulate(loops) as unknown as [number, number, number][]
