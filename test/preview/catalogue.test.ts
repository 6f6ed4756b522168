import { describe, expect, test } from 'vitest'
import { catalogue } from '../../designs/index.ts'
import { spoken } from '../../src/preview/page/words.ts'
import { inBrowser, settled, withoutGraphics } from './browser.ts'

const { visit } = inBrowser({ graphics: withoutGraphics })

const names = catalogue.map(({ name }) => spoken(name))

describe('the catalogue', () => {
  test('shows every design with its picture, and which one is in view', async () => {
    const { page } = await visit('#/outlet')
    const links = page.getByRole('navigation', { name: 'Designs' }).getByRole('link')
    expect(await links.allInnerTexts()).toEqual(names)
    await page.waitForFunction(() =>
      [...document.querySelectorAll('nav img')].every((img) => (img as HTMLImageElement).complete),
    )
    expect(
      await links.locator('img').evaluateAll((all: HTMLImageElement[]) => all.map((img) => img.naturalWidth)),
    ).toEqual(names.map(() => 120))
    expect(await page.locator('[aria-current]').innerText()).toBe('Outlet')
  })

  test('is seen whole at 1280, with the one in view on a phone', async () => {
    const { page } = await visit('#/fit-gauge')
    const strip = page.getByRole('navigation')
    expect(await strip.evaluate((nav) => nav.scrollWidth - nav.clientWidth)).toBe(0)
    await page.setViewportSize({ width: 360, height: 740 })
    await page.reload()
    await settled(page)
    const { x, width } = (await page.locator('[aria-current]').boundingBox())!
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x + width).toBeLessThan(361)
  })

  test.each([
    ['bat', ['Battery holder']],
    // Of the summary.
    ['sculpt', ['Goat hook']],
    ['HOLDER battery', ['Battery holder']],
    ['zebra', []],
  ])('searched for %s has %j', async (sought, found) => {
    const { page } = await visit('#/blank')
    await page.getByRole('searchbox', { name: 'Search designs' }).fill(sought)
    expect(await page.getByRole('navigation').getByRole('link').allInnerTexts()).toEqual(found)
    const told = found.length === 0 ? 'No design has these words' : 'One design'
    expect(await page.locator('.found').innerText()).toBe(told)
  })

  test('is used by keyboard alone', async () => {
    const { page } = await visit('#/blank')
    await page.keyboard.press('Tab')
    await page.keyboard.type('hook')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.title.startsWith('goat-hook'))
    expect(await page.getByRole('searchbox').inputValue()).toBe('')
    await settled(page)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.waitForFunction((title) => document.title.startsWith(title), catalogue.at(-3)!.name)
  })
})
