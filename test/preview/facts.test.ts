import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { makePart, resolveParameters } from '#design'
import { startKernel } from '#solid'
import { catalogue } from '../../designs/index.ts'
import { filaments } from '../../src/check/filaments.ts'
import { figures } from '../../src/figures.ts'
import { report } from '../../src/report.ts'
import { facts, inBrowser, settled, type, withoutGraphics } from './browser.ts'

const { visit } = inBrowser({ graphics: withoutGraphics })

beforeAll(() => startKernel())

/** What the command line reports of a design. */
const reported = (name: string, given = {}) => {
  const design = catalogue.find((each) => each.name === name)!
  return report(makePart(design, resolveParameters(design, given)))
}

/** Chooses what is printed on and with, and waits for what follows. */
async function choose(page: Page, label: string, value: string): Promise<void> {
  const chooser = page.getByRole('combobox', { name: label, exact: true })
  if (!(await chooser.isVisible())) await page.getByRole('button', { name: 'Printer…' }).click()
  await chooser.selectOption(value)
  await settled(page)
}

const figure = (page: Page, name: string) =>
  page
    .locator('.facts dl > div', { has: page.locator('dt', { hasText: name }) })
    .locator('dd')
    .innerText()
const grams = async (page: Page, name: string) => parseFloat(await figure(page, name))

describe('the facts', () => {
  test('are those of the command line', async () => {
    const { page } = await visit('#/battery-holder')
    const { size, volume, mass, triangles } = figures(reported('battery-holder'))
    const told = await facts(page)
    for (const each of [size, volume, mass, triangles]) expect(told).toContain(each)
    expect(await page.getByRole('status').count()).toBe(1)
  })

  test('tell mass and cost for the filament and the infill that were chosen, at the next visit, too', async () => {
    const { page } = await visit('#/blank')
    const before = await grams(page, 'PLA, 15 % infill')
    await choose(page, 'Filament', 'ASA')
    const asa = await figure(page, 'ASA, 15 % infill')
    expect(parseFloat(asa) / before).toBeCloseTo(filaments.ASA.density / filaments.PLA.density, 1)
    expect(asa).toContain(`≈ ${((parseFloat(asa) / 1000) * filaments.ASA.price).toFixed(2)}`)
    await choose(page, 'Infill', '100')
    const solid = await grams(page, 'ASA, 100 % infill')
    const { volume } = reported('blank').mesh
    expect(solid / ((volume / 1000) * filaments.ASA.density)).toBeCloseTo(1, 1)
    await page.reload()
    await settled(page)
    expect(await grams(page, 'ASA, 100 % infill')).toBe(solid)
  })

  test('are told in inches to whoever prefers them', async () => {
    const { page } = await visit('#/blank')
    await page.evaluate(() => localStorage.setItem('pegsmith', '{"unit":"in","printer":"none such","infill":"<b>"}'))
    await page.reload()
    await settled(page)
    const { min, max } = reported('blank').mesh.bounds
    expect(await figure(page, 'Size')).toBe(
      `${max.map((end, axis) => ((end - min[axis]) / 25.4).toFixed(2)).join(' × ')} in`,
    )
    expect(await figure(page, 'Creality Ender-3')).toBe('fits')
  })
})

describe('a part on the chosen printer', () => {
  test('is said to be too large for it, and by how much; no other bed is spoken of', async () => {
    const { page } = await visit('#/blank?columns=10&rows=10')
    const { min, max } = reported('blank', { columns: 10, rows: 10 }).mesh.bounds
    const sides = [0, 1].map((axis) => max[axis] - min[axis])
    await choose(page, 'Printer', 'Prusa XL')
    expect(await figure(page, 'Prusa XL')).toMatch(/^fits/)
    expect(await page.locator('.messages .warning').count()).toBe(0)
    await choose(page, 'Printer', 'Voron V0')
    expect(await figure(page, 'Voron V0')).toBe('too large')
    const over = (Math.min(...sides) - 120).toFixed(1)
    expect(await page.locator('.messages .warning').innerText()).toContain(`by ${over} mm in`)
  })
})

test('a new part is spoken of once, when the slider rests', async () => {
  const { page } = await visit('#/blank')
  const words = (columns: number) => {
    const { size, mass } = figures(reported('blank', { columns }))
    return `${size}, ${mass}`
  }
  const spoken = page.locator('.messages .unseen')
  await expect.poll(() => spoken.innerText(), { timeout: 5000 }).toBe(words(2))
  await page.evaluate(() => {
    const told: string[] = []
    Object.assign(window, { told })
    const spoken = document.querySelector('.messages .unseen')!
    new MutationObserver(() => told.push(spoken.textContent)).observe(spoken, {
      childList: true,
      characterData: true,
      subtree: true,
    })
  })
  await page.getByLabel('Columns, slider').focus()
  for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowRight')
  await expect.poll(() => spoken.innerText(), { timeout: 5000 }).toBe(words(8))
  expect(await page.evaluate(() => (window as never as { told: string[] }).told)).toEqual([words(8)])
})

test('what was done is told without anything being moved', async () => {
  const { page } = await visit('#/blank')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const button = page.getByRole('button', { name: 'Copy link' })
  const before = await button.boundingBox()
  await button.click()
  await page.getByText('Copied').waitFor()
  expect(await button.boundingBox()).toEqual(before)
  await type(page, 'columns', '3')
  expect(await button.boundingBox()).toEqual(before)
})
