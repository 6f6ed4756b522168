import { readFileSync, statSync } from 'node:fs'
import { kebabCase, type Parameters, type Problem, problem, RequestProblem } from '#design'
import { FileProblem } from '../files/problem.ts'
import { readModel } from '../files/read-model.ts'

/** What was given, by the names that were used. */
type Given = Readonly<Record<string, unknown>>

/**
 * What was given, with each model in place of its path; and what is wrong with the files of the others.
 *
 * @param tell Told what is being done, in words like `bust.stl: reading`.
 */
export async function readModels(
  given: Given,
  options: Parameters,
  tell: (step: string) => void = () => {},
): Promise<{ given: Given; problems: Problem[] }> {
  const models = Object.keys(options).filter((name) => options[name].kind === 'model')
  const read = new Map(Object.entries(given))
  const problems: Problem[] = []
  for (const [key, path] of Object.entries(given)) {
    const name = models.find((each) => kebabCase(each) === kebabCase(key))
    if (name === undefined || path === '') continue
    if (typeof path !== 'string') {
      read.delete(key)
      problems.push({ parameters: [name], value: path, reason: 'names no file' })
      continue
    }
    try {
      const step = (doing: string) => tell(`${path}: ${doing}`)
      step('reading')
      read.set(key, await readModel(readBytes(path), path, step))
    } catch (error) {
      if (!(error instanceof RequestProblem)) throw error
      read.delete(key)
      problems.push(...error.problems.map(({ reason }) => ({ parameters: [name], value: path, reason })))
    }
  }
  return { given: Object.fromEntries(read), problems }
}

/** Pipes are read, too, but nothing that may go on for ever. */
function readBytes(path: string): Uint8Array {
  try {
    const there = statSync(path)
    if (there.isFile() || there.isFIFO()) return readFileSync(path)
    throw new Error(there.isDirectory() ? 'it is a folder' : 'it is no file')
  } catch (error) {
    throw new RequestProblem(path, [problem([], `cannot be read: ${new FileProblem(path, error).reason}`)])
  }
}
