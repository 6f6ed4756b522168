import { readFileSync } from 'node:fs'
import { FileProblem } from '../../files/problem.ts'
import { isRead, partState, type Parts } from './part-state.ts'
import type { PartState } from './state.ts'

/** Of the state file, and of the journal. */
export const VERSION = 1

/** What is known of all parts as the bytes of a file: the same parts give the same bytes. */
export function stateBytes(parts: Parts): Uint8Array {
  const sorted = [...parts].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return new TextEncoder().encode(
    `${JSON.stringify({ version: VERSION, parts: Object.fromEntries(sorted) }, undefined, 2)}\n`,
  )
}

/**
 * Reads what is known of all parts.
 *
 * @returns Undefined if the file is damaged; no parts if there is none.
 * @throws {FileProblem} if a newer version wrote it, or it cannot be read.
 */
export function readStateFile(path: string): Map<string, PartState> | undefined {
  const text = textOf(path)
  if (text === undefined) return new Map()
  const held = parsed(text)
  if (!isRead(held)) return undefined
  refuseNewer(path, held.version)
  if (held.version !== VERSION || !isRead(held.parts)) return undefined
  const parts = new Map<string, PartState>()
  for (const [name, value] of Object.entries(held.parts)) {
    const state = isRead(value) ? partState(value) : undefined
    if (!state) return undefined
    parts.set(name, state)
  }
  return parts
}

/** The text of a file; undefined if there is none. */
export function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new FileProblem(path, error)
  }
}

/** What a text says in JSON; undefined if it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function refuseNewer(path: string, version: unknown): void {
  if (typeof version === 'number' && version > VERSION)
    throw new FileProblem(path, `was written by a newer pegsmith (version ${version}, and this one reads ${VERSION})`)
}
