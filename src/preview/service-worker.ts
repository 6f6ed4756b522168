/*
 * Keeps the page for when there is no network. The page itself is asked for anew whenever there is one, so that a new version is seen at the first
 * visit; all that it loads has its content in its name, and comes from what is kept. An old version that is still open in another window finds
 * its files, too: those of the version before stay until the next.
 */

/** What a service worker has that a page has not; TypeScript's own types of it cannot stand beside those of pages. */
declare const self: {
  readonly registration: { readonly scope: string }
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(kind: 'install' | 'activate', hear: (event: { waitUntil(work: Promise<void>): void }) => void): void
  addEventListener(
    kind: 'fetch',
    hear: (event: { readonly request: Request; respondWith(response: Promise<Response>): void }) => void,
  ): void
}

export {}

/** Every file of this version and its digest; written here when the page is built. */
declare const FILES: Readonly<Record<string, string>>
declare const VERSION: string

/** Of this copy of the page: there may be others in other folders of the host. */
const OURS = `pegsmith ${self.registration.scope} `
const cacheName = OURS + VERSION

self.addEventListener('install', (event) => {
  event.waitUntil(keep())
  void self.skipWaiting()
})

/** A file that was exchanged on the host meanwhile is of another version, and fails by its digest: a version is kept whole or not at all. */
async function keep(): Promise<void> {
  const requests = Object.entries(FILES).map(([path, integrity]) => new Request(path, { integrity, cache: 'no-cache' }))
  const cache = await caches.open(cacheName)
  await cache.addAll(requests).catch(async (error: unknown) => {
    await caches.delete(cacheName)
    throw error
  })
}

self.addEventListener('activate', (event) => event.waitUntil(tidy().then(() => self.clients.claim())))

/** Drops what is older than the version before. */
async function tidy(): Promise<void> {
  const older = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== cacheName)
  await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)))
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET') return
  if (request.mode !== 'navigate') event.respondWith(file(request))
  else if (isPage(request.url)) event.respondWith(page(request))
})

/** Other pages in the same folder are none of ours. */
const isPage = (address: string) =>
  ['./', './index.html'].some((path) => new URL(path, self.registration.scope).pathname === new URL(address).pathname)

async function page(request: Request): Promise<Response> {
  const fresh = await fetch(request, { cache: 'no-cache' }).catch(() => Response.error())
  // A response of type error has status 0.
  if (fresh.status > 0 && fresh.status < 500) return fresh
  return (await (await caches.open(cacheName)).match('./')) ?? fresh
}

const file = async (request: Request): Promise<Response> =>
  (await caches.match(request, { ignoreVary: true })) ?? fetch(request)
