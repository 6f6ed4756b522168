import { boardOf, type MeshPiece, type Resolved } from '#design'
import { boardSolid } from '#pegboard'
import { build, type Mesh, meshOf } from '#solid'

/** Cells of board around the part. */
const MARGIN = 2

/** The board behind a part, and what it follows from. */
export function boardBehind(parameters: Resolved, pieces: readonly MeshPiece[]): { key: string; mesh: () => Mesh } {
  const board = boardOf(parameters)
  const { columns, rows } = pieces.find(({ plate }) => plate)?.plate ?? { columns: 1, rows: 1 }
  const extent = { columns, rows, margin: MARGIN }
  return {
    key: JSON.stringify([board, extent]),
    mesh: () => build(() => meshOf(boardSolid(board, extent, () => 32))),
  }
}
