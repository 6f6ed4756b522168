import { FileProblem } from '../files/problem.ts'

/** Lets readers close stdout and stderr early. What cannot be written is told by {@link print}; as an event it would end the process. */
export function tolerateClosedStreams(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
}

/**
 * Writes what was asked for to stdout. A reader that has seen enough (`| head`) is no error.
 *
 * @throws {FileProblem} if stdout takes no more for another reason.
 */
export const print = (output: string | Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(output, (error) => {
      const closed = (error as NodeJS.ErrnoException | null | undefined)?.code === 'EPIPE'
      if (error && !closed) reject(new FileProblem('standard output', error))
      else resolve()
    })
  })

/** Writes a line for people to stderr. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** Tells what people should know of something, a line each. */
export function warn(where: string, warnings: readonly string[]): void {
  for (const warning of warnings) tell(`pegsmith: ${where}: warning: ${warning}`)
}
