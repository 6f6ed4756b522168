import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Request } from '../protocol.ts'
import { packAnswer } from '../wire.ts'
import type { DesignFile } from './design-file.ts'
import type { Route } from './serve.ts'

/** Bytes of a request; it holds the name of a design and the text of its parameters. */
const LONGEST = 100_000

/** Makes parts: takes a request as JSON, and answers with a form. */
export const parts = (file: DesignFile): Route => ({
  POST(request, response) {
    make(file, request, response).catch(() => response.destroy())
  },
})

/** @throws {Error} if the page is gone before it has asked. */
async function make(file: DesignFile, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const refuse = (status: number) => void response.writeHead(status, { connection: 'close' }).end()
  if (!isFromOwnPage(request)) return refuse(403)
  // Pages of other origins cannot send this type without asking first, which is refused.
  if (request.headers['content-type'] !== 'application/json') return refuse(415)
  const text = await read(request)
  if (text === undefined) return refuse(413)
  const wanted = requestIn(text)
  if (wanted?.wish.design !== file.name) return refuse(400)
  const abandoned = new AbortController()
  response.on('close', () => abandoned.abort())
  const answer = new Response(packAnswer(await file.ask(wanted, abandoned.signal)))
  const headers = { 'content-type': answer.headers.get('content-type')!, 'cache-control': 'no-store' }
  response.writeHead(200, headers).end(new Uint8Array(await answer.arrayBuffer()))
}

/** Tells how the design file stands, and whenever that changes. */
export const changes = (file: DesignFile): Route => ({
  GET(request, response) {
    if (!isFromOwnPage(request)) return void response.writeHead(403).end()
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).flushHeaders()
    const end = file.listen((news) => response.write(`data: ${JSON.stringify(news)}\n\n`))
    response.on('close', end)
  },
})

/** Browsers tell who asks, even where they tell no origin; other programs do not say. */
const isFromOwnPage = ({ headers }: IncomingMessage) => (headers['sec-fetch-site'] ?? 'same-origin') === 'same-origin'

/** The text of a request; nothing if it is too long. */
async function read(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > LONGEST) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

/** What a text asks for, if it asks for anything. What it gives for parameters is judged with the design. */
function requestIn(text: string): Request | undefined {
  try {
    const { wish, ...others } = JSON.parse(text) as Request
    return Object.values(wish.given).every((value) => typeof value === 'string') ? { wish, ...others } : undefined
  } catch {
    return undefined
  }
}
