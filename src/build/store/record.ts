import { isPath, isRead, isSha256, listOf, partState, type Parts, type Read } from './part-state.ts'
import type { Failure, Made, PartState } from './state.ts'

/** Bytes in a place of the output. */
export interface Found {
  /** Seen from the output folder. */
  readonly path: string
  readonly sha256: string
}

/** What happened to a part, as the journal keeps it: it was made, or it failed, or (neither is there) it was taken out of the project. */
export interface JournalRecord {
  readonly part: string
  readonly attempts: number
  readonly failure?: Failure
  readonly made?: Made
  /** The folder within the staging folder from which what was made comes. */
  readonly staged?: string
  /** What it may replace. */
  readonly over: readonly Found[]
  /** What is to be deleted. */
  readonly gone: readonly Found[]
}

/** Brings what is known of the parts up to what happened to one. Happening again, it changes nothing. */
export function follow(parts: Map<string, PartState>, { part, attempts, failure, made }: JournalRecord): void {
  const known = made ?? parts.get(part)?.made
  if (made || failure) parts.set(part, { ...(known && { made: known }), ...(failure && { failure }), attempts })
  else parts.delete(part)
}

/** A record as it was read; undefined if it is none. */
export function recordOf(value: unknown): JournalRecord | undefined {
  if (!isRead(value)) return undefined
  const { part, staged } = value
  const state = partState(value)
  const [over, gone] = [listOf(value.over, found), listOf(value.gone, found)]
  const sound = typeof part === 'string' && (staged === undefined || isStaged(staged)) && state && over && gone
  return sound ? { part, ...state, ...(staged !== undefined && { staged }), over, gone } : undefined
}

const isStaged = (value: unknown): value is string => typeof value === 'string' && /^\d+$/.test(value)

const found = ({ path, sha256 }: Read): Found | undefined =>
  isPath(path) && isSha256(sha256) ? { path, sha256 } : undefined

/** Whether a part is known to have made the file at a path. */
export const isListed = (parts: Parts, path: string) =>
  [...parts.values()].some(({ made }) => made?.files.some((file) => file.path === path))
