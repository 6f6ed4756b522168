import { mkdirSync, renameSync, rmdirSync, unlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { ownFolder } from './own-folder.ts'
import { whatLies } from './made-file.ts'
import type { Parts } from './part-state.ts'
import { isListed, type JournalRecord } from './record.ts'

/** How the files of a part come from the staging folder to their places. */
export function movesOf(output: string, { made, staged }: JournalRecord): readonly Move[] {
  if (!made || staged === undefined) return []
  const folder = join(ownFolder(output).staging, staged)
  return made.files.map(({ path, sha256 }) => ({ path, sha256, from: join(folder, path), to: join(output, path) }))
}

/** Those that have not yet come there. Others of their names may lie in the staging folder: another attempt's. */
export const staged = (output: string, record: JournalRecord): readonly Move[] =>
  movesOf(output, record).filter(({ from, sha256 }) => whatLies(dirname(from), basename(from)) === sha256)

export interface Move {
  readonly path: string
  readonly sha256: string
  readonly from: string
  readonly to: string
}

/**
 * Brings the staged files of a part to their places; goes on where it was interrupted.
 *
 * @param moves Those that are left.
 * @returns The path of something that appeared in a place since the record was written; then nothing is moved.
 */
export function moveAll(
  output: string,
  record: JournalRecord,
  moves: readonly Move[] = staged(output, record),
): string | undefined {
  const isFree = ({ path, sha256 }: Move) => {
    const found = whatLies(output, path)
    return found === undefined || [sha256, record.over.find((each) => each.path === path)?.sha256].includes(found)
  }
  const inTheWay = moves.find((move) => !isFree(move))
  if (inTheWay) return inTheWay.to
  for (const { path, from, to } of moves) {
    if (path.includes('/')) mkdirSync(dirname(to), { recursive: true })
    renameSync(from, to)
  }
  return undefined
}

/** Deletes what a part has no more, unless it was changed since or has become another part's; and the folders that are empty then. */
export function deleteGone(output: string, { gone }: JournalRecord, parts: Parts): void {
  for (const { path, sha256 } of gone) {
    if (isListed(parts, path) || whatLies(output, path) !== sha256) continue
    unlinkSync(join(output, path))
    for (let on = dirname(path); on !== '.'; on = dirname(on)) removeIfEmpty(join(output, on))
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // There is something in it.
  }
}
