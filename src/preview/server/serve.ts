import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, isIP } from 'node:net'
import { readSite } from './site.ts'

/** A server that is up. */
export interface Serving {
  /** Where the page is, ending in a slash. */
  readonly address: string
  /** Ends it, and every connection that is open. */
  readonly stop: () => Promise<void>
}

/** What every answer says: who may use it, and that the page gets nothing from elsewhere. */
const HEADERS = {
  'content-security-policy':
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data: blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/**
 * Serves the page.
 *
 * @param folder Where its files are.
 * @param at.port 0 for any that is free.
 * @throws {Error} if the port or the host cannot be had, with the system's code.
 */
export async function serve(folder: string, { host, port }: { host: string; port: number }): Promise<Serving> {
  const site = readSite(folder)
  const server = createServer((request, response) => {
    const refusal = refusalOf(request, host)
    if (refusal) return end(response, refusal, {})
    const path = request.url!.replace(/[?#].*$/s, '')
    const file = site.get(path)
    if (!file) return end(response, 404, {})
    const { bytes, mediaType } = file
    const headers = {
      'content-type': mediaType,
      'content-length': bytes.length,
      // The names of these files tell what is in them.
      'cache-control': path.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-store',
    }
    end(response, 200, headers, request.method === 'HEAD' ? undefined : bytes)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const { port: taken } = server.address() as AddressInfo
  return {
    address: `http://${isIP(host) === 6 ? `[${host}]` : host}:${taken}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function end(response: ServerResponse, status: number, headers: Record<string, string | number>, body?: Uint8Array) {
  response.writeHead(status, { ...HEADERS, ...headers }).end(body)
}

/** The status by which a request is refused: it changes something, another site's page makes it, or it reached this server by a name that is not its own. */
function refusalOf({ method, headers }: IncomingMessage, host: string): number | undefined {
  if (method !== 'GET' && method !== 'HEAD') return 405
  const { host: asked = '', origin } = headers
  if (!isOwnName(asked, host)) return 421
  return origin === undefined || origin === `http://${asked}` ? undefined : 403
}

/** Any name can be made to lead here by whoever it belongs to, and a page that was loaded by it would then be this server's own; an address cannot. */
function isOwnName(asked: string, host: string): boolean {
  const name = asked.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1')
  return name === 'localhost' || name === host || isIP(name) !== 0
}
