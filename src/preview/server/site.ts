import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

/** A file of the site, as it is served. */
export interface SiteFile {
  readonly bytes: Uint8Array
  readonly mediaType: string
}

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.md': 'text/plain; charset=utf-8',
}

/**
 * Reads the whole site, by the paths that its files are served at. Only what is found here is ever served: no request is looked up in the file system.
 *
 * @throws {Error} if it is not there, or has a file of a kind that no type is known for.
 */
export function readSite(folder: string): ReadonlyMap<string, SiteFile> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
  const site = new Map(
    files.map(({ name, parentPath }) => {
      const path = join(parentPath, name)
      const mediaType = mediaTypes[extname(name)]
      if (mediaType === undefined) throw new Error(`no media type is known for ${path}`)
      return [path.slice(folder.length).replaceAll('\\', '/'), { bytes: readFileSync(path), mediaType }]
    }),
  )
  const index = site.get('/index.html')
  if (!index) throw new Error(`${folder} has no index.html`)
  return site.set('/', index)
}

/** The site, its page told that it is served for a design file. */
export function withDesignFile(site: ReadonlyMap<string, SiteFile>, design: string): ReadonlyMap<string, SiteFile> {
  const { bytes, mediaType } = site.get('/')!
  const escaped = design.replace(/[&"<]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  const html = new TextDecoder()
    .decode(bytes)
    .replace('<head>', () => `<head><meta name="design-file" content="${escaped}">`)
  const page = { bytes: new TextEncoder().encode(html), mediaType }
  return new Map([...site, ['/', page], ['/index.html', page]])
}
