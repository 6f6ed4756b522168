import { boardOf, boardParameters } from '#design'
import { boardSolid } from '#pegboard'
import { build, joinMeshes, type Mesh, meshOf, rememberedMesh } from '#solid'
import type { Made } from './maker.ts'

/** Cells of board around the part, at least. */
const MARGIN = 2

/** Segments of a hole: round to the eye, and few, for a board has a hundred holes. */
const SEGMENTS = 24

/** A design that is told of no board has none behind it. */
function boardAround({ design, parameters, pieces }: Made) {
  if (design.parameters.board !== boardParameters.board) return null
  const { columns, rows } = pieces.find(({ plate }) => plate)?.plate ?? { columns: 1, rows: 1 }
  return { board: boardOf(parameters), extent: { columns, rows, margin: MARGIN } }
}

/** Names the board behind a part by all that it follows from. */
export const boardKey = (made: Made): string => JSON.stringify(boardAround(made))

/** The board behind a part; a mesh without facets if there is none. */
export function boardBehind(made: Made): Mesh {
  const around = boardAround(made)
  if (!around) return joinMeshes([])
  const { board, extent } = around
  return rememberedMesh(`board ${boardKey(made)}`, () => build(() => meshOf(boardSolid(board, extent, () => SEGMENTS))))
}
