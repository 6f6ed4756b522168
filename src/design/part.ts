import type { Laid, Piece, Plate } from '#pegboard'
import {
  boundsOf,
  build,
  joinMeshes,
  measure,
  type Measures,
  type Mesh,
  meshOf,
  moveMesh,
  type Solid,
  soundMesh,
} from '#solid'
import type { Design } from './define.ts'
import type { Quality } from './quality.ts'
import type { Resolved } from './resolve.ts'
import { titleOf } from './title.ts'

export const orientations = ['print', 'hung'] as const
export type Orientation = (typeof orientations)[number]

/** A part as it will be written: its mesh and what it measures. */
export interface Part {
  readonly design: string
  /** What it is, in one line for people: its design and what is not at its default. */
  readonly title: string
  readonly parameters: Resolved
  readonly orientation: Orientation
  readonly mesh: Mesh
  readonly measures: Measures
}

/** Room between pieces on the bed: a brim of 3 around each. */
const SPACING = 6
/** Rows of small pieces before a narrow body may be this wide. */
const ROW = 120

/** A piece as a mesh that outlives its build, in the pose in which it hangs. */
export interface MeshPiece {
  readonly mesh: Mesh
  readonly laid: Laid
  readonly plate?: Plate
}

/**
 * Computes a part. The kernel must be started.
 *
 * @param parameters All of them, as {@link resolveParameters} returns them.
 * @throws {GeometryProblem} if the solid cannot be made sound.
 */
export const makePart = (
  design: Design,
  parameters: Resolved,
  { orientation = 'print', quality = 'normal' }: { orientation?: Orientation; quality?: Quality } = {},
): Part => posePart(design, parameters, makePieces(design, parameters, quality), orientation)

/** Computes the pieces of a part: all that takes the kernel. */
export const makePieces = (design: Design, parameters: Resolved, quality: Quality = 'normal'): readonly MeshPiece[] =>
  build(() => {
    const mesh = repeatedMeshOf()
    return design
      .main(parameters, quality)
      .map(({ solid, laid, plate }: Piece) => ({ mesh: mesh(solid), laid, ...(plate && { plate }) }))
  })

/** Puts the pieces of a part into a pose. */
export function posePart(
  design: Design,
  parameters: Resolved,
  pieces: readonly MeshPiece[],
  orientation: Orientation = 'print',
): Part {
  const mesh = soundMesh(orientation === 'hung' ? joinMeshes(pieces.map(({ mesh }) => mesh)) : onBed(pieces.map(lay)))
  return {
    design: design.name,
    title: titleOf(design, parameters),
    parameters,
    orientation,
    mesh,
    measures: measure(mesh),
  }
}

/** {@link meshOf}, but of a solid that comes several times, only moved, the mesh is made once. */
function repeatedMeshOf(): (solid: Solid) => Mesh {
  const known = new Map<object, { mesh: Mesh; at: Solid['transforms'] }>()
  return (solid) => {
    const first = known.get(solid.polygons)
    const { transforms: to } = solid
    if (first && to.every((value, i) => value === first.at[i] || (i > 11 && i < 15))) {
      return moveBy(first.mesh, [to[12] - first.at[12], to[13] - first.at[13], to[14] - first.at[14]])
    }
    const mesh = meshOf(solid)
    known.set(solid.polygons, { mesh, at: to })
    return mesh
  }
}

/** Turns by right angles, as exchanges of axes: exact, where a rotation would round. */
const turns: Record<Laid, (x: number, y: number, z: number) => readonly [number, number, number]> = {
  upright: (x, y, z) => [x, y, z],
  'on its back': (x, y, z) => [x, z, -y],
  'on its front': (x, y, z) => [x, -z, y],
  'on its side': (x, y, z) => [z, -y, x],
}

const lay = ({ mesh, laid }: { mesh: Mesh; laid: Laid }) => moveMesh(mesh, turns[laid])

/** The first piece, the others in rows before it, all on z = 0 and the whole centred on x = y = 0. */
function onBed([body, ...others]: readonly Mesh[]): Mesh {
  const placed = [centred(body)]
  const [width, depth] = footprint(body)
  let front = -depth / 2
  for (const row of rowsOf(others, Math.max(width, ROW))) {
    const sizes = row.map(footprint)
    let x = -sizes.reduce((sum, [size]) => sum + size, SPACING * (row.length - 1)) / 2
    for (const [i, mesh] of row.entries()) {
      placed.push(moveBy(centred(mesh), [x + sizes[i][0] / 2, front - SPACING - sizes[i][1] / 2, 0]))
      x += sizes[i][0] + SPACING
    }
    front -= SPACING + Math.max(...sizes.map(([, size]) => size))
  }
  return centred(joinMeshes(placed))
}

/** Deals meshes into rows no wider than `width`. */
function rowsOf(meshes: readonly Mesh[], width: number): Mesh[][] {
  const rows: Mesh[][] = []
  let left = 0
  for (const mesh of meshes) {
    const [size] = footprint(mesh)
    if (rows.length === 0 || size > left) {
      rows.push([])
      left = width
    }
    rows[rows.length - 1].push(mesh)
    left -= size + SPACING
  }
  return rows
}

function footprint({ points }: Mesh): readonly [number, number] {
  const { min, max } = boundsOf(points)
  return [max[0] - min[0], max[1] - min[1]]
}

/** The mesh on z = 0, its middle at x = y = 0. */
export function centred(mesh: Mesh): Mesh {
  const { min, max } = boundsOf(mesh.points)
  return moveBy(mesh, [-(min[0] + max[0]) / 2, -(min[1] + max[1]) / 2, -min[2]])
}

const moveBy = (mesh: Mesh, [dx, dy, dz]: readonly [number, number, number]) =>
  moveMesh(mesh, (x, y, z) => [x + dx, y + dy, z + dz])
