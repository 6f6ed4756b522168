import { RequestProblem } from '#design'
import { FileProblem } from '../files/problem.ts'
import { tell } from './output.ts'

/** Exit codes; 0 is done. */
const [FAILED, WRONG_REQUEST] = [1, 2]

/** Work that failed for a reason that its own words do not place. */
export class Failure extends Error {
  constructor(where: string, cause: unknown) {
    super(`${where}: ${wordsOf(cause)}`, { cause })
  }
}

/** What an error says; anything may be thrown, even an error without words. */
export function wordsOf(error: unknown): string {
  const words = (error instanceof Error ? error.message : String(error)).trim()
  return words !== '' ? words : `${error instanceof Error ? error.name : 'an error'} without a message`
}

/** The error as it is told: one that does not say what it is about is given the place. */
export const placed = (where: string, error: unknown) =>
  [RequestProblem, FileProblem, Failure].some((known) => error instanceof known) ? error : new Failure(where, error)

/**
 * Tells an error on stderr: one line, or one for each thing that is wrong with a request.
 *
 * @returns The exit code.
 */
export function fail(error: unknown, debug: boolean): number {
  const wrongRequest = error instanceof RequestProblem
  const lines = wordsOf(error).split('\n')
  for (const line of wrongRequest ? lines : lines.slice(0, 1)) tell(`pegsmith: ${line}`)
  if (debug) tell(traceOf(error))
  return wrongRequest ? WRONG_REQUEST : FAILED
}

/** Where an error arose, and the errors that it came from. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  return [error.stack, traceOf(error.cause)].filter(Boolean).join('\n\n')
}
