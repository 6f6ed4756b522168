import { createHash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { emptyFolder } from '../support/pegsmith.ts'
import { download, inBrowser, launch, settled, type, withoutGraphics } from './browser.ts'
import { host, site } from './host.ts'

const { visit } = inBrowser({ graphics: withoutGraphics })

/** Hosts that lead to this machine; the browser treats one port of them as if it had encryption. */
const NAMES = 'MAP *.example 127.0.0.1'
const FOLDER = '/tools/pegboard/'

/** A copy of the page on a host of its own, and a browser that is on its first visit to it. */
async function hosted({ encrypted }: { readonly encrypted: boolean }) {
  const files = emptyFolder()
  cpSync(site, files, { recursive: true })
  const { port, stop } = await host(FOLDER, files)
  const address = `http://host.example:${port}`
  const browser = await launch(
    ...withoutGraphics,
    `--host-resolver-rules=${NAMES}`,
    ...(encrypted ? [`--unsafely-treat-insecure-origin-as-secure=${address}`] : []),
  )
  onTestFinished(() => browser.close())
  const page = await browser.newPage({ deviceScaleFactor: 0.5 })
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(`${address}${FOLDER}#/blank`)
  expect(await settled(page)).toBe('ready')
  return { page, files, stop, complaints }
}

/** Waits until the service worker of a version has kept all that it wants. */
const kept = (page: Page, version = '') =>
  expect
    .poll(
      () =>
        page.evaluate(async () => {
          const { active, installing, waiting } = await navigator.serviceWorker.ready
          return active?.state === 'activated' && !installing && !waiting && (await caches.keys()).at(-1)
        }),
      { timeout: 20_000 },
    )
    .toContain(` ${version}`)

describe('a hosted page', () => {
  test('works without its host after the first visit', async () => {
    const { page, stop } = await hosted({ encrypted: true })
    await kept(page)
    await stop()
    await page.reload()
    expect(await settled(page)).toBe('ready')
    await type(page, 'columns', '5')
    expect((await download(page, 'Download STL')).bytes.length).toBeGreaterThan(1000)
    // What had not been loaded yet is there as well.
    await page.getByRole('link', { name: 'Goat hook' }).click()
    await page.waitForFunction(
      () => document.title.startsWith('goat') && document.documentElement.dataset.state === 'ready',
    )
    expect(
      await page.locator('nav img').evaluateAll((all: HTMLImageElement[]) => all.every((img) => img.naturalWidth > 0)),
    ).toBe(true)
  })

  test('is the new version at the next visit, and that one is kept then', async () => {
    const { page, files, stop } = await hosted({ encrypted: true })
    await kept(page)
    const visits = await page.evaluate(() => performance.timeOrigin)
    newVersion(files)
    // The old one, still open, goes on with its own files, though the host has them no more.
    await page.getByRole('link', { name: 'Outlet' }).click()
    await page.waitForFunction(
      () => document.title.startsWith('outlet') && document.documentElement.dataset.state === 'ready',
    )
    expect(await page.evaluate(() => performance.timeOrigin)).toBe(visits)
    await page.reload()
    expect(await settled(page)).toBe('ready')
    expect(await marked(page)).toBe(true)
    await kept(page, 'new')
    await stop()
    await page.reload()
    expect(await settled(page)).toBe('ready')
    expect(await marked(page)).toBe(true)
  })

  test('without encryption it is kept nowhere, and nothing is complained of', async () => {
    const { page, complaints } = await hosted({ encrypted: false })
    expect(await page.evaluate(() => isSecureContext)).toBe(false)
    expect(complaints).toEqual([])
  })
})

/** Puts another version in the place of the one on the host: its script has another name, and so the page and the list of its files are others. */
function newVersion(files: string): void {
  const old = readdirSync(join(files, 'assets')).find((name) => /^index-.*\.js$/.test(name))!
  renameSync(join(files, 'assets', old), join(files, 'assets/index-new.js'))
  const edit = (name: string, change: (text: string) => string) =>
    writeFileSync(join(files, name), change(readFileSync(join(files, name), 'utf8').replaceAll(old, 'index-new.js')))
  edit('index.html', (text) => text.replace('<html', '<html data-version="new"'))
  for (const name of readdirSync(join(files, 'assets')))
    if (name.endsWith('.js')) edit(`assets/${name}`, (text) => text)
  const digest = (path: string) =>
    createHash('sha256')
      .update(readFileSync(join(files, path === './' ? 'index.html' : path)))
      .digest('base64')
  edit('service-worker.js', (text) =>
    text
      .replace(/"([^"]+)":"sha256-[^"]+"/g, (_, path: string) => `"${path}":"sha256-${digest(path)}"`)
      .replace('VERSION = "', 'VERSION = "new'),
  )
}

const marked = (page: Page) => page.evaluate(() => 'version' in document.documentElement.dataset)

test('a page that one’s own machine serves leaves nothing in the browser that would meet the next server on that port', async () => {
  const { page } = await visit('#/blank')
  await page.waitForTimeout(300)
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
})
