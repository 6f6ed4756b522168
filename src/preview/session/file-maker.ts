import type { Answer, Changed, Request } from '../protocol.ts'
import { unpackAnswer } from '../wire.ts'

/** Makes the parts of the design file that the page was served for: the program that serves it does. */
export interface FileMaker {
  /** The name of the design. */
  readonly design: string
  readonly post: (request: Request) => void
  /** Gives up what was asked for. */
  readonly cancel: () => void
}

/** The name of the design whose file the page was served for, be it a design as it stands or not. */
export const servedDesign = () => document.querySelector<HTMLMetaElement>('meta[name="design-file"]')?.content

/** The design file's maker, if the page was served for one. A page that lies on a web host was not. */
export function openFileMaker(hear: (answer: Answer) => void): FileMaker | undefined {
  const design = servedDesign()
  if (design === undefined) return undefined
  new EventSource('./changes').onmessage = ({ data }: MessageEvent<string>) => hear(JSON.parse(data) as Changed)
  let asking = new AbortController()
  return {
    design,
    post(request) {
      const { signal } = asking
      ask(request, signal).then(hear, (error: unknown) => {
        const message = `pegsmith preview does not answer: ${error instanceof Error ? error.message : String(error)}`
        if (!signal.aborted) hear({ kind: 'failed', id: request.id, message, broken: false })
      })
    },
    cancel() {
      asking.abort()
      asking = new AbortController()
    },
  }
}

async function ask(request: Request, signal: AbortSignal): Promise<Answer> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch('./parts', { method: 'POST', headers, body: JSON.stringify(request), signal })
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`)
  return unpackAnswer(await response.formData())
}
