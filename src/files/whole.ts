import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  realpathSync,
  renameSync,
  rmdirSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { FileProblem } from './problem.ts'

/**
 * Writes a file whole or not at all: beside its place under a name that nobody else uses, flushed, then renamed.
 * Folders on the way are made. A device or pipe is written to as it stands.
 *
 * @throws {FileProblem} in which case a file that was there is as it was, and nothing is left beside it.
 */
export function writeWhole(path: string, bytes: Uint8Array): void {
  try {
    const there = statSync(path, { throwIfNoEntry: false })
    if (there?.isDirectory()) throw new FileProblem(path, 'is a folder')
    // Renaming would replace a file that its owner protected.
    if (there && (there.mode & ANYBODY_WRITES) === 0) throw new FileProblem(path, 'is read-only')
    if (there && !there.isFile()) writeFileSync(path, bytes)
    else replace(there ? realpathSync(path) : path, bytes, there?.mode)
  } catch (error) {
    throw error instanceof FileProblem ? error : new FileProblem(path, error)
  }
}

/** The mode bits by which owner, group or others may write a file. */
const ANYBODY_WRITES = 0o222

function replace(path: string, bytes: Uint8Array, mode: number | undefined): void {
  mkdirSync(dirname(path), { recursive: true })
  // A folder of its own, open to nobody else: its name cannot be guessed, and what is in it cannot be touched before it is complete.
  const beside = mkdtempSync(join(dirname(path), '.pegsmith-'))
  const complete = join(beside, basename(path))
  try {
    const file = openSync(complete, 'wx')
    try {
      writeFileSync(file, bytes)
      if (mode !== undefined) fchmodSync(file, mode)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(complete, path)
  } finally {
    if (existsSync(complete)) unlinkSync(complete)
    rmdirSync(beside)
  }
}
