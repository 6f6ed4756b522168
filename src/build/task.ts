import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Design, makePart, type Orientation, type Quality, type Resolved } from '#design'
import { startKernel } from '#solid'
import { encode, type Format, formats } from '../files/format.ts'
import { FileProblem } from '../files/problem.ts'
import { report } from '../report.ts'
import { reportOf } from './job.ts'
import { sha256 } from './store/made-file.ts'
import type { MadeFile } from './store/state.ts'

/** What a worker is told to make. */
export interface Task {
  readonly name: string
  /** A design of the catalogue by name, or the path of a file. */
  readonly design: string
  /** Stands for what was in the design's files when it was planned. */
  readonly code: string
  readonly parameters: Resolved
  readonly orientation: Orientation
  readonly quality: Quality
  readonly formats: readonly Format[]
  /** The folder that the files are made in, empty. */
  readonly folder: string
}

/** What a worker made, or why it did not. */
export type Outcome =
  | {
      readonly files: readonly MadeFile[]
      readonly mass: number
      readonly size: readonly [number, number, number]
      readonly warnings: readonly string[]
    }
  /** The system's code, if the system was the cause: errors lose theirs between threads. */
  | { readonly error: string; readonly code?: string | undefined }

/** Makes the files of a part. */
export async function makeFiles(
  { name, parameters, orientation, quality, formats: asked, folder }: Task,
  design: Design,
): Promise<Extract<Outcome, { files: unknown }>> {
  await startKernel()
  const part = makePart(design, parameters, { orientation, quality })
  const written = []
  for (const format of asked) {
    const file = put(folder, name + formats[format].ending, await encode(part, format))
    written.push({ ...file, format })
  }
  const told = report(part, written)
  const json = put(folder, reportOf(name), Buffer.from(`${JSON.stringify(told, null, 2)}\n`))
  const { min, max } = told.mesh.bounds
  return {
    files: [...written, json].map(({ path, sha256, bytes }) => ({ path, sha256, bytes })),
    mass: told.print.mass,
    size: [max[0] - min[0], max[1] - min[1], max[2] - min[2]],
    warnings: told.warnings,
  }
}

function put(folder: string, path: string, bytes: Uint8Array): MadeFile {
  try {
    writeFileSync(join(folder, path), bytes, { flag: 'wx' })
  } catch (error) {
    throw new FileProblem(path, error)
  }
  return { path, sha256: sha256(bytes), bytes: bytes.length }
}
