import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Part } from '#design'
import { encode, type Format, formatOf, formats } from './format.ts'
import { writeWhole } from './whole.ts'

/** A file that was written. */
export interface WrittenFile {
  readonly path: string
  readonly format: Format
  readonly bytes: number
}

/**
 * Writes a part to a file, whole or not at all.
 *
 * @param path A file, or a folder (it ends in `/` or exists), in which the file gets the design's name. Folders are made as needed.
 * @param format By default what the file's ending says, else binary STL.
 * @throws {FileProblem} if it cannot be written; a file that was there is as it was.
 */
export async function write(
  part: Part,
  path: string,
  { format = formatOf(path) ?? 'stl' }: { readonly format?: Format } = {},
): Promise<WrittenFile> {
  const target = isFolder(path) ? join(path, part.design + formats[format].ending) : path
  const bytes = await encode(part, format)
  writeWhole(target, bytes)
  return { path: target, format, bytes: bytes.length }
}

/** Whether a path means a folder to put files into. */
export function isFolder(path: string): boolean {
  if (path.endsWith('/')) return true
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
