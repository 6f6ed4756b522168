import { type Model, problem, RequestProblem } from '#design'
import { GeometryProblem, type Mesh, repair, startKernel, weld } from '#solid'
import { type Facets, UnreadableModel } from './model/facets.ts'
import { readFacets } from './model/read-facets.ts'
import { guessUnit, refuseSize } from './model/unit.ts'

/**
 * Reads a sculpture: binary or text STL, OBJ, or 3MF, told apart by content.
 *
 * What is broken is mended where that is safe. Of what does not tell its unit, metres and inches are told by the look of its size.
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
    progress('reading')
    await startKernel()
    const mended: string[] = []
    // Nothing of the earlier stages is held while the later ones need room.
    return { name, mesh: repair(inMillimetres(await readFacets(bytes), mended), mended, progress), mended }
  } catch (error) {
    if (!(error instanceof UnreadableModel || error instanceof GeometryProblem)) throw error
    throw new RequestProblem(name, [problem([], error.message)])
  }
}

/** The facets as a mesh of float32 points, each once. */
function inMillimetres({ points: given, triangles, unit: told }: Facets, mended: string[]): Mesh {
  refuseNotFinite(given)
  const size = sizeOf(given, triangles)
  if (told !== undefined) refuseSize(size * told)
  const { unit, taken } = told === undefined ? guessUnit(size) : { unit: told, taken: undefined }
  if (taken) mended.push(taken)
  const xyz = new Float32Array(given.length)
  for (let i = 0; i < given.length; i++) xyz[i] = given[i] * unit
  const { points, index } = weld(xyz)
  return { points, triangles: triangles ? triangles.map((corner) => index[corner]) : index }
}

function refuseNotFinite(points: ArrayLike<number>): void {
  for (let i = 0; i < points.length; i++) {
    if (Number.isFinite(points[i])) continue
    throw new UnreadableModel(
      `errs in facet ${(Math.floor(i / 9) + 1).toLocaleString('en')}: a coordinate is ${points[i]}; export it again`,
    )
  }
}

/** The largest side of what the facets take up; points of no facet may lie anywhere. */
function sizeOf(points: ArrayLike<number>, triangles: ArrayLike<number> | undefined): number {
  const least = [Infinity, Infinity, Infinity]
  const most = [-Infinity, -Infinity, -Infinity]
  const corners = triangles?.length ?? points.length / 3
  for (let i = 0; i < corners; i++) {
    const point = (triangles ? triangles[i] : i) * 3
    for (let axis = 0; axis < 3; axis++) {
      const value = points[point + axis]
      if (value < least[axis]) least[axis] = value
      if (value > most[axis]) most[axis] = value
    }
  }
  return Math.max(...most.map((value, axis) => value - least[axis]))
}
