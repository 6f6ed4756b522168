import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { binaryStl } from '../../files/stl.ts'
import { decide } from '../decide.ts'
import type { Job } from '../job.ts'
import { sha256 } from '../store/made-file.ts'
import type { MadeFile } from '../store/state.ts'
import type { Store } from '../store/store.ts'
import type { Bed } from './bed.ts'
import { layOut } from './lay-out.ts'
import { plateFile, plateLines, plateList } from './plate-list.ts'
import { plateMesh, readMesh } from './plate-mesh.ts'

/** The plates of a project, as they are called in its state: no part has such a name. They lie in a folder of it. */
export const PLATES = 'plates/'

/** How plates are made. */
export interface PlatePlan {
  readonly bed: Bed
  /** Between parts, in millimetres. */
  readonly spacing: number
  /** Whether they are made though they are up to date. */
  readonly all: boolean
  /** Whether files that the program did not make may be replaced. */
  readonly force: boolean
}

/** What came of it. */
export interface PlatesMade {
  readonly made: boolean
  readonly files: readonly MadeFile[]
  /** What lies where, for people; empty if they were up to date. */
  readonly lines: readonly string[]
}

/**
 * Lays out what a build has made on as few beds as are found, and puts the plates into place, all or none: the parts of each as one STL file, and a
 * list of what lies where.
 *
 * @param jobs All of them made.
 * @throws {RequestProblem} that names every part that is larger than the bed.
 * @throws {FileProblem} if one cannot be read or written.
 */
export async function makePlates(
  jobs: readonly Job[],
  store: Store,
  output: string,
  { bed, spacing, all, force }: PlatePlan,
): Promise<PlatesMade> {
  const parts = new Map(jobs.map(({ name }) => [name, store.parts.get(name)!.made!]))
  const determined = jobs.map(({ name, fingerprint, copies }) => [name, fingerprint, copies])
  const fingerprint = sha256(JSON.stringify([bed, spacing, determined]))
  const before = store.parts.get(PLATES)
  if (!decide({ fingerprint }, before, output, all).make) return { made: false, files: before!.made!.files, lines: [] }

  const items = jobs.map(({ name, copies }) => ({ name, copies, size: parts.get(name)!.size! }))
  const plates = layOut(items, bed, spacing)
  const folder = store.stage(PLATES)
  mkdirSync(join(folder, PLATES))
  const put = (name: string, bytes: Uint8Array): MadeFile => {
    const path = PLATES + name
    writeFileSync(join(folder, path), bytes, { flag: 'wx' })
    return { path, sha256: sha256(bytes), bytes: bytes.length }
  }
  const files: MadeFile[] = []
  for (const [i, plate] of plates.entries()) {
    const mesh = await plateMesh(plate, (part) => readMesh(join(output, parts.get(part)!.files[0].path)))
    files.push(put(plateFile(i), binaryStl(mesh, `plate ${i + 1} of ${plates.length}`)))
  }
  files.push(put('plates.json', Buffer.from(`${JSON.stringify(plateList(plates, bed), null, 2)}\n`)))
  await store.commit(PLATES, { fingerprint, files }, folder, { attempts: 1, force })
  return { made: true, files, lines: plateLines(plates, bed) }
}
