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

describe('a browser without WebGL', () => {
  const { visit } = inBrowser({ graphics: withoutGraphics })

  test('is told so, and downloads work all the same', async () => {
    const { page } = await visit('#/blank')
    expect(await settled(page)).toBe('ready')
    await page.getByText('WebGL is missing or switched off').waitFor()
    expect((await download(page, 'Download STL')).bytes.length).toBeGreaterThan(1000)
  })
})
