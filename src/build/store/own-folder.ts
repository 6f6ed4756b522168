import { lstatSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import { FileProblem } from '../../files/problem.ts'

/** The folder within the output in which a build keeps what is its own. */
export const OWN = '.pegsmith'

/** What a build keeps there. */
export interface OwnFolder {
  readonly folder: string
  /** What is known of all parts, as of the last build that ended. */
  readonly state: string
  /** What has happened since. */
  readonly journal: string
  /** Files that have not yet come to their places. */
  readonly staging: string
}

/** Where a build keeps what is its own, made or not. */
export function ownFolder(output: string): OwnFolder {
  const folder = join(output, OWN)
  const at = (name: string) => join(folder, name)
  return { folder, state: at('state.json'), journal: at('journal'), staging: at('staging') }
}

/**
 * Looks over what lies where a build keeps what is its own.
 *
 * @throws {FileProblem} if a build would not have put it there, a link above all: it may lead anywhere.
 */
export function refuseStrange({ folder, state, journal, staging }: OwnFolder): void {
  for (const path of [folder, staging]) refuseUnless('folder', path, (there) => there.isDirectory())
  for (const path of [state, journal]) refuseUnless('file', path, (there) => there.isFile())
}

function refuseUnless(kind: string, path: string, fits: (there: Stats) => boolean): void {
  const there = lstatSync(path, { throwIfNoEntry: false })
  if (there && !fits(there)) throw new FileProblem(path, `is no plain ${kind}: move it away`)
}
