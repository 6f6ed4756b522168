/**
 * How an implicit surface runs through one cubic cell, told by which of its corners are inside. Corner `x + 2 y + 4 z`; edge `4 axis + n`, `n` counting the two other
 * axes in their order.
 */
export interface CellPatches {
  /** How many separate pieces of surface lie in the cell. */
  readonly count: number
  /** Which piece crosses each of the twelve edges; -1 where none does. */
  readonly ofEdge: Int8Array
  /** Faces (`2 axis + side`) that one piece crosses twice: if both cells beside a face do, the surfaces of a dual mesh meet in an edge there. */
  readonly crossedTwice: number
}

/** The two corners of each edge. */
export const edgeCorners: readonly (readonly [number, number])[] = [0, 1, 2].flatMap((axis) =>
  [0, 1, 2, 3].map((n) => {
    const [first, second] = [0, 1, 2].filter((other) => other !== axis)
    const from = ((n & 1) << first) | ((n >> 1) << second)
    return [from, from | (1 << axis)] as const
  }),
)

/** The four corners of each face, in a ring. */
const faceCorners = [0, 1, 2].flatMap((axis) =>
  [0, 1].map((side) => {
    const [first, second] = [0, 1, 2].filter((other) => other !== axis)
    return [0, 1, 3, 2].map((n) => (side << axis) | ((n & 1) << first) | ((n >> 1) << second))
  }),
)

const edgeBetween = (a: number, b: number) =>
  edgeCorners.findIndex(([from, to]) => (from === a && to === b) || (from === b && to === a))

const known: CellPatches[] = []

/** The pieces for a set of inside corners. Where a face has inside corners at two ends of a diagonal, the surface keeps them apart, on both sides of the face. */
export const patchesIn = (inside: number): CellPatches => (known[inside] ??= patchesOf(inside))

function patchesOf(inside: number): CellPatches {
  const isIn = (corner: number) => ((inside >> corner) & 1) === 1
  const piece = edgeCorners.map(([from, to], edge) => (isIn(from) === isIn(to) ? -1 : edge))
  const join = (a: number, b: number) => {
    const [keep, drop] = [piece[a], piece[b]]
    piece.forEach((each, edge) => each === drop && (piece[edge] = keep))
  }
  const cuts = faceCorners.map((ring) => {
    const edges = ring.map((corner, k) => edgeBetween(corner, ring[(k + 1) % 4]))
    const crossed = edges.filter((edge) => piece[edge] >= 0)
    if (crossed.length < 4) return crossed.length === 2 ? [crossed] : []
    // Each inside corner is cut off by itself.
    return ring.flatMap((corner, k) => (isIn(corner) ? [[edges[(k + 3) % 4], edges[k]]] : []))
  })
  for (const [a, b] of cuts.flat()) join(a, b)
  const names = [...new Set(piece.filter((each) => each >= 0))]
  const ofEdge = Int8Array.from(piece, (each) => names.indexOf(each))
  const crossedTwice = cuts.reduce(
    (faces, cut, face) => (cut.length === 2 && ofEdge[cut[0][0]] === ofEdge[cut[1][0]] ? faces | (1 << face) : faces),
    0,
  )
  return { count: names.length, ofEdge, crossedTwice }
}
