import type { Laid, Piece } from '#pegboard'
import { boundsOf, build, joinMeshes, measure, type Measures, type Mesh, meshOf, moveMesh, soundMesh } from '#solid'
import type { Design } from './define.ts'
import type { Quality } from './quality.ts'
import type { Resolved } from './resolve.ts'

export const orientations = ['print', 'hung'] as const
export type Orientation = (typeof orientations)[number]

/** A part as it will be written: its mesh and what it measures. */
export interface Part {
  readonly design: string
  readonly parameters: Resolved
  readonly orientation: Orientation
  readonly mesh: Mesh
  readonly measures: Measures
}

/** Room between pieces on the bed: a brim of 3 around each. */
const SPACING = 6

/**
 * Computes a part. The kernel must be started.
 *
 * @param parameters All of them, as {@link resolveParameters} returns them.
 * @throws {GeometryProblem} if the solid cannot be made sound.
 */
export function makePart(
  design: Design,
  parameters: Resolved,
  { orientation = 'print', quality = 'normal' }: { orientation?: Orientation; quality?: Quality } = {},
): Part {
  const pieces = build(() =>
    design.main(parameters, quality).map(({ solid, laid }: Piece) => ({ mesh: meshOf(solid), laid })),
  )
  const mesh = soundMesh(orientation === 'hung' ? joinMeshes(pieces.map(({ mesh }) => mesh)) : onBed(pieces.map(lay)))
  return { design: design.name, parameters, orientation, mesh, measures: measure(mesh) }
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
  const placed = [moveBy(body, [0, 0, -boundsOf(body.points).min[2]])]
  const bounds = boundsOf(body.points)
  const width = Math.max(bounds.max[0] - bounds.min[0], 150)
  const left = (bounds.min[0] + bounds.max[0]) / 2 - width / 2
  let [x, front, depth] = [left, bounds.min[1] - SPACING, 0]
  for (const mesh of others) {
    const { min, max } = boundsOf(mesh.points)
    const size = [max[0] - min[0], max[1] - min[1]]
    if (x > left && x + size[0] > left + width) [x, front, depth] = [left, front - depth - SPACING, 0]
    placed.push(moveBy(mesh, [x - min[0], front - max[1], -min[2]]))
    x += size[0] + SPACING
    depth = Math.max(depth, size[1])
  }
  const whole = joinMeshes(placed)
  const { min, max } = boundsOf(whole.points)
  return moveBy(whole, [-(min[0] + max[0]) / 2, -(min[1] + max[1]) / 2, 0])
}

const moveBy = (mesh: Mesh, [dx, dy, dz]: readonly [number, number, number]) =>
  moveMesh(mesh, (x, y, z) => [x + dx, y + dy, z + dz])
