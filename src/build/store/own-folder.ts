import { lstatSync, mkdirSync, type Stats } from 'node:fs'
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

/**
 * Where a build keeps what is its own, made or not.
 *
 * @throws {FileProblem} if something lies there that a build would not have put there, a link above all: it may lead anywhere.
 */
export function ownFolder(output: string): OwnFolder {
  const folder = join(output, OWN)
  const at = (name: string) => join(folder, name)
  const own = { folder, state: at('state.json'), journal: at('journal'), staging: at('staging') }
  refuseUnless('folder', folder, (there) => there.isDirectory())
  refuseUnless('folder', own.staging, (there) => there.isDirectory())
  refuseUnless('file', own.state, (there) => there.isFile())
  refuseUnless('file', own.journal, (there) => there.isFile())
  return own
}

/** As `ownFolder`; makes it, and the output folder, where they are missing. */
export function makeOwnFolder(output: string): OwnFolder {
  const own = ownFolder(output)
  mkdirSync(own.folder, { recursive: true })
  return own
}

function refuseUnless(kind: string, path: string, fits: (there: Stats) => boolean): void {
  const there = lstatSync(path, { throwIfNoEntry: false })
  if (there && !fits(there)) throw new FileProblem(path, `is no plain ${kind}: move it away`)
}
