import { editionOf } from './edition.ts'

/** Milliseconds from look to look. */
const PAUSE = 50

/** Files that are being watched. */
export interface Watch {
  /** Watches these from now on, from the editions that are given: what was written since then counts as a change. */
  readonly follow: (editions: ReadonlyMap<string, string>) => void
  readonly stop: () => void
}

/**
 * Tells when files change, come or go, once they have stayed the same from one look to the next: what an editor does in several steps is one change.
 *
 * Looks at them again and again. Notices of the system would be lost when a file is put in the place of another, when its folder goes and comes
 * back, and on file systems of other machines; and a look at the few files of a design takes microseconds.
 */
export function watchFiles(changed: () => void): Watch {
  let followed: ReadonlyMap<string, string> = new Map()
  let before = ''
  const timer = setInterval(() => {
    const now = new Map([...followed.keys()].map((file) => [file, editionOf(file)]))
    const settled = summary(now) === before
    before = summary(now)
    if (!settled || before === summary(followed)) return
    followed = now
    changed()
  }, PAUSE)
  return {
    follow: (editions) => (followed = editions),
    stop: () => clearInterval(timer),
  }
}

const summary = (editions: ReadonlyMap<string, string>) => JSON.stringify([...editions])
