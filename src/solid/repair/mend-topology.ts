import type { Mesh } from '../mesh.ts'
import { GeometryProblem } from '../problem.ts'
import { CROWDED, type Edges, firstUnsound, isSound, pairEdges } from './edges.ts'
import { dropDoubles, dropLooseNeedles } from './drop-doubles.ts'
import { closeHoles } from './holes.ts'
import { orient } from './orient.ts'
import { separate } from './separate.ts'
import { shellsOf } from './shells.ts'
import { dropSpecks } from './specks.ts'
import { splitEdges } from './split-edges.ts'
import { turnOutwards } from './turn-outwards.ts'
import { weldNear } from './weld-near.ts'
import { counted, millimetres, placeOf } from './words.ts'

/**
 * How far apart corners at open edges may be and still be one, as shares of the mesh's size, tried in turn: some float32 steps, then what
 * rounding to few digits leaves.
 */
const NEAR = [1e-6, 1e-5, 1e-4]
/** How far from an open edge a point may be and still lie on it, as a share of the mesh's size. */
const ON_EDGE = 2e-5
/** How far solids that touch along an edge are drawn apart, as a share of the mesh's size. */
const APART = 2e-5
/** A hole of up to this share of the mesh's size is closed whatever its shape: what was there cannot matter much to how it looks. */
const SMALL_HOLE = 0.1
/** How far the rim of a larger hole may stray from a plane, as a share of the hole's size. */
const FLAT_HOLE = 0.05

/** A mesh on its way to being sound. */
export interface Mended {
  readonly mesh: Mesh
  readonly edges: Edges
  /** 1 for each facet that was turned over. */
  readonly turned: Uint8Array
}

/**
 * Makes a mesh closed, each edge between exactly two facets that look to the same side.
 *
 * @param size The largest side of the mesh.
 * @param mended Takes what was mended.
 * @throws {GeometryProblem} if that cannot be done safely; says what is wrong and where.
 */
export function mendTopology({ points, triangles }: Mesh, size: number, mended: string[]): Mended {
  let edges = pairEdges({ points, triangles })
  const use = (changed: Uint32Array) => {
    const gone = (triangles.length - changed.length) / 3
    if (changed !== triangles) {
      triangles = changed
      edges = pairEdges({ points, triangles })
    }
    return gone
  }
  let turned = new Uint8Array(triangles.length / 3)
  if (isSound(edges)) return { mesh: { points, triangles }, edges, turned }

  const needles = use(dropLooseNeedles({ points, triangles }, edges))
  if (needles > 0) mended.push(`dropped ${counted(needles, 'facet')} without area`)
  let doubles = edges.crowded > 0 ? use(dropDoubles(triangles)) : 0
  let welded = 0
  for (const near of NEAR) {
    if (edges.open === 0) break
    const found = weldNear({ points, triangles }, edges, near * size)
    const trial = found.welded > 0 && pairEdges({ points, triangles: found.triangles })
    if (!trial || trial.open >= edges.open) continue
    welded += found.welded
    triangles = found.triangles
    edges = trial
    if (edges.crowded > 0) doubles += use(dropDoubles(triangles))
  }
  if (doubles > 0) mended.push(`dropped ${counted(doubles, 'facet')} that were there twice`)
  if (welded > 0) mended.push(`welded ${counted(welded, 'corner')} to others close by`)
  if (edges.open > 0) {
    const found = splitEdges({ points, triangles }, ON_EDGE * size)
    use(found.triangles)
    if (found.split > 0) mended.push(`joined ${counted(found.split, 'edge')} at corners of others that lay on them`)
  }
  if (edges.open > 0) dropOpenSpecks()

  turned = new Uint8Array(triangles.length / 3)
  if (edges.clashing > 0) {
    triangles = triangles.slice()
    orient(points, triangles, edges, turned)
    edges = pairEdges({ points, triangles })
  }
  if (edges.crowded > 0) drawApart()
  if (edges.open > 0) close()
  if (!isSound(edges)) throw fault()
  return { mesh: { points, triangles }, edges, turned }

  function dropOpenSpecks() {
    const found = dropSpecks(triangles, shellsOf({ points, triangles }, edges), size)
    if (found.specks === 0) return
    use(found.triangles)
    mended.push(`dropped ${counted(found.specks, 'speck')} of up to ${millimetres(found.largest)}`)
  }

  function drawApart() {
    if (edges.open === 0) {
      triangles = triangles.slice()
      turnOutwards({ points, triangles }, shellsOf({ points, triangles }, edges), turned)
      edges = pairEdges({ points, triangles })
    }
    const found = separate({ points, triangles }, edges, APART * size)
    ;({ points, triangles } = found.mesh)
    edges = pairEdges({ points, triangles })
    mended.push(`separated what touched along ${counted(found.separated, 'edge')}`)
    if (edges.crowded > 0) throw fault()
  }

  function close() {
    const { mesh, holes, largest } = closeHoles({ points, triangles }, edges, {
      small: SMALL_HOLE * size,
      flat: FLAT_HOLE,
    })
    ;({ points, triangles } = mesh)
    edges = pairEdges({ points, triangles })
    mended.push(`closed ${counted(holes, 'hole')} of up to ${millimetres(largest)}`)
  }

  function fault() {
    const half = firstUnsound(triangles, edges)
    const what = edges.mates[half] === CROWDED ? 'has more than two facets' : 'is open'
    return new GeometryProblem(
      `${what} at the edge at ${placeOf(points, triangles[half])}, in a way that cannot be mended safely`,
    )
  }
}
