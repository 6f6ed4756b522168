import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { inBrowser, settled, withoutGraphics } from './browser.ts'

const { visit } = inBrowser()

/** What axe finds wrong on the page as it is now. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(() => {
    const { axe } = window as never as { axe: { run: (options: object) => Promise<axe.AxeResults> } }
    return axe.run({ rules: { 'target-size': { enabled: true } } })
  })
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join()}: ${failureSummary}`),
  )
}

/** Ways in which the page can be, as a person gets it there. */
const states: Record<string, (page: Page) => Promise<unknown>> = {
  'a refused value': async (page) => {
    await page.getByRole('textbox', { name: 'Columns' }).fill('99')
    await settled(page)
  },
  'a search without a result': (page) => page.getByRole('searchbox').fill('zebra'),
  'a search with results': (page) => page.getByRole('searchbox').fill('h'),
  'the printer being chosen': (page) => page.getByRole('button', { name: 'Printer…' }).click(),
  'a part that is too large': async (page) => {
    await page.getByRole('combobox', { name: 'Printer' }).selectOption('Voron V0')
    await page.getByRole('textbox', { name: 'Columns' }).fill('12')
    await page.locator('.messages .warning').waitFor()
  },
}

describe('axe finds nothing wrong', () => {
  test.each([
    ['in light', {}],
    ['in dark', { colorScheme: 'dark' as const }],
    ['on a phone', { viewport: { width: 360, height: 740 }, hasTouch: true }],
  ])('%s, from state to state', async (_, options) => {
    const { page } = await visit('#/blank', options)
    expect(await violations(page)).toEqual([])
    for (const [state, reach] of Object.entries(states)) {
      await reach(page)
      expect(await violations(page), state).toEqual([])
    }
  })

  test('in a link that is refused', async () => {
    const { page } = await visit('#/batery-holder?colums=4')
    expect(await violations(page)).toEqual([])
  })

  test('while the first part is being made', async () => {
    const { page } = await visit('#/blank')
    await page.route('**/*.wasm', () => {})
    await page.reload()
    await page.getByRole('heading').waitFor()
    expect(await page.locator('html').getAttribute('data-state')).toBe('working')
    expect(await violations(page)).toEqual([])
  })

  describe('without WebGL', () => {
    const { visit } = inBrowser({ graphics: withoutGraphics })
    test('either', async () => {
      const { page } = await visit('#/blank')
      await page.getByText('WebGL is missing').waitFor()
      expect(await violations(page)).toEqual([])
    })
  })
})

/** How far what is seen was moved without anybody asking for it, as Lighthouse reckons it. */
const layoutShift = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const told = (entries: PerformanceEntryList) =>
          resolve((entries as (PerformanceEntry & { value: number })[]).reduce((sum, { value }) => sum + value, 0))
        new PerformanceObserver((list) => told(list.getEntries())).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => told([]), 200)
      }),
  )

describe('nothing is moved', () => {
  test.each([
    [1280, 800],
    [360, 740],
  ])(
    'while the page loads and a slider is dragged through what fits and what does not, at %d × %d',
    async (width, height) => {
      const { page } = await visit('#/blank', { viewport: { width, height } })
      await page.locator('nav img').last().waitFor()
      const slider = page.getByLabel('Columns, slider')
      await slider.scrollIntoViewIfNeeded()
      const { x, y, width: length, height: thick } = (await slider.boundingBox())!
      await page.mouse.move(x + length * 0.1, y + thick / 2)
      await page.mouse.down()
      for (let part = 0.2; part < 1; part += 0.1) {
        await page.mouse.move(x + length * part, y + thick / 2)
        await page.waitForTimeout(80)
      }
      await settled(page)
      await page.mouse.up()
      await page.locator('.messages .warning').waitFor()
      expect(await layoutShift(page)).toBeLessThan(0.01)
    },
  )
})

test('all that the first part needs is asked for by the page itself, not by one file after the other', async () => {
  const { page } = await visit('#/blank')
  const loaded: string[] = []
  page.context().on('request', (request) => loaded.push(request.url()))
  await page.reload()
  await page.waitForFunction(() => performance.getEntriesByName('pegsmith-part-drawn').length > 0)
  const html = await page.evaluate(() => fetch('./').then((response) => response.text()))
  const needed = loaded.map((url) => url.split('/').pop()!).filter((name) => /\.(js|wasm|css)$/.test(name))
  expect(needed.filter((name) => !html.includes(name))).toEqual([])
  expect(needed.some((name) => name.endsWith('.wasm'))).toBe(true)
})

describe('the page fits', () => {
  const wider = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  /** Figures that are cut off. */
  const cut = (page: Page) =>
    page
      .locator('.facts dd, .facts dt')
      .evaluateAll((all) =>
        all.filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.textContent),
      )

  test.each([
    ['a phone', 360, 740, 1],
    ['a tablet', 834, 1100, 1],
    ['a phone with text twice as large', 360, 740, 2],
    ['a screen with text twice as large', 1280, 800, 2],
    ['4k', 3840, 2160, 1],
  ])('%s', async (_, width, height, textSize) => {
    const { page } = await visit('#/blank?columns=9&rows=9', { viewport: { width, height } })
    await page.evaluate((size) => document.documentElement.style.setProperty('font-size', `${15 * size}px`), textSize)
    expect(await wider(page)).toBeLessThanOrEqual(0)
    expect(await cut(page)).toEqual([])
    for (const button of await page.getByRole('button').all()) {
      await button.scrollIntoViewIfNeeded()
      const { x, width: wide } = (await button.boundingBox())!
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x + wide).toBeLessThanOrEqual(width)
    }
    const stage = (await page.locator('.stage').boundingBox())!
    expect(stage.height).toBeGreaterThan(height / 4)
  })
})

test('a finger on the part turns it, one beside it scrolls the page', async () => {
  const { page } = await visit('#/blank', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
  await page.waitForFunction(() => performance.getEntriesByName('pegsmith-part-drawn').length > 0)
  const client = await page.context().newCDPSession(page)
  const swipe = async (element: string, xDistance: number, yDistance: number) => {
    const { x, y, width } = (await page.locator(element).boundingBox())!
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', part?: number) => {
      const touchPoints =
        part === undefined ? [] : [{ x: x + width / 2 + part * xDistance, y: y + 40 + part * yDistance }]
      return client.send('Input.dispatchTouchEvent', { type, touchPoints })
    }
    await touch('touchStart', 0)
    for (let step = 1; step <= 8; step++) await touch('touchMove', step / 8)
    await touch('touchEnd')
  }
  const before = await page.locator('canvas').screenshot()
  await swipe('canvas', 80, -30)
  expect(await page.evaluate(() => scrollY)).toBe(0)
  await expect.poll(async () => (await page.locator('canvas').screenshot()).equals(before)).toBe(false)
  await swipe('.facts', 0, -200)
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100)
})

test('whoever asks for less motion has none', async () => {
  const { page } = await visit('#/blank', { reducedMotion: 'reduce' })
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((each) => getComputedStyle(each).transitionDuration !== '0s')
      .map((each) => each.className),
  )
  expect(moving).toEqual([])
})
