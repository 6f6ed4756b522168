import { changed, kebabCase, RequestProblem, valueText, wayOnBoard } from '#design'
import { GeometryProblem, joinMeshes } from '#solid'
import { encode, formats } from '../../files/format.ts'
import { report } from '../../report.ts'
import type { Answer, Drawable, PartAnswer, Request } from '../protocol.ts'
import { boardBehind, boardKey } from './board.ts'
import { drawable } from './drawable.ts'
import { toldProblem } from './labels.ts'
import { heldBy } from './held.ts'
import type { Made, openMaker } from './maker.ts'

type Make = ReturnType<typeof openMaker>

/** Answers what the page asks, one request after the other: in its own worker, or in the program that serves it. */
export function openAnswers(make: Make): (request: Request) => Promise<Answer> {
  let last: Promise<unknown> = Promise.resolve()
  return (request) => {
    const answered = last.then(() => answer(request, make).catch((error: unknown) => failure(request, error)))
    last = answered
    return answered
  }
}

async function answer(request: Request, make: Make): Promise<Answer> {
  const { id } = request
  const made = await make(request.wish, request.quality)
  switch (request.kind) {
    case 'part':
      return { kind: 'part', id, ...partAnswer(made) }
    case 'board':
      return { kind: 'board', id, key: boardKey(made), drawable: drawable(boardBehind(made)) }
    case 'report':
      return { kind: 'report', id, report: report(made.printed(), [], [], request.filling) }
    case 'file': {
      const bytes = new Uint8Array(await encode(made.printed(), request.format))
      return { kind: 'file', id, bytes, mediaType: formats[request.format].mediaType }
    }
    case 'held':
      return { kind: 'held', id, held: heldBy(made.design, made.parameters) }
    case 'printed':
      return { kind: 'printed', id, part: drawable(made.printed().mesh) }
    case 'hanging':
      return { kind: 'hanging', id, path: wayOnBoard(made.parameters, made.pieces) }
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

function failure({ id, wish }: Request, error: unknown): Answer {
  if (error instanceof RequestProblem) {
    const place = error.subject === wish.design ? '' : `${error.subject}: `
    const problems = error.problems.map(toldProblem).map((told) => ({ ...told, text: place + told.text }))
    return { kind: 'refused', id, problems }
  }
  const message = error instanceof Error ? error.message : String(error)
  return { kind: 'failed', id, message, broken: !(error instanceof GeometryProblem) }
}

/** The buffers of an answer: they are handed over, not copied. */
export function buffersOf(answer: Answer): ArrayBuffer[] {
  const ofDrawable = ({ positions, normals, creases }: Drawable) => [positions.buffer, normals.buffer, creases.buffer]
  switch (answer.kind) {
    case 'part':
    case 'printed':
      return ofDrawable(answer.part)
    case 'held':
      return answer.held.flatMap(({ drawable }) => ofDrawable(drawable))
    case 'board':
      return ofDrawable(answer.drawable)
    case 'file':
      return [answer.bytes.buffer]
    default:
      return []
  }
}
