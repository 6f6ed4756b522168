import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { chromiumPath } from '../support/chromium.js'
import { emptyFolder, program } from '../support/pegsmith.ts'

/** The built program at `preview`, until it is stopped. */
export const startPreview = (...args: readonly string[]) => startPreviewIn(emptyFolder(), ...args)

/** The same in a folder. */
export async function startPreviewIn(cwd: string, ...args: readonly string[]) {
  const child = spawn(process.execPath, [program, 'preview', ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stderr = ''
  child.stderr.on('data', (text) => (stderr += String(text)))
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  const [address] = (await Promise.race([
    once(createInterface(child.stdout), 'line'),
    ended.then((code) => Promise.reject(new Error(`preview ended with ${code}: ${stderr}`))),
  ])) as [string]
  return {
    address,
    stop(signal: NodeJS.Signals = 'SIGINT') {
      child.kill(signal)
      return ended
    },
  }
}

/** Chromium, with a graphics card that is computed. */
export const launch = (...args: readonly string[]): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-background-networking', ...args],
  })

export const withGraphics = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader']
export const withoutGraphics = ['--disable-gpu', '--disable-3d-apis']

/** Waits until the page has made what it was asked for, or has said why not. */
export const settled = async (page: Page): Promise<string> => {
  await page.waitForFunction(() => document.documentElement.dataset.state !== 'working')
  return page.locator('html').getAttribute('data-state').then(String)
}

/** A page that was opened, and what it complained of. */
export interface Visit {
  readonly page: Page
  /** Errors on the console, and requests to anywhere but the server. */
  readonly complaints: readonly string[]
}

/** Starts the server and a browser once for all tests of a file. */
export function inBrowser({ graphics = withGraphics }: { readonly graphics?: readonly string[] } = {}) {
  let preview: Awaited<ReturnType<typeof startPreview>>
  let browser: Browser
  const open: Page[] = []
  beforeAll(async () => {
    ;[preview, browser] = await Promise.all([startPreview(), launch(...graphics)])
  })
  afterEach(async () => {
    await Promise.all(open.splice(0).map((page) => page.context().close()))
  })
  afterAll(async () => {
    await browser?.close()
    await preview?.stop()
  })
  return {
    address: () => preview.address,
    /** Opens a page at `#/…` and waits until it has settled. Its pixels are few, for drawing them is what takes longest. */
    async visit(hash = '', options: BrowserContextOptions = {}): Promise<Visit> {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        deviceScaleFactor: 0.5,
        ...options,
      })
      const page = await context.newPage()
      open.push(page)
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(String(error)))
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
      })
      page.on('request', (request) => {
        if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(preview.address)) {
          complaints.push(request.url())
        }
      })
      await page.goto(preview.address + hash)
      await settled(page)
      return { page, complaints }
    },
  }
}

/** The control of a parameter. */
export const control = (page: Page, name: string) => page.locator(`[name="${name}"]`)

/** Changes a parameter as a person does who types, and waits for the part. */
export async function type(page: Page, name: string, value: string): Promise<void> {
  await control(page, name).fill(value)
  await control(page, name).blur()
  await settled(page)
}

/** The bytes behind a download button. */
export async function download(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()])
  const chunks: Buffer[] = []
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer)
  return { name: file.suggestedFilename(), bytes: Buffer.concat(chunks) }
}

/** Where the page is, from the `#`. */
export const hashOf = (page: Page) => new URL(page.url()).hash

/** The numbers of the part, as the page tells them. */
export const facts = (page: Page) => page.locator('.facts').innerText()
