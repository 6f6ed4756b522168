import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sha256 } from '../../src/build/store/made-file.ts'
import type { Parts } from '../../src/build/store/part-state.ts'
import type { Made } from '../../src/build/store/state.ts'
import { fileProblem } from '../../src/files/problem.ts'
import type { Store } from '../../src/build/store/store.ts'

/** Files by path. */
export type Files = ReadonlyMap<string, string>

/** The files of a part in one of its versions. Odd ones have one more; the part `plates/` has them in a folder. */
export function filesOf(part: string, version: number): Files {
  const stem = part.endsWith('/') ? `${part}plate` : part
  const endings = ['stl', 'json', ...(version % 2 === 1 ? ['obj'] : [])]
  const text = (ending: string) => `${part} ${version} ${ending} `.repeat(200 * (1 + (version % 7)))
  return new Map(endings.map((ending) => [`${stem}.${ending}`, text(ending)]))
}

export const madeOf = (files: Files, fingerprint: string): Made => ({
  fingerprint,
  files: [...files].map(([path, text]) => ({ path, sha256: sha256(text), bytes: Buffer.byteLength(text) })),
  mass: 1.5,
})

/** Puts files into a folder. */
export function lay(folder: string, files: Files): void {
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
  } catch (error) {
    throw fileProblem(error, folder)
  }
}

/** Makes a version of a part. */
export async function makePart(store: Store, part: string, version: number, force = false): Promise<void> {
  const folder = store.stage(part)
  const files = filesOf(part, version)
  lay(folder, files)
  await store.commit(part, madeOf(files, String(version)), folder, { attempts: 1, force })
}

/** What lies in a folder. */
export function filesIn(folder: string): Map<string, string> {
  const there = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const names = there.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
  return new Map(names.toSorted().map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

/** What must lie in an output folder by what is known of its parts, with the files of others; its own folder left out. */
export function filesBy(parts: Parts, others: Files): Map<string, string> {
  const made = [...parts].flatMap(([part, { made }]) => (made ? [...filesOf(part, Number(made.fingerprint))] : []))
  return new Map([...made, ...others].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** What lies in an output folder, without what a build keeps for itself. */
export const outputOf = (output: string) =>
  new Map([...filesIn(output)].filter(([path]) => !path.startsWith('.pegsmith/')))
