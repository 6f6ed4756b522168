import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { control, inBrowser, settled, type, withoutGraphics } from './browser.ts'

const { visit } = inBrowser()

/** What axe finds wrong on the page as it is now, by all its rules or by some. */
async function violations(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found = await page.evaluate((rules) => {
    const { axe } = window as never as { axe: { run: (options: object) => Promise<axe.AxeResults> } }
    return axe.run(rules ? { runOnly: rules } : { rules: { 'target-size': { enabled: true } } })
  }, rules)
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join()}: ${failureSummary}`),
  )
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** Ways in which the page can be, as a person gets from one to the next. */
const states: Record<string, (page: Page) => Promise<unknown>> = {
  'a refused value': async (page) => {
    await control(page, 'columns').fill('99')
    await page.locator('.field .wrong p').waitFor()
  },
  'a value taken back, in inches': async (page) => {
    await page.getByRole('button', { name: 'Take' }).click()
    await press(page, 'Undo')
    await press(page, 'in, inches')
  },
  'a search without a result': (page) => page.getByRole('searchbox').fill('zebra'),
  'a search with results': (page) => page.getByRole('searchbox').fill('h'),
  // A button that is scrolled half under the picture is not one that is too small.
  'the printer being chosen': async (page) => {
    await press(page, 'Printer…')
    await page.locator('.bar').evaluate((bar) => bar.scrollIntoView({ block: 'end' }))
  },
  'a part that is too large, cut open and measured': async (page) => {
    await page.getByRole('combobox', { name: 'Printer' }).selectOption('Voron V0')
    await page.keyboard.press('Escape')
    await type(page, 'columns', '12')
    await page.locator('.messages .warning').waitFor()
    await press(page, 'Section')
    await press(page, 'Size')
  },
  // What is told of the part must not lie over the button.
  'a part on its way into the holes, as a wireframe': async (page) => {
    await press(page, 'Hang it')
    await page.getByLabel('On its way into the holes').waitFor()
    await press(page, 'Wireframe')
  },
  'on the bed': (page) => press(page, 'On the bed'),
  'another design, with presets': async (page) => {
    await page.evaluate(() => (location.hash = '#/battery-holder?columns=3'))
    await page.getByRole('heading', { name: 'Battery holder', level: 1 }).waitFor()
    await page.getByRole('group', { name: 'Presets' }).getByRole('button').first().click()
    await settled(page)
  },
  'a design that does not exist': async (page) => {
    await page.evaluate(() => (location.hash = '#/batery-holder?colums=4'))
    await page.getByRole('heading', { name: 'There is no such design' }).waitFor()
  },
}

async function everywhere(page: Page, look: (state: string) => Promise<void>): Promise<void> {
  await look('as it opens')
  for (const [state, reach] of Object.entries(states)) {
    await reach(page)
    await look(state)
  }
}

describe('axe finds nothing wrong', () => {
  test('from state to state, in light and in dark', async () => {
    // Without motion no colour is on its way from light to dark.
    const { page } = await visit('#/blank', { reducedMotion: 'reduce' })
    await everywhere(page, async (state) => {
      expect(await violations(page), state).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await violations(page, ['color-contrast']), `${state}, in dark`).toEqual([])
      await page.emulateMedia({ colorScheme: 'light' })
    })
  })

  test('from state to state, on a phone, where other things are small, hidden or scrolled', async () => {
    const { page } = await visit('#/blank', { viewport: { width: 360, height: 740 }, hasTouch: true })
    const rules = ['target-size', 'color-contrast', 'scrollable-region-focusable']
    await everywhere(page, async (state) => expect(await violations(page, rules), state).toEqual([]))
  })

  test('while the first part is being made', async () => {
    const { page } = await visit('#/blank')
    await page.route('**/*.wasm', () => {})
    await page.reload()
    await page.getByRole('heading', { level: 1 }).waitFor()
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

  /** Buttons that do not lie wholly on the page, but for the half of a pixel that is lost in rounding. */
  const beyond = (page: Page) =>
    page.getByRole('button').evaluateAll((all) =>
      all
        .filter((each) => {
          const { left, right } = each.getBoundingClientRect()
          return left < 0 || right > innerWidth + 0.5
        })
        .map((each) => each.textContent),
    )

  test('on a phone, a tablet and 4k, and with text twice as large', async () => {
    const { page } = await visit('#/blank?columns=9&rows=9')
    for (const [width, height, textSize] of [
      [360, 740, 1],
      [834, 1100, 1],
      [360, 740, 2],
      [1280, 800, 2],
      [3840, 2160, 1],
    ] as const) {
      const name = `${width} × ${height}, text × ${textSize}`
      await page.setViewportSize({ width, height })
      await page.evaluate((size) => document.documentElement.style.setProperty('font-size', `${15 * size}px`), textSize)
      expect(await wider(page), name).toBeLessThanOrEqual(0)
      expect(await cut(page), name).toEqual([])
      expect(await beyond(page), name).toEqual([])
      const room = (await page.locator('.room').boundingBox())!
      expect(room.height, name).toBeGreaterThanOrEqual(0.45 * height)
    }
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
