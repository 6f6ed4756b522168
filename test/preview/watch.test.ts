import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { emptyFolder, pegsmith, shell } from '../support/pegsmith.ts'
import { control, download, facts, hashOf, launch, settled, startPreviewIn, type, withGraphics } from './browser.ts'

let browser: Browser
let page: Page
const folder = emptyFolder()

const save = (name: string, text: string) => writeFileSync(join(folder, name), text)

/** A block in TypeScript, whose depth stands in the text, or in whatever the text says. */
const block = (depth: string | number, width = 'width') => `import { primitives } from '@jscad/modeling'
import { rounded } from './lib/rounded'
interface Given { ${width}: number; high: number }
export const main = ({ ${width}, high }: Given) =>
  primitives.cuboid({ size: [${width}, rounded(${depth}), high] })
export const getParameterDefinitions = () => [
  { name: '${width}', type: 'int', initial: 20, min: 5, max: 60 },
  { name: 'high', type: 'number', initial: 10, min: 1, max: 40 },
]
`

/** A block that is 20 deep, in an unchanged address. */
function mend(): void {
  rmSync(join(folder, 'lib'), { recursive: true, force: true })
  mkdirSync(join(folder, 'lib'))
  save('lib/rounded.js', 'exports.rounded = (length) => Math.round(length)')
  save('block.ts', block(20))
}

let preview: Awaited<ReturnType<typeof startPreviewIn>>
beforeAll(async () => {
  mend()
  ;[preview, browser] = await Promise.all([
    startPreviewIn(folder, './block.ts', '--width', '30'),
    launch(...withGraphics),
  ])
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 0.5 })
  await page.goto(preview.address)
  expect(await settled(page)).toBe('ready')
})
beforeEach(async () => {
  await page.evaluate((hash) => void (location.hash = hash), new URL(preview.address).hash)
  // Another part first, so that it is seen when this one is there.
  mend()
  save('block.ts', block(50))
  await depth(50)
  mend()
  await page.locator('.facts', { hasText: '30.0 × 20.0 × 10.0 mm' }).waitFor()
})
afterAll(async () => {
  await browser?.close()
  await preview?.stop()
})

/** Waits until the page tells of a part of this depth. */
const depth = (millimetres: number) =>
  page.locator('.facts', { hasText: `× ${millimetres}.0 ×` }).waitFor({ timeout: 5000 })

/** Waits until the page tells of a fault, the last good part still in view. */
async function fault(words: string | RegExp): Promise<void> {
  await page.locator('.fault', { hasText: words }).waitFor({ timeout: 5000 })
  expect(await page.locator('html').getAttribute('data-state')).toBe('error')
  expect(await facts(page)).toMatch(/\d × \d/)
}

describe('the design in a file', () => {
  test('has its parameters from the command line, and its part is the one that generate writes', async () => {
    expect(hashOf(page)).toBe('#/block?width=30')
    expect(await page.getByRole('navigation').getByRole('link').first().innerText()).toBe('Block')
    await type(page, 'high', '12.5')
    const { name, bytes } = await download(page, 'Download STL')
    expect(name).toBe('block.stl')
    const options = ['--width', '30', '--high', '12.5', '-o', 'part.stl']
    expect(await pegsmith(['generate', 'block.ts', ...options], folder)).toMatchObject({ code: 0 })
    expect(bytes.equals(readFileSync(join(folder, 'part.stl')))).toBe(true)

    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Copy command' }).click()
    await page.getByText('Copied').waitFor()
    const command = await page.evaluate(() => navigator.clipboard.readText())
    expect(command).toBe('pegsmith generate ./block.ts --width 30 --high 12.5')
    expect(await shell(`${command} -o again.stl`, folder)).toMatchObject({ code: 0 })
    expect(bytes.equals(readFileSync(join(folder, 'again.stl')))).toBe(true)
  })

  test('stands beside those of the catalogue, which the browser makes itself', async () => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.postData() ?? ''))
    await page.getByRole('link', { name: 'Blank' }).click()
    await page.locator('h1', { hasText: 'Blank' }).waitFor()
    await type(page, 'columns', '4')
    expect(await settled(page)).toBe('ready')
    expect(asked.join()).not.toContain('"blank"')
    await page.getByRole('link', { name: 'Block' }).click()
    await depth(20)
    expect(asked.join()).toContain('"block"')
  })

  test('refuses values beside their controls', async () => {
    await type(page, 'width', '99')
    await page.getByText('Width 99 is too large: from 5 to 60').waitFor()
    expect(await control(page, 'width').getAttribute('aria-invalid')).toBe('true')
  })
})

describe('a change of its files', () => {
  test('is on the screen within a second, seen from where one looked, with the values that were set', async () => {
    const drawing = () => page.locator('canvas').screenshot()
    const fromHome = await drawing()
    await page.mouse.move(800, 300)
    await page.mouse.wheel(0, 600)
    await page.waitForTimeout(400)
    const before = await drawing()
    expect(before.equals(fromHome)).toBe(false)
    const times: number[] = []
    for (const each of [25, 26, 27, 28, 29]) {
      save('block.ts', block(each))
      const begun = performance.now()
      await depth(each)
      times.push(performance.now() - begun)
    }
    // The quickest, for other tests run meanwhile.
    expect(Math.min(...times)).toBeLessThan(1000)
    expect(await control(page, 'width').inputValue()).toBe('30')
    await page.waitForTimeout(200)
    expect((await drawing()).equals(before)).toBe(false)
    save('block.ts', block(20))
    await depth(20)
    await page.waitForTimeout(200)
    expect((await drawing()).equals(before)).toBe(true)
  })

  test('counts however it is saved: put in its place, in a file that it requires, gone and back, folder and all', async () => {
    save('.block.ts.swp', block(31))
    renameSync(join(folder, '.block.ts.swp'), join(folder, 'block.ts'))
    await depth(31)
    save('lib/rounded.js', 'exports.rounded = (length) => length + 1')
    await depth(32)
    rmSync(join(folder, 'block.ts'))
    await fault('block.ts: no such file')
    save('block.ts', block(33))
    await depth(34)
    rmSync(join(folder, 'lib'), { recursive: true })
    await fault('lib/rounded: no such file')
    mkdirSync(join(folder, 'lib'))
    save('lib/rounded.ts', 'export const rounded = (length: number) => length + 2')
    await depth(35)
    for (const each of [36, 37, 38]) save('block.ts', block(each))
    await depth(40)
  })

  test('brings its controls; a value whose parameter is gone is dropped, and told', async () => {
    await type(page, 'high', '8')
    save('block.ts', block(20, 'breadth'))
    await page.getByText('width is no parameter any more.').waitFor()
    await page.locator('html[data-state=ready]').waitFor({ state: 'attached' })
    expect(await control(page, 'width').count()).toBe(0)
    expect(await control(page, 'breadth').inputValue()).toBe('20')
    expect(hashOf(page)).toBe('#/block?high=8')
  })

  test.each([
    ['is no TypeScript', 'const = 3', /block\.ts:1: /],
    ['throws while it is read', '\nnothing.here()', 'block.ts:2: nothing is not defined'],
    ['throws while it draws', `${block(20)}`.replace('high]', 'high.no.such]'), 'block.ts:5: Cannot read properties'],
    ['exports no main', 'export const size = 3', 'block.ts: is no JSCAD design'],
    ['ends its process', 'process.exit(3)', 'block.ts:1: the design ended its process with 3'],
    ['has an option of pegsmith for a parameter', block(20, 'output'), 'its parameter output is an option of pegsmith'],
  ])('that %s is told with its place, and the page goes on when it is mended', async (_, text, words) => {
    save('block.ts', text)
    await fault(words)
    save('block.ts', block(21))
    await depth(21)
    expect(await page.locator('.fault').count()).toBe(0)
  })

  test('that refuses a value which was set says so, and nothing of the fault before', async () => {
    save('block.ts', 'throw new Error("not yet")')
    await fault('block.ts:1: not yet')
    save('block.ts', block(20).replace('max: 60', 'max: 25'))
    await page.getByText('Width 30 is too large: from 5 to 25').waitFor()
    expect(await page.locator('.fault').count()).toBe(0)
    expect(await facts(page)).toContain('30.0 × 20.0 × 10.0 mm')
  })

  test('whose fault is told after another design was in view does not pass that one off as its own', async () => {
    save('block.ts', 'throw new Error("not yet")')
    await fault('block.ts:1: not yet')
    await page.getByRole('link', { name: 'Blank' }).click()
    await page.locator('html[data-state=ready]').waitFor({ state: 'attached' })
    await page.goBack()
    await page.locator('.fault', { hasText: 'block.ts:1: not yet' }).waitFor({ timeout: 5000 })
    await page.getByRole('button', { name: 'Download STL', disabled: true }).waitFor({ timeout: 5000 })
    expect(await facts(page)).not.toMatch(/\d mm/)
    save('block.ts', block(21))
    await depth(21)
  })

  test('that never comes to an end holds up no other', async () => {
    save('block.ts', `${block(20).replace('primitives.cuboid', 'forever')}\nfunction forever() { for (;;); }`)
    await page.waitForFunction(() => document.documentElement.dataset.state === 'working')
    await page.waitForTimeout(500)
    expect(await page.locator('html').getAttribute('data-state')).toBe('working')
    save('block.ts', block(22))
    await depth(22)
  })
})
