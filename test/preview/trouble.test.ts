import { describe, expect, test } from 'vitest'
import { control, download, facts, inBrowser, settled, type, withoutGraphics } from './browser.ts'

describe('a worker that ends', () => {
  const { visit } = inBrowser()

  test.each([
    ['by itself', 'self.close()'],
    ['by an error', 'setTimeout(() => { throw new Error("lost") })'],
  ])('%s is started again, and the page says so', async (_, end) => {
    const { page } = await visit('#/blank')
    await page
      .workers()[0]
      .evaluate(end)
      .catch(() => {})
    await page.getByText('The kernel stopped and was started again.').waitFor()
    await type(page, 'columns', '5')
    expect(await settled(page)).toBe('ready')
    expect(await facts(page)).toContain('mm')
    expect(page.workers()).toHaveLength(1)
  })
})

describe('a worker that hangs', () => {
  const { visit } = inBrowser()

  test('is given up after a minute, and the page goes on', async () => {
    const { page } = await visit('#/blank')
    await page.clock.install()
    await page.workers()[0].evaluate('setTimeout(() => { for (;;); })')
    await control(page, 'columns').fill('5')
    await page.waitForTimeout(300)
    await page.clock.fastForward(61_000)
    await page.getByText('The kernel stopped and was started again.').waitFor()
    expect(await settled(page)).toBe('ready')
    expect(await facts(page)).toContain('126.')
  })
})

describe('a kernel that fails', () => {
  const { visit } = inBrowser()

  test('names design and parameters, offers them to copy, and serves the next wish', async () => {
    const { page } = await visit('#/blank')
    const good = await facts(page)
    await page.workers()[0].evaluate(() => {
      Math.max = () => {
        throw new Error('lost its numbers')
      }
    })
    await control(page, 'mount').selectOption('integral')
    expect(await settled(page)).toBe('error')
    const told = await page.getByRole('alert').first().innerText()
    expect(told).toContain('lost its numbers')
    expect(told).toContain('pegsmith generate blank --mount integral')
    expect(await facts(page)).toBe(good)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Copy details' }).click()
    await page.getByText('Copied').waitFor()
    const details = await page.evaluate(() => navigator.clipboard.readText())
    expect(details).toMatch(/^pegsmith \d+\.\d+\.\d+: lost its numbers\npegsmith generate blank --mount integral\n/)
    await type(page, 'columns', '4')
    expect(await settled(page)).toBe('ready')
  })
})

describe('a browser without WebGL', () => {
  const { visit } = inBrowser({ graphics: withoutGraphics })

  test('is told so, and downloads work all the same', async () => {
    const { page } = await visit('#/blank')
    expect(await settled(page)).toBe('ready')
    await page.getByText('WebGL is missing or switched off').waitFor()
    expect((await download(page, 'Download STL')).bytes.length).toBeGreaterThan(1000)
  })
})

describe('a browser without WebAssembly', () => {
  const { visit } = inBrowser()

  test('is told so', async () => {
    const { page } = await visit('#/blank?columns=3')
    await page.route('**/worker*.js', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: `delete self.WebAssembly;${await response.text()}` })
    })
    await page.reload()
    expect(await settled(page)).toBe('error')
    expect(await page.getByRole('alert').first().innerText()).toContain('this browser has no WebAssembly')
  })
})
