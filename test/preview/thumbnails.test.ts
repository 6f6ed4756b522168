import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JSHandle } from 'playwright-core'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { createServer } from 'vite'
import { makePart, resolveParameters } from '#design'
import { type Mesh, startKernel } from '#solid'
import { catalogue } from '../../designs/index.ts'
import { THUMBNAIL } from '../../src/preview/page/thumbnail-size.ts'
import type { PartScene } from '../../src/preview/scene/scene.ts'
import { drawable } from '../../src/preview/worker/drawable.ts'
import { launch, withGraphics } from './browser.ts'

/*
 * The catalogue's pictures on the page. `npm run thumbnails` draws them anew, by the page's own scene and all by one renderer, and notes which
 * parts they show; the page is then built without a browser.
 */

const folder = join(import.meta.dirname, '../../src/preview/thumbnails')
const noted = join(folder, 'parts.json')

beforeAll(() => startKernel())

const meshes = (): [string, Mesh][] =>
  catalogue.map((design) => [
    design.name,
    makePart(design, resolveParameters(design, {}), { orientation: 'hung' }).mesh,
  ])

/** Tells parts apart by their shape. */
const digest = ({ points, triangles }: Mesh) =>
  createHash('sha256').update(points).update(triangles).digest('hex').slice(0, 16)

test.runIf(process.env.THUMBNAILS)('are drawn', async () => {
  const draw = await openStudio()
  const drawn: Record<string, string> = {}
  for (const [name, mesh] of meshes()) {
    writeFileSync(join(folder, `${name}.webp`), await draw(mesh))
    drawn[name] = digest(mesh)
  }
  writeFileSync(noted, `${JSON.stringify(drawn, null, 2)}\n`)
})

/** The page's scene alone on a page, with nothing behind it. */
async function openStudio(): Promise<(mesh: Mesh) => Promise<Buffer>> {
  const server = await createServer({
    configFile: false,
    root: join(import.meta.dirname, '../..'),
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true },
  })
  onTestFinished(() => server.close())
  await server.listen(0)
  const browser = await launch(...withGraphics)
  onTestFinished(() => browser.close())
  // Twice as large again as the files: what is made smaller has smooth edges.
  const page = await browser.newPage({ deviceScaleFactor: 8 })
  await page.route('**/studio', (route) => route.fulfill({ contentType: 'text/html', body: '<canvas></canvas>' }))
  await page.goto(`${server.resolvedUrls!.local[0]}studio`)
  await page.addStyleTag({ path: join(folder, '../style.css') })
  await page.addStyleTag({
    content: `:root { background: none !important } canvas { width: ${THUMBNAIL.width}px; height: ${THUMBNAIL.height}px }`,
  })
  // As text, for the import is the browser's and not the test's.
  const scene: JSHandle<PartScene> = await page.evaluateHandle(
    `import('/src/preview/scene/scene.ts').then(({ openScene }) => openScene(document.querySelector('canvas'), document.createElement('div'), () => {}))`,
  )

  return async (mesh) => {
    const { positions, normals, creases } = drawable(mesh)
    const numbers = { positions: [...positions], normals: [...normals], creases: [...creases] }
    await scene.evaluate((scene, { positions, normals, creases }) => {
      const part = {
        positions: new Float32Array(positions),
        normals: new Float32Array(normals),
        creases: new Float32Array(creases),
      }
      performance.clearMarks()
      scene.show(part, undefined)
      scene.look('home', false)
    }, numbers)
    await page.waitForFunction(() => performance.getEntriesByName('pegsmith-part-drawn').length > 0)
    const picture = await page.locator('canvas').screenshot({ omitBackground: true })
    const webp = await page.evaluate(trimmed, { png: picture.toString('base64'), ...THUMBNAIL })
    return Buffer.from(webp, 'base64')
  }
}

/** Cuts away what is empty, and makes the rest fill a thumbnail of twice the size that it is shown at. Runs in the browser. */
async function trimmed({ png, width, height }: { png: string; width: number; height: number }): Promise<string> {
  const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob())
  const whole = new OffscreenCanvas(picture.width, picture.height).getContext('2d')!
  whole.drawImage(picture, 0, 0)
  const { data } = whole.getImageData(0, 0, picture.width, picture.height)
  let [left, top, right, bottom] = [picture.width, picture.height, 0, 0]
  for (let i = 3; i < data.length; i += 4) {
    if (data[i] < 8) continue
    const [x, y] = [((i - 3) / 4) % picture.width, Math.floor((i - 3) / 4 / picture.width)]
    ;[left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x + 1), Math.max(bottom, y + 1)]
  }
  const canvas = new OffscreenCanvas(2 * width, 2 * height)
  const scale = Math.min(canvas.width / (right - left), canvas.height / (bottom - top))
  const [wide, high] = [(right - left) * scale, (bottom - top) * scale]
  const small = canvas.getContext('2d')!
  small.imageSmoothingQuality = 'high'
  const place = [(canvas.width - wide) / 2, (canvas.height - high) / 2, wide, high] as const
  small.drawImage(picture, left, top, right - left, bottom - top, ...place)
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp', quality: 0.85 })).arrayBuffer())
  return btoa(String.fromCharCode(...bytes))
}

test('each design has one, small and of today’s part; nothing else has', () => {
  expect(existsSync(noted)).toBe(true)
  const today = Object.fromEntries(meshes().map(([name, mesh]) => [name, digest(mesh)]))
  expect(JSON.parse(readFileSync(noted, 'utf8')), 'run `npm run thumbnails`').toEqual(today)
  const files = readdirSync(folder).filter((name) => name.endsWith('.webp'))
  expect(files.sort()).toEqual(catalogue.map(({ name }) => `${name}.webp`).sort())
  for (const file of files) expect(statSync(join(folder, file)).size, file).toBeLessThan(10_000)
})
