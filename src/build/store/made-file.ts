import { hash } from 'node:crypto'
import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileProblem } from '../../files/problem.ts'
import type { MadeFile } from './state.ts'

/** Stands for something that is no plain file; equal to no SHA-256. */
export const NO_FILE = ''

/** The SHA-256 of bytes, in hexadecimal digits. */
export const sha256 = (bytes: string | Uint8Array) => hash('sha256', bytes, 'hex')

/**
 * What lies at a path within a folder: the SHA-256 of a file's bytes, `NO_FILE`, or undefined for nothing.
 * What can only be reached through a link is no plain file, for it may lie anywhere.
 *
 * @throws {FileProblem} if it cannot be read.
 */
export function whatLies(folder: string, path: string): string | undefined {
  const steps = path.split('/')
  try {
    for (let deep = 1; deep <= steps.length; deep++) {
      const there = lstatSync(join(folder, ...steps.slice(0, deep)), { throwIfNoEntry: false })
      if (!there) return undefined
      if (deep < steps.length ? !there.isDirectory() : !there.isFile()) return NO_FILE
    }
    return sha256(readFileSync(join(folder, path)))
  } catch (error) {
    throw fileProblem(error, join(folder, path))
  }
}

/**
 * Whether a file is as it was made. Its bytes decide, not its times.
 *
 * @throws {FileProblem} if it cannot be read.
 */
export function fileStands(folder: string, { path, sha256 }: MadeFile): 'as made' | 'missing' | 'damaged' {
  const found = whatLies(folder, path)
  if (found === undefined) return 'missing'
  return found === sha256 ? 'as made' : 'damaged'
}
