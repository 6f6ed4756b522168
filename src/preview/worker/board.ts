import { boardOf } from '#design'
import { boardSolid } from '#pegboard'
import { build, type Mesh, meshOf, rememberedMesh } from '#solid'
import type { Made } from './maker.ts'

/** Cells of board around the part, at least. */
const MARGIN = 2

/** Segments of a hole: round to the eye, and few, for a board has a hundred holes. */
const SEGMENTS = 24

function boardAround({ parameters, pieces }: Made) {
  const { columns, rows } = pieces.find(({ plate }) => plate)?.plate ?? { columns: 1, rows: 1 }
  return { board: boardOf(parameters), extent: { columns, rows, margin: MARGIN } }
}

/** Names the board behind a part by all that it follows from. */
export const boardKey = (made: Made): string => JSON.stringify(boardAround(made))

/** The board behind a part. */
export function boardBehind(made: Made): Mesh {
  const { board, extent } = boardAround(made)
  return rememberedMesh(`board ${boardKey(made)}`, () => build(() => meshOf(boardSolid(board, extent, () => SEGMENTS))))
}
