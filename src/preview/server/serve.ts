import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, isIP } from 'node:net'
import { changes, parts } from './design-routes.ts'
import type { DesignFile } from './design-file.ts'
import { readSite, withDesignFile } from './site.ts'

/** A server that is up. */
export interface Serving {
  /** Where the page is, ending in a slash. */
  readonly address: string
  /** Ends it, and every connection that is open. */
  readonly stop: () => Promise<void>
}

/** What answers requests at a path, by their methods. */
export type Route = Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>>

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
 * @param file A design that the page shows besides those of the catalogue.
 * @throws {Error} if the port or the host cannot be had, with the system's code.
 */
export async function serve(
  folder: string,
  { host, port }: { host: string; port: number },
  file?: DesignFile,
): Promise<Serving> {
  const routes = siteRoutes(folder, file)
  if (file) routes.set('/changes', changes(file)).set('/parts', parts(file))
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value)
    const route = routes.get(request.url!.replace(/[?#].*$/s, ''))
    const handle = route?.[request.method!]
    const refusal = refusalOf(request, host) ?? (!route ? 404 : !handle ? 405 : undefined)
    if (refusal) response.writeHead(refusal).end()
    else handle!(request, response)
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

function siteRoutes(folder: string, file: DesignFile | undefined): Map<string, Route> {
  const routes = new Map<string, Route>()
  for (const [path, { bytes, mediaType }] of file ? withDesignFile(readSite(folder), file.name) : readSite(folder)) {
    const headers = {
      'content-type': mediaType,
      'content-length': bytes.length,
      // The names of these files tell what is in them.
      'cache-control': path.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-store',
    }
    routes.set(path, {
      GET: (_, response) => response.writeHead(200, headers).end(bytes),
      HEAD: (_, response) => response.writeHead(200, headers).end(),
    })
  }
  return routes
}

/** The status by which a request is refused whatever it asks: another site's page makes it, or it reached this server by a name that is not its own. */
function refusalOf({ headers }: IncomingMessage, host: string): number | undefined {
  const { host: asked = '', origin } = headers
  if (!isOwnName(asked, host)) return 421
  return origin === undefined || origin === `http://${asked}` ? undefined : 403
}

/** Any name can be made to lead here by whoever it belongs to, and a page that was loaded by it would then be this server's own; an address cannot. */
function isOwnName(asked: string, host: string): boolean {
  const name = asked.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1')
  return name === 'localhost' || name === host || isIP(name) !== 0
}
