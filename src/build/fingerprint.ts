import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { isModel, type Resolved, type Value } from '#design'
import { sha256 } from './store/made-file.ts'

/** The contents of files as one text, whatever folder they lie in: by their names, in the order that is given. */
export const contentsOf = (files: readonly string[]): string =>
  sha256(files.map((file) => `${basename(file)} ${sha256(readFileSync(file))}\n`).join(''))

/** All that determines the files of a part. */
export interface Determined {
  /** Stands for all code of the program. */
  readonly program: string
  /** Stands for what is in the design's own files. */
  readonly code: string
  readonly design: string
  readonly parameters: Resolved
  readonly [more: string]: unknown
}

/** What stands for all that determines the files of a part: the same where that is the same, on any machine. */
export const fingerprintOf = ({ parameters, ...more }: Determined): string =>
  sha256(
    JSON.stringify({ ...more, parameters: Object.entries(parameters).map(([name, value]) => [name, told(value)]) }),
  )

/** A model is what is in it, and its name, which stands in files. */
const told = (value: Value) =>
  isModel(value) ? [value.name, bytesOf(value.mesh.points), bytesOf(value.mesh.triangles), value.mended] : value

const bytesOf = (list: ArrayBufferView) => sha256(new Uint8Array(list.buffer, list.byteOffset, list.byteLength))
