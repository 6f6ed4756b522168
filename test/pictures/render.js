/**
 * Draws STL files with three.js in headless Chromium.
 *
 *   node test/pictures/render.js picture.png front,above part.stl [board.stl:#c9a26b] …
 *
 * A view is a name from `views`, or several joined by commas for a picture of each side by side; or x/y/z, the direction to look from.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { chromiumPath } from '../support/chromium.js'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Directions to look from, in the hung pose: the room is at −y, up is z. */
export const views = {
  front: [0, -1, 0.12],
  right: [1, -0.05, 0.1],
  left: [-1, -0.05, 0.1],
  back: [0, 1, 0.15],
  top: [0, -0.15, 1],
  bottom: [0.1, -0.3, -1],
  home: [0.75, -1, 0.6],
  below: [-0.7, -1, -0.5],
  behind: [0.8, 1, 0.55],
}

/** Opens a browser that draws; `draw` returns a PNG. Close it at the end. */
export async function openStudio() {
  const types = { '.js': 'text/javascript', '.stl': 'application/octet-stream', '.html': 'text/html' }
  const page = `<!doctype html><style>body{margin:0}</style><script type="importmap">{"imports":{"three":"/node_modules/three/build/three.module.js","three/addons/":"/node_modules/three/examples/jsm/"}}</script><script type="module" src="/test/pictures/scene.js"></script>`
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname)
    try {
      const body = path === '/' ? page : await readFile(path.startsWith('/file/') ? path.slice(5) : join(root, path))
      response
        .writeHead(200, { 'content-type': path === '/' ? 'text/html' : (types[extname(path)] ?? 'text/plain') })
        .end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready))
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking'],
  })
  const tab = await browser.newPage({ viewport: { width: 1600, height: 1200 } })
  tab.on('pageerror', (error) => console.error(String(error)))
  await tab.goto(`http://127.0.0.1:${server.address().port}/`)
  await tab.waitForFunction('window.draw')
  return {
    /** @param {{ items: { file: string, color: string, opacity?: number, framed?: boolean }[], view?: string | number[], width?: number, height?: number, zoom?: number }} scene */
    async draw({ items, view = 'home', width = 640, height = 520, ...options }) {
      const urls = items.map(({ file, ...item }) => ({ ...item, url: `/file${resolve(file)}` }))
      await tab.evaluate((scene) => window.draw(scene), {
        items: urls,
        view: views[view] ?? view,
        width,
        height,
        ...options,
      })
      return tab.locator('canvas').screenshot()
    },
    async close() {
      await browser.close()
      server.close()
    },
    /** Several pictures beside each other, as one PNG. */
    async strip(pictures) {
      const images = pictures.map(
        (png) => `<img style="height:520px" src="data:image/png;base64,${png.toString('base64')}">`,
      )
      const sheet = await browser.newPage({
        viewport: { width: 640 * Math.min(3, pictures.length), height: 520 * Math.ceil(pictures.length / 3) },
      })
      await sheet.setContent(`<style>body{margin:0;display:flex;flex-wrap:wrap}</style>${images.join('')}`)
      const png = await sheet.screenshot()
      await sheet.close()
      return png
    },
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [target, sides, ...files] = process.argv.slice(2)
  const colours = ['#e8743b', '#c9a26b', '#4f7cac', '#8aa66b', '#b5b5b5']
  const items = files.map((file, i) => {
    const [path, color = colours[i % colours.length], opacity = '1'] = file.split(':')
    return { file: path, color, opacity: Number(opacity) }
  })
  const studio = await openStudio()
  try {
    const pictures = []
    for (const side of sides.split(',')) {
      const view = side.includes('/') ? side.split('/').map(Number) : side
      pictures.push(await studio.draw({ items, view }))
    }
    await writeFile(target, pictures.length === 1 ? pictures[0] : await studio.strip(pictures))
  } finally {
    await studio.close()
  }
}
