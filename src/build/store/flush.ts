import { closeSync, existsSync, fsync, openSync } from 'node:fs'
import { platform } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { fileProblem } from '../../files/problem.ts'

/** Waits until the bytes of a file are on the disk. */
export const flushFile = (path: string) => flush(path, 'r+')

/**
 * Waits until the names of files are on the disk: those in a folder, and in the folders that lead from it to them.
 *
 * @param paths Of the files, seen from the folder.
 */
export async function flushNames(folder: string, paths: readonly string[]): Promise<void> {
  // Windows keeps names by itself, and opens no folders.
  if (platform() === 'win32') return
  const folders = new Set(['.'])
  for (const path of paths) for (let on = dirname(path); on !== '.'; on = dirname(on)) folders.add(on)
  const there = [...folders].map((each) => join(folder, each)).filter((each) => existsSync(each))
  await Promise.all(there.map((each) => flush(each, 'r')))
}

/** The system's threads wait, while others compute. */
async function flush(path: string, flags: string): Promise<void> {
  const file = openSync(path, flags)
  try {
    await sync(file)
  } catch (error) {
    throw fileProblem(error, path)
  } finally {
    closeSync(file)
  }
}

const sync = promisify(fsync)
