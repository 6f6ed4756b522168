import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { control, launch, settled, withGraphics } from './browser.ts'

const site = join(import.meta.dirname, '../../dist/site')
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
}

/** Any web host: it hands out files, in a folder of its own choice. */
async function host(folder: string): Promise<string> {
  const server = createServer(({ url = '' }, response) => {
    const path = url.startsWith(folder) ? url.slice(folder.length) || 'index.html' : ''
    try {
      const body = readFileSync(join(site, path))
      response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => server.closeAllConnections())
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${folder}`
}

test('the static site works in any folder of any host', async () => {
  const address = await host('/tools/pegboard/')
  const browser = await launch(...withGraphics)
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  const missing: string[] = []
  page.on('response', (response) => {
    if (response.status() !== 200) missing.push(response.url())
  })
  await page.goto(`${address}#/blank?columns=4`)
  expect(await settled(page)).toBe('ready')
  expect(await control(page, 'columns').inputValue()).toBe('4')
  expect(missing).toEqual([])
})
