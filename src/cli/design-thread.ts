import { parentPort } from 'node:worker_threads'
import type { Request } from '../preview/protocol.ts'
import type { Loaded } from '../preview/server/design-file.ts'

/*
 * Makes the parts of a design file for the server of the page. It is told the path, then what is asked for; it reads the files once.
 */

// Not by import at once: what this needs would be loaded by every command.
const [{ startKernel }, { loadDesignFile }, { openMaker }, { buffersOf, openAnswers }, { cardOf }] = await Promise.all([
  import('#solid'),
  import('./design-file.ts'),
  import('../preview/worker/maker.ts'),
  import('../preview/worker/answer.ts'),
  import('../preview/worker/cards.ts'),
])

const port = parentPort!
const kernel = startKernel()
// Whoever waits for it is told; until somebody does, it is no error.
kernel.catch(() => {})

port.once('message', (path: string) => {
  const editions = new Map<string, string>()
  const design = loadDesignFile(path, editions)
  const loaded = (more: Partial<Loaded>) => port.postMessage({ kind: 'loaded', editions, ...more } satisfies Loaded)
  design.then(
    (found) => loaded({ card: cardOf(found) }),
    () => loaded({}),
  )
  const answerTo = openAnswers(openMaker(kernel, () => design))
  port.on('message', (request: Request) => {
    void answerTo(request).then((answer) => port.postMessage(answer, buffersOf(answer)))
  })
})
