import { OWN } from './own-folder.ts'
import type { Failure, Made, MadeFile, PartState } from './state.ts'

/** What is known of all parts, by name. */
export type Parts = ReadonlyMap<string, PartState>

/** Something that was read of a file, and may be anything. */
export type Read = Readonly<Record<string, unknown>>

export const isRead = (value: unknown): value is Read =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

/** The state of a part as it was read, with its keys in order; undefined if it is none. */
export function partState({ made, failure, attempts }: Read): PartState | undefined {
  const [read, failed] = [madeOf(made), failureOf(failure)]
  if ((made !== undefined && !read) || (failure !== undefined && !failed) || !isCount(attempts)) return undefined
  return { ...(read && { made: read }), ...(failed && { failure: failed }), attempts }
}

function madeOf(value: unknown): Made | undefined {
  if (!isRead(value)) return undefined
  const { fingerprint, files, mass, size } = value
  const list = listOf(files, madeFile)
  const sound =
    typeof fingerprint === 'string' &&
    list &&
    (mass === undefined || isNumber(mass)) &&
    (size === undefined || isSize(size))
  return sound ? { fingerprint, files: list, ...(mass !== undefined && { mass }), ...(size && { size }) } : undefined
}

const isNumber = (value: unknown): value is number => Number.isFinite(value)

const isSize = (value: unknown): value is [number, number, number] =>
  Array.isArray(value) && value.length === 3 && value.every(isNumber)

/** A list all of whose items can be read; undefined if one cannot. */
export function listOf<T>(value: unknown, read: (item: Read) => T | undefined): T[] | undefined {
  if (!Array.isArray(value)) return undefined
  const items = value.flatMap((item) => (isRead(item) ? (read(item) ?? []) : []))
  return items.length === value.length ? items : undefined
}

function madeFile({ path, sha256, bytes }: Read): MadeFile | undefined {
  return isPath(path) && isSha256(sha256) && isCount(bytes) ? { path, sha256, bytes } : undefined
}

/** Whether a path stays within the output, and out of the build's own folder. */
export const isPath = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.split('/').every((step) => !['', '.', '..'].includes(step) && step.toLowerCase() !== OWN) &&
  !/[\\:\0]/.test(value)

export const isSha256 = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)

function failureOf(value: unknown): Failure | undefined {
  if (!isRead(value)) return undefined
  const { error, at } = value
  return typeof error === 'string' && typeof at === 'string' ? { error, at } : undefined
}
