import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmdirSync,
  statSync,
  unlinkSync,
  writeFileSync,
  type Stats,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { FileProblem } from './problem.ts'

/**
 * Writes a file whole or not at all: beside its place under a name that nobody else uses, flushed, then renamed.
 * Folders on the way are made, and removed again if it fails. A link stays, and what it leads to is written. A device or pipe is written to as it stands.
 *
 * @throws {FileProblem} in which case a file that was there is as it was, and nothing is left beside it.
 */
export function writeWhole(path: string, bytes: Uint8Array): void {
  try {
    const there = statSync(path, { throwIfNoEntry: false })
    if (there?.isDirectory()) throw new FileProblem(path, 'is a folder')
    // Renaming would replace a file that its owner protected.
    if (there && isProtected(there)) throw new FileProblem(path, 'is read-only')
    if (there && !there.isFile()) writeFileSync(path, bytes)
    else withFolders(followed(path), (file) => replace(file, bytes, there?.mode))
  } catch (error) {
    throw error instanceof FileProblem ? error : new FileProblem(path, error)
  }
}

/** Whether nobody may write a file. */
export const isProtected = ({ mode }: Stats) => (mode & ANYBODY_WRITES) === 0

/** The mode bits by which owner, group or others may write a file. */
const ANYBODY_WRITES = 0o222

/** The file that a path means, be it there or not. */
function followed(path: string): string {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return path
  return followed(resolve(realpathSync(dirname(path)), readlinkSync(path)))
}

/** Does work on a file for which folders are made; those that were not there are removed again if it fails. */
function withFolders(path: string, work: (path: string) => void): void {
  const missing: string[] = []
  for (let folder = dirname(path); !existsSync(folder); folder = dirname(folder)) missing.push(folder)
  try {
    mkdirSync(dirname(path), { recursive: true })
    work(path)
  } catch (error) {
    for (const folder of missing) removeEmpty(folder)
    throw error
  }
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // It was not made, or somebody else has put something into it.
  }
}

function replace(path: string, bytes: Uint8Array, mode: number | undefined): void {
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
