import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../designs/index.ts'
import { control, facts, hashOf, inBrowser, settled, type } from './browser.ts'

const { visit } = inBrowser()

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const valueOf = (page: Page, name: string) => control(page, name).inputValue()

/** Waits until a control has a value. */
const until = (page: Page, name: string, value: string) =>
  page.waitForFunction(
    ([key, wanted]) => document.querySelector<HTMLInputElement>(`[name="${key}"]`)?.value === wanted,
    [name, value],
  )

async function choose(page: Page, kind: 'mm, millimetres' | 'in, inches'): Promise<void> {
  await button(page, kind).click()
  expect(await button(page, kind).getAttribute('aria-pressed')).toBe('true')
}

describe('undo and redo', () => {
  test('by button and by key, and never beyond what was done on the page', async () => {
    const { page } = await visit('#/blank')
    expect([await button(page, 'Undo').isDisabled(), await button(page, 'Redo').isDisabled()]).toEqual([true, true])
    for (const value of ['3', '4', '5', '6']) await type(page, 'columns', value)
    await button(page, 'Undo').click()
    await until(page, 'columns', '5')
    await button(page, 'Redo').click()
    await until(page, 'columns', '6')
    expect(await button(page, 'Redo').isDisabled()).toBe(true)
    for (let i = 0; i < 3; i++) await page.keyboard.press('Control+z')
    await until(page, 'columns', '3')
    await page.keyboard.press('Control+Shift+z')
    await until(page, 'columns', '4')
    await page.keyboard.press('Control+y')
    await until(page, 'columns', '5')
    for (let i = 0; i < 9; i++) await page.keyboard.press('Control+z')
    await until(page, 'columns', '2')
    expect(await settled(page)).toBe('ready')
    expect(hashOf(page)).toBe('#/blank')
    expect(await button(page, 'Undo').isDisabled()).toBe(true)
  })

  test('leave a text field its own while something is typed in it', async () => {
    const { page } = await visit('#/blank?rows=5')
    await type(page, 'rows', '4')
    await control(page, 'columns').focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('7')
    await page.keyboard.press('Control+z')
    expect(await valueOf(page, 'rows')).toBe('4')
    expect(await valueOf(page, 'columns')).not.toBe('7')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('8')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+z')
    await until(page, 'columns', '2')
    await page.keyboard.press('Control+z')
    await until(page, 'rows', '5')
  })
})

test('a change that ends where it began is over, too: by slider, and by what is typed', async () => {
  const { page } = await visit('#/blank')
  const slider = page.getByRole('slider', { name: 'Columns, slider' })
  const { x, y, width, height } = (await slider.boundingBox())!
  const { min, max, value } = await slider.evaluate(({ min, max, value }: HTMLInputElement) => ({ min, max, value }))
  const thumb = x + 8 + ((width - 16) * (Number(value) - Number(min))) / (Number(max) - Number(min))
  for (const to of [thumb, thumb + 40, thumb]) {
    await page.mouse.move(to, y + height / 2, { steps: 3 })
    if (to === thumb) await page.mouse.down()
  }
  await page.mouse.up()
  await settled(page)
  expect(hashOf(page)).toBe('#/blank')
  await control(page, 'rows').focus()
  await page.keyboard.press('End')
  await page.keyboard.type('1')
  await page.keyboard.press('Backspace')
  const rows = await valueOf(page, 'rows')
  await control(page, 'rows').blur()
  await settled(page)
  expect(hashOf(page)).toBe('#/blank')
  await type(page, 'rows', '5')
  await button(page, 'Undo').click()
  await until(page, 'rows', rows)
  expect(await button(page, 'Undo').isEnabled()).toBe(true)
})

test('a preset is one step, is marked while its values hold, and leaves the board alone', async () => {
  const { page } = await visit('#/battery-holder?board=metric-25')
  const preset = button(page, '24-pack')
  expect(await preset.getAttribute('aria-pressed')).toBe('false')
  await preset.click()
  await settled(page)
  expect(hashOf(page)).toBe('#/battery-holder?board=metric-25&columns=8&rows=3')
  expect(await preset.getAttribute('aria-pressed')).toBe('true')
  await type(page, 'rows', '2')
  expect(await preset.getAttribute('aria-pressed')).toBe('false')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await until(page, 'columns', '4')
  expect(await valueOf(page, 'board')).toBe('metric-25')
})

test('one parameter goes back to its default, and the keyboard stays with it; then all', async () => {
  const { page } = await visit('#/blank?columns=7&rows=3&board=metric-25')
  const box = await control(page, 'columns').boundingBox()
  await button(page, 'Restore Columns').press('Enter')
  await settled(page)
  expect(hashOf(page)).toBe('#/blank?rows=3&board=metric-25')
  expect(await control(page, 'columns').boundingBox()).toEqual(box)
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('columns')
  expect(await page.getByRole('button', { name: 'Restore Columns' }).count()).toBe(0)
  await button(page, 'Reset').click()
  await settled(page)
  expect(hashOf(page)).toBe('#/blank')
  await button(page, 'Undo').click()
  await until(page, 'rows', '3')
})

describe('a number', () => {
  test('is stepped with the arrow keys, one step back for each time that they are held', async () => {
    const { page } = await visit('#/blank')
    const thickness = control(page, 'plate-thickness')
    await thickness.focus()
    await page.keyboard.down('ArrowUp')
    await page.keyboard.down('ArrowUp')
    await page.keyboard.up('ArrowUp')
    expect(await thickness.inputValue()).toBe('6.2')
    await page.keyboard.press('Shift+ArrowUp')
    await settled(page)
    expect(await thickness.inputValue()).toBe('7.2')
    expect(await page.getByLabel('Plate thickness, slider').inputValue()).toBe('7.2')
    const told = ['aria-valuenow', 'aria-valuemin', 'aria-valuemax', 'aria-valuetext'].map((name) =>
      thickness.getAttribute(name),
    )
    expect(await Promise.all(told)).toEqual(['7.2', '2.4', '20', '7.2 mm'])
    await page.keyboard.press('Control+z')
    await until(page, 'plate-thickness', '6.2')
    await page.keyboard.press('Control+z')
    await until(page, 'plate-thickness', '6')
    const slider = page.getByLabel('Columns, slider')
    await slider.focus()
    await page.keyboard.press('ArrowRight')
    await until(page, 'columns', '3')
  })

  test('typed in another unit stays as typed until it is complete; address and command are in millimetres', async () => {
    const { page } = await visit('#/blank')
    const thickness = control(page, 'plate-thickness')
    await thickness.fill('1/4in')
    expect(await thickness.inputValue()).toBe('1/4in')
    await thickness.blur()
    await settled(page)
    expect(await thickness.inputValue()).toBe('6.35')
    expect(hashOf(page)).toBe('#/blank?plate-thickness=6.35')
    await choose(page, 'in, inches')
    expect(await thickness.inputValue()).toBe('0.25')
    await type(page, 'plate-thickness', '0.5')
    expect(hashOf(page)).toBe('#/blank?plate-thickness=12.7')
    await thickness.press('ArrowUp')
    await settled(page)
    expect(await thickness.inputValue()).toBe('0.505')
    await type(page, 'plate-thickness', '6mm')
    expect(await thickness.inputValue()).toBe('0.2362')
    await choose(page, 'mm, millimetres')
    await type(page, 'plate-thickness', '1/4')
    expect(await settled(page)).toBe('error')
    await page.getByRole('button', { name: 'Take' }).click()
    await settled(page)
    expect(hashOf(page)).toBe('#/blank?plate-thickness=6.35')
    await page.reload()
    await settled(page)
    expect(await valueOf(page, 'plate-thickness')).toBe('6.35')
  })
})

test('lengths of every design are shown in inches and back without any of them changing', async () => {
  const { page } = await visit('#/blank')
  const values = () =>
    page.locator('.field:has([name]) [role="spinbutton"]').evaluateAll((all) =>
      all.map((each) => ({
        text: (each as HTMLInputElement).value,
        unit: each.closest('.field')!.querySelector('.unit')!.textContent,
      })),
    )
  for (const { name } of catalogue) {
    await page.evaluate((hash) => (location.hash = hash), `#/${name}`)
    await page.waitForFunction((title) => document.title.startsWith(title), name)
    await settled(page)
    const before = { values: await values(), hash: hashOf(page) }
    await choose(page, 'in, inches')
    const inches = await values()
    inches.forEach(({ text, unit }, i) => {
      const { text: was, unit: own } = before.values[i]
      expect(unit).toBe(own === 'mm' ? 'in' : own)
      if (unit === 'in') expect(Math.abs(Number(text) * 25.4 - Number(was))).toBeLessThan(0.0013)
      else expect(text).toBe(was)
    })
    await choose(page, 'mm, millimetres')
    expect({ values: await values(), hash: hashOf(page) }).toEqual(before)
  }
})

test('a point is three numbers, and one text that they make together; a file is dropped, and undone', async () => {
  const { page } = await visit('#/goat-hook?scale=0.5&detail=4')
  const y = page.getByRole('spinbutton', { name: 'Sculpture turn y' })
  await y.fill('90')
  await y.blur()
  expect(await valueOf(page, 'sculpture-turn')).toBe('0,90,0')
  await control(page, 'sculpture-turn').fill('0,45,10')
  await control(page, 'sculpture-turn').blur()
  expect(await y.inputValue()).toBe('45')
  const dropped = await page.evaluateHandle(() => {
    const held = new DataTransfer()
    held.items.add(new File(['solid nothing'], 'dropped.stl'))
    return held
  })
  await control(page, 'sculpture').dispatchEvent('drop', { dataTransfer: dropped })
  const chosen = () => control(page, 'sculpture').evaluate((each: HTMLInputElement) => each.files?.[0]?.name)
  // The field follows once the page has been drawn.
  await expect.poll(chosen).toBe('dropped.stl')
  expect(await settled(page)).toBe('error')
  await button(page, 'Undo').click()
  await settled(page)
  await expect.poll(chosen).toBeUndefined()
  await button(page, 'Redo').click()
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[name="sculpture"]')!.files!.length === 1)
})

test('groups stay folded as they were left, and open with the keyboard', async () => {
  const { page } = await visit('#/battery-holder')
  const heading = page.locator('summary', { hasText: 'Board and pegs' })
  await heading.focus()
  await page.keyboard.press('Enter')
  expect(await control(page, 'pitch').isVisible()).toBe(false)
  await page.waitForFunction(() => localStorage.getItem('pegsmith')?.includes('Board and pegs'))
  await page.reload()
  await settled(page)
  expect(await control(page, 'pitch').isVisible()).toBe(false)
  expect(await control(page, 'wall').isVisible()).toBe(true)
  await heading.focus()
  await page.keyboard.press('Space')
  expect(await control(page, 'pitch').isVisible()).toBe(true)
  expect(await page.locator('.left').innerText()).toBe('38 left')
})

const sizeIn = (told: string) => /[\d.]+ × [\d.]+ × [\d.]+ mm/.exec(told)?.[0] ?? 'none'

describe('a link with something wrong in it', () => {
  test('shows the part that its right values give, and one press mends it', async () => {
    const { page } = await visit('#/blank?columns=99&rows=1&wide=yes')
    expect(await settled(page)).toBe('error')
    const told = (await page.getByRole('alert').allInnerTexts()).join('\n')
    for (const words of ['Columns 99 is too large', 'parameter Wide', 'In view is the part without']) {
      expect(told).toContain(words)
    }
    const size = sizeIn(await facts(page))
    expect(await valueOf(page, 'columns')).toBe('99')
    expect(hashOf(page)).toContain('columns=99')
    await page.evaluate(() => (location.hash = '#/blank?rows=1'))
    await page.waitForFunction(() => document.documentElement.dataset.state === 'ready')
    expect(sizeIn(await facts(page))).toBe(size)
    await page.evaluate(() => (location.hash = '#/blank?columns=99&rows=1'))
    await page.getByRole('button', { name: 'Take 12' }).click()
    await settled(page)
    expect(hashOf(page)).toBe('#/blank?columns=12&rows=1')
    expect(await page.getByText('In view is the part without').count()).toBe(0)
  })

  test('where values cannot go together, too', async () => {
    const { page } = await visit('#/outlet?receptacle=schuko&receptacles=2')
    expect(await settled(page)).toBe('error')
    expect(await facts(page)).toMatch(/\d mm/)
  })

  test('of a design that there is not leads to those that there are', async () => {
    const { page, complaints } = await visit('#/battry-holder?columns=3')
    expect(await settled(page)).toBe('error')
    expect(await page.getByRole('main').getByRole('listitem').count()).toBe(catalogue.length)
    await page.getByRole('alert').getByRole('link', { name: 'Battery holder' }).click()
    await page.waitForFunction(() => document.documentElement.dataset.state === 'ready')
    expect(await valueOf(page, 'columns')).toBe('3')
    // A hundred thousand signs of nothing.
    await page.evaluate(() => (location.hash = `#/${'%E0%A4%A&=?'.repeat(9000)}`))
    await page.getByText('There is no such design').waitFor()
    expect((await page.getByRole('alert').innerText()).length).toBeLessThan(300)
    await page.evaluate(() => (location.hash = '#/blank?' + 'x'.repeat(100_000)))
    await page.getByText('Unknown parameter').waitFor()
    await page.evaluate(() => (location.hash = '#?&&&='))
    await page.waitForFunction(() => document.documentElement.dataset.state === 'ready')
    expect(complaints).toEqual([])
  })
})
