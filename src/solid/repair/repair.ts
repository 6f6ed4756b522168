import { boundsOf, largestSide } from '../measure.ts'
import { hasSlivers, type Mesh, soundMesh } from '../mesh.ts'
import { GeometryProblem } from '../problem.ts'
import { compact, facetsWhere, withoutCollapsed } from './facets.ts'
import { joinShells } from './join-shells.ts'
import { mendTopology } from './mend-topology.ts'
import { patchCrossings } from './patch-crossings.ts'
import { middleOf, type Shells, shellsOf, sideOf } from './shells.ts'
import { dropSpecks, isSpeck } from './specks.ts'
import { thin } from './thin.ts'
import { turnOutwards } from './turn-outwards.ts'
import { counted, millimetres } from './words.ts'

/** From how many facets on a mesh is thinned out: later work takes a second for each few hundred thousand. */
const MANY = 250_000
/** How far thinning out may move the surface, as a share of the mesh's size: 0.02 mm of 100. */
const THINNING = 1 / 5000
/** How far points may be moved, as a share of the mesh's size, where facets have no area. */
const FINEST = 1e-6
/** What is thinner than this share of the mesh's size has no thickness. */
const SHEET = 1e-5

/**
 * Makes a solid of a mesh that may be broken in any way: closed, outwards, its bodies apart from each other, none hollow.
 *
 * @param given Its places are unique and finite.
 * @param mended Takes what was mended, in words for a person.
 * @param progress Is told of every stage that may take long.
 * @throws {GeometryProblem} if that cannot be done safely; says what is wrong and where.
 */
export function repair(given: Mesh, mended: string[], progress: (told: string) => void = () => {}): Mesh {
  let mesh = compact({ points: given.points, triangles: withoutCollapsed(given.triangles) })
  const collapsed = (given.triangles.length - mesh.triangles.length) / 3
  if (mesh.triangles.length === 0) throw new GeometryProblem('has no facet with an area')
  const size = largestSide(boundsOf(mesh.points))
  if (collapsed > 0) mended.push(`dropped ${counted(collapsed, 'facet')} without area`)
  progress('mending')
  const turned = outwards(mesh, size, mended)
  mesh = turned.mesh
  if (mesh.triangles.length > MANY * 3) {
    progress('thinning out')
    const before = mesh.triangles.length / 3
    mesh = compact(thin(mesh, size * THINNING))
    const [from, to] = [before, mesh.triangles.length / 3].map((count) => count.toLocaleString('en'))
    mended.push(`thinned out from ${from} to ${to} facets, by no more than ${millimetres(size * THINNING)}`)
  }
  if (turned.shells > 1) mesh = apart(mesh, turned.hollows, mended, progress)
  if (hasSlivers(mesh)) mesh = withArea(mesh, size * FINEST)
  progress('looking for places where the surface passes through itself')
  return patchCrossings(mesh, size, mended)
}

/** The mesh without facets that have next to no area: by turning edges, else by leaving points out. */
function withArea(mesh: Mesh, finest: number): Mesh {
  try {
    return soundMesh(mesh)
  } catch (error) {
    if (!(error instanceof GeometryProblem)) throw error
    return soundMesh(thin(mesh, finest))
  }
}

/** The mesh closed, each of its shells looking outwards, without specks. */
function outwards(given: Mesh, size: number, mended: string[]): { mesh: Mesh; shells: number; hollows: number } {
  const { mesh, edges, turned } = mendTopology(given, size, mended)
  const shells = shellsOf(mesh, edges)
  refuseSheets(shells, size)
  const { points } = mesh
  let triangles: Uint32Array = mesh.triangles.slice()
  const hollows = turnOutwards({ points, triangles }, shells, turned)
  const count = turned.reduce((sum, each) => sum + each, 0)
  if (count > 0) mended.push(`turned ${count === turned.length ? 'all facets' : counted(count, 'facet')} outwards`)
  if (hollows > 0) mended.push(`filled ${counted(hollows, 'hollow')}`)
  const dust = dropSpecks(triangles, shells, size)
  triangles = dust.triangles
  if (dust.specks > 0) mended.push(`dropped ${counted(dust.specks, 'speck')} of up to ${millimetres(dust.largest)}`)
  return { mesh: compact({ points, triangles }), shells: shells.count - dust.specks, hollows }
}

/** The mesh with shells that overlap joined to one, and without the walls of hollows that come about by that. */
function apart(mesh: Mesh, hollows: number, mended: string[], progress: (told: string) => void): Mesh {
  const before = shellsOf(mesh)
  progress(`joining what overlaps of ${counted(before.count, 'body', 'bodies')}`)
  const joined = joinShells(mesh, before)
  if (joined === mesh) return mesh
  const sound = soundMesh(joined)
  const shells = shellsOf(sound)
  const solid = facetsWhere(sound.triangles, (start) => shells.volumes[shells.shellOf[start / 3]] > 0)
  const bodies = shells.volumes.filter((volume) => volume > 0).length
  const given = before.count - hollows
  if (bodies < given) mended.push(`joined ${given} bodies that overlap to ${bodies}`)
  return compact({ points: sound.points, triangles: solid })
}

/** @throws {GeometryProblem} if a shell encloses nothing. */
function refuseSheets(shells: Shells, size: number): void {
  for (let shell = 0; shell < shells.count; shell++) {
    if (2 * Math.abs(shells.volumes[shell]) > size * SHEET * shells.areas[shell]) continue
    if (shells.count > 1 && isSpeck(shells, shell, size)) continue
    const middle = middleOf(shells, shell).map((value) => Number(value.toFixed(1)))
    throw new GeometryProblem(
      `has a sheet without thickness, ${millimetres(sideOf(shells, shell))} wide, around ${middle.join(', ')}: give it a thickness or remove it`,
    )
  }
}
