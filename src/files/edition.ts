import { statSync } from 'node:fs'

/** What tells one state of a file from every other, without reading it; empty while there is none. */
export function editionOf(path: string): string {
  const there = statSync(path, { throwIfNoEntry: false, bigint: true })
  return there?.isFile() ? [there.ino, there.size, there.mtimeNs].join(' ') : ''
}
