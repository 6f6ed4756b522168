import type { Retry } from './settings.ts'

/** What the system says of troubles that may be over in a moment. */
const passing = new Set([
  'EAGAIN',
  'EBUSY',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'EINTR',
  'EIO',
  'EMFILE',
  'ENETDOWN',
  'ENETRESET',
  'ENETUNREACH',
  'ENFILE',
  'ENOLCK',
  'ENOTCONN',
  'ESTALE',
  'ETIMEDOUT',
  'ETXTBSY',
])

/** Whether an error, or one that it came from, is a trouble that may pass. */
export const mayPass = (error: unknown): boolean => codesOf(error).some((code) => passing.has(code))

/** The system's codes of an error and of those that it came from. */
export function codesOf(error: unknown): string[] {
  const codes: string[] = []
  for (let each = error, depth = 0; each instanceof Object && depth < 20; depth++) {
    const { code, cause } = each as { code?: unknown; cause?: unknown }
    if (typeof code === 'string') codes.push(code)
    each = cause
  }
  return codes
}

/**
 * How long to wait after each failure before the next try.
 *
 * @param pauses Seconds; the last one goes on where tries never end.
 * @returns Seconds to wait after so many failures; nothing if that was the last try.
 */
export const patience =
  (retry: Retry, pauses: readonly number[]) =>
  (failures: number): number | undefined => {
    if (retry === 'none') return undefined
    return retry === 'forever' ? (pauses[failures - 1] ?? pauses.at(-1)) : pauses[failures - 1]
  }

/** Reads pauses, `10,30,60,120`: seconds from 0 to a day each. @returns The reason if they are none. */
export function readPauses(text: string): readonly number[] | string {
  const pauses = text.split(',').map((each) => (each.trim() === '' ? NaN : Number(each)))
  const fine = pauses.length <= 100 && pauses.every((each) => each >= 0 && each <= 86_400)
  return fine ? pauses : 'is no list of seconds; write them like 10,30,60,120, each at most 86400'
}
