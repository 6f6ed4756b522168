import {
  type Design,
  kebabCase,
  makePieces,
  type MeshPiece,
  type Model,
  type Part,
  posePart,
  type Problem,
  type Quality,
  RequestProblem,
  type Resolved,
  resolveParameters,
} from '#design'
import { readModel } from '../../files/read-model.ts'
import type { Given, Wish } from '../protocol.ts'

/** A wish that was met. */
export interface Made {
  readonly design: Design
  readonly parameters: Resolved
  readonly pieces: readonly MeshPiece[]
  readonly milliseconds: number
  /** The part as it is written to files; computed when it is first asked for. */
  readonly printed: () => Part
}

/**
 * Makes what is wished for, by the same functions as every other face of the program. What was made last is kept: its report and its file are
 * asked for afterwards.
 *
 * @param kernel Is awaited before anything is made.
 * @param find The design of a name.
 */
export function openMaker(
  kernel: Promise<void>,
  find: (name: string) => Design | Promise<Design>,
): (wish: Wish, quality: Quality) => Promise<Made> {
  let last: { readonly key: string; readonly made: Made } | undefined
  const models = new Map<string, Promise<Model>>()

  /** The model in a file; of the files that were read, the latest few are kept. */
  function modelOf(file: File): Promise<Model> {
    const known = models.get(keyOf(file))
    if (known) return known
    const model = file.arrayBuffer().then((buffer) => readModel(new Uint8Array(buffer), file.name))
    if (models.size >= KEPT) models.delete(models.keys().next().value!)
    models.set(keyOf(file), model)
    return model
  }

  async function resolve(design: Design, given: Given): Promise<Resolved> {
    const values: Record<string, unknown> = {}
    const problems: Problem[] = []
    for (const [name, value] of Object.entries(given)) {
      const about = Object.keys(design.parameters).filter((each) => kebabCase(each) === name)
      if (value && typeof value === 'string' && design.parameters[about[0]]?.kind === 'model') {
        problems.push({ parameters: about, value, reason: 'is a file, which no address can carry: choose it here' })
        continue
      }
      try {
        values[name] = value instanceof File ? await modelOf(value) : value
      } catch (error) {
        if (!(error instanceof RequestProblem)) throw error
        problems.push(...error.problems.map(({ reason }) => ({ parameters: about, value: error.subject, reason })))
      }
    }
    return resolveParameters(design, values, problems)
  }

  return async ({ design: name, given }, quality) => {
    const key = JSON.stringify([name, given, quality], (_, value: unknown) =>
      value instanceof File ? keyOf(value) : value,
    )
    if (last?.key === key) return last.made
    const design = await find(name)
    const parameters = await resolve(design, given)
    await kernel
    const begun = performance.now()
    const pieces = makePieces(design, parameters, quality)
    const milliseconds = performance.now() - begun
    let part: Part | undefined
    const printed = () => (part ??= posePart(design, parameters, pieces))
    const made = { design, parameters, pieces, milliseconds, printed }
    last = { key, made }
    return made
  }
}

/** Models that are kept for when they are chosen again. */
const KEPT = 4

const keyOf = ({ name, size, lastModified }: File) => JSON.stringify([name, size, lastModified])
