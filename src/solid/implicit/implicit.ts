import type { Mesh } from '../mesh.ts'
import { GeometryProblem } from '../problem.ts'
import { dualMesh } from './dual-mesh.ts'
import type { Field } from './field.ts'
import { type Bounds, Grid } from './grid.ts'

/**
 * The surface where a field is zero, as a closed mesh.
 *
 * Blocks that lie further from the surface than they are large are skipped; from what is found, the surface is followed from cell to cell. Each cell has one point for each piece of surface in it,
 * pulled onto the surface, and each crossed edge of the grid becomes a quadrangle between the four cells around it: even triangles, half as many as from tetrahedra.
 *
 * @param bounds Box that holds the whole solid.
 * @param edge Length of the surface's triangles, about.
 * @throws {GeometryProblem} if the solid is empty or reaches beyond its bounds, or the grid has more than 24 million corners.
 */
export function implicit(field: Field, bounds: Bounds, edge: number): Mesh {
  const grid = new Grid(field, bounds, edge)
  const cells = grid.surfaceCells()
  if (cells.length === 0) throw new GeometryProblem('the implicit surface is empty')
  return dualMesh(grid, cells)
}
