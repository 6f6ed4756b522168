import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { onTestFinished } from 'vitest'

export const site = join(import.meta.dirname, '../../dist/site')

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
}

/**
 * Any web host: it hands out files, in a folder of its own choice, until the test is over.
 *
 * @param files Where they are read from whenever they are asked for.
 */
export async function host(folder: string, files = site): Promise<{ port: number; stop: () => Promise<void> }> {
  const server = createServer(({ url = '' }, response) => {
    const path = url.startsWith(folder) ? url.slice(folder.length) || 'index.html' : ''
    try {
      const body = readFileSync(join(files, path))
      response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  const stop = () =>
    new Promise<void>((stopped) => {
      server.close(() => stopped())
      server.closeAllConnections()
    })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(stop)
  return { port: (server.address() as AddressInfo).port, stop }
}
