import wasm from 'manifold-3d/manifold.wasm?url'
import { changed, kebabCase, problemText, RequestProblem, valueText } from '#design'
import { GeometryProblem, joinMeshes, startKernel } from '#solid'
import { catalogue } from '../../designs/index.ts'
import { encode, formats } from '../files/format.ts'
import { report } from '../report.ts'
import type { Answer, Drawable, PartAnswer, Request } from './protocol.ts'
import { boardBehind, boardKey } from './worker/board.ts'
import { cardOf, fileKinds } from './worker/cards.ts'
import { drawable } from './worker/drawable.ts'
import { type Made, openMaker } from './worker/maker.ts'

/*
 * Makes parts beside the page's own thread, with the designs and the kernel that the command line has.
 */

const kernel = startKernel(() => wasm)
// Whoever waits for it is told; until somebody does, it is no error.
kernel.then(
  () => post({ kind: 'started' }),
  () => {},
)
const make = openMaker(kernel)

function post(answer: Answer, transfer: Transferable[] = []): void {
  self.postMessage(answer, { transfer })
}

async function answer(request: Request): Promise<void> {
  const { id } = request
  const made = await make(request.wish, request.quality)
  switch (request.kind) {
    case 'part': {
      const answer = partAnswer(made)
      return post({ kind: 'part', id, ...answer }, buffersOf(answer.part))
    }
    case 'board': {
      const board = drawable(boardBehind(made))
      return post({ kind: 'board', id, key: boardKey(made), drawable: board }, buffersOf(board))
    }
    case 'report':
      return post({ kind: 'report', id, report: report(made.printed()) })
    case 'file': {
      const bytes = new Uint8Array(await encode(made.printed(), request.format))
      return post({ kind: 'file', id, bytes, mediaType: formats[request.format].mediaType }, [bytes.buffer])
    }
  }
}

function partAnswer(made: Made): PartAnswer {
  const { design, parameters, pieces, milliseconds } = made
  return {
    design: design.name,
    values: Object.fromEntries(Object.entries(parameters).map(([name, value]) => [kebabCase(name), valueText(value)])),
    changed: changed(design, parameters).map(kebabCase),
    part: drawable(joinMeshes(pieces.map(({ mesh }) => mesh))),
    board: boardKey(made),
    milliseconds,
  }
}

const buffersOf = ({ positions, normals, creases }: Drawable) => [positions.buffer, normals.buffer, creases.buffer]

function fail(id: number, error: unknown): void {
  if (error instanceof RequestProblem) {
    const spell = (parameter: string) => ({ name: kebabCase(parameter) })
    const problems = error.problems.map((problem) => ({
      parameters: problem.parameters.map(kebabCase),
      text: problemText(problem, spell),
    }))
    return post({ kind: 'refused', id, problems })
  }
  const message = error instanceof Error ? error.message : String(error)
  post({ kind: 'failed', id, message, broken: !(error instanceof GeometryProblem) })
}

let queue = Promise.resolve()
self.onmessage = ({ data }: MessageEvent<Request>) => {
  queue = queue.then(() => answer(data).catch((error: unknown) => fail(data.id, error)))
}

/** The lock is let go of when the worker ends, however it does: that is how the page learns of it. */
function announce(): void {
  post({ kind: 'catalogue', cards: catalogue.map(cardOf), files: fileKinds() })
}
if (self.name !== '' && 'locks' in navigator) {
  void navigator.locks.request(self.name, () => {
    announce()
    return new Promise(() => {})
  })
} else announce()
