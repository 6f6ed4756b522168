import { type Model, problem, RequestProblem } from '#design'
import { GeometryProblem, meshFault, startKernel } from '#solid'
import { weld } from '../solid/weld.ts'
import { UnreadableModel } from './model/facets.ts'
import { readFacets } from './model/read-facets.ts'

/**
 * Reads a sculpture: binary or text STL, OBJ, or 3MF, told apart by content.
 *
 * @param name The file's name, as it was given: errors begin with it.
 * @param progress Is told what is being done, at every stage, in words for a person.
 * @throws {RequestProblem} if the file holds no solid, nor anything that can safely be mended to one; says what is wrong and where.
 */
export async function readModel(
  bytes: Uint8Array,
  name: string,
  progress: (told: string) => void = () => {},
): Promise<Model> {
  try {
    await startKernel()
    progress('reading')
    const { points: given, triangles, unit = 1 } = await readFacets(bytes)
    const { points, index } = weld(scaled(given, unit))
    const mesh = { points, triangles: triangles ? triangles.map((corner) => index[corner]) : index }
    const fault = meshFault(mesh)
    if (fault) throw new GeometryProblem(fault)
    return { name, mesh, mended: [] }
  } catch (error) {
    if (!(error instanceof UnreadableModel || error instanceof GeometryProblem)) throw error
    throw new RequestProblem(name, [problem([], error.message)])
  }
}

function scaled(points: ArrayLike<number>, factor: number): Float32Array {
  const larger = new Float32Array(points.length)
  for (let i = 0; i < points.length; i++) larger[i] = points[i] * factor
  return larger
}
