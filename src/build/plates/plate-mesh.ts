import { readFile } from 'node:fs/promises'
import { centred } from '#design'
import { joinMeshes, type Mesh, moveMesh, soundMesh, weld } from '#solid'
import { UnreadableModel } from '../../files/model/facets.ts'
import { readFacets } from '../../files/model/read-facets.ts'
import { FileProblem } from '../../files/problem.ts'
import type { Plate } from './lay-out.ts'

/**
 * The parts of a plate as one mesh: the middle of the bed is x = y = 0, all stand on z = 0.
 *
 * @param meshOf The mesh of a part; asked once for each that lies there.
 * @throws {GeometryProblem} if the plate cannot be made sound.
 */
export async function plateMesh(plate: Plate, meshOf: (part: string) => Promise<Mesh>): Promise<Mesh> {
  const laid = new Map<string, Mesh>()
  for (const part of new Set(plate.map(({ part }) => part))) laid.set(part, centred(await meshOf(part)))
  // Rounding to float32 differs from place to place.
  return soundMesh(
    joinMeshes(
      plate.map((at) =>
        // Exchanging axes is exact, where a rotation would round.
        moveMesh(laid.get(at.part)!, (x, y, z) => (at.turn === 90 ? [at.x - y, at.y + x, z] : [at.x + x, at.y + y, z])),
      ),
    ),
  )
}

/**
 * Reads the mesh of a part from the STL that was made of it.
 *
 * @throws {FileProblem} if it cannot be read, or is no STL.
 */
export async function readMesh(path: string): Promise<Mesh> {
  try {
    const { points, index } = weld(Float32Array.from((await readFacets(await readFile(path))).points))
    return { points, triangles: index }
  } catch (error) {
    throw new FileProblem(path, error instanceof UnreadableModel ? error.message : error)
  }
}
