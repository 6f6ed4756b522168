import { describe, expect, test } from 'vitest'
import { catalogue } from '../../designs/index.ts'
import { control, facts, hashOf, inBrowser, settled, type } from './browser.ts'

const { visit } = inBrowser()

/** How many columns of holes a blank is wide, by what the page says of its size. */
const widthIn = (told: string) => Number(/([\d.]+) × /.exec(told)?.[1])

describe('the page', () => {
  test('comes up with the first design, without a complaint and without asking anybody else', async () => {
    const { page, complaints } = await visit()
    expect(await settled(page)).toBe('ready')
    expect(hashOf(page)).toBe(`#/${catalogue[0].name}`)
    expect(complaints).toEqual([])
  })

  test.each(catalogue.map(({ name }) => name))(
    'shows %s with a labelled control for each of its parameters',
    async (name) => {
      const { page, complaints } = await visit(`#/${name}`)
      expect(await settled(page)).toBe('ready')
      for (const { name: parameter } of await parametersOf(page)) {
        const labels = await control(page, parameter).evaluate(
          (element) => (element as HTMLInputElement).labels?.length,
        )
        expect([parameter, labels]).toEqual([parameter, 1])
      }
      expect((await parametersOf(page)).length).toBe(
        Object.keys(catalogue.find((each) => each.name === name)!.parameters).length,
      )
      expect(complaints).toEqual([])
    },
  )

  test('draws the part', async () => {
    const { page } = await visit('#/blank')
    const drawn = page.locator('canvas')
    await page.waitForFunction(() => performance.getEntriesByName('pegsmith-part-drawn').length > 0)
    const narrow = await drawn.screenshot()
    await type(page, 'columns', '6')
    await page.waitForTimeout(500)
    expect((await drawn.screenshot()).equals(narrow)).toBe(false)
  })
})

const parametersOf = (page: Awaited<ReturnType<typeof visit>>['page']) =>
  page.locator('form [name]').evaluateAll((all) => all.map((each) => ({ name: (each as HTMLInputElement).name })))

describe('a control', () => {
  test('changes the part and the address, which carries only what differs from the defaults', async () => {
    const { page } = await visit('#/blank')
    const pitch = 25.4
    await type(page, 'columns', '5')
    const wide = widthIn(await facts(page))
    expect(hashOf(page)).toBe('#/blank?columns=5')
    await type(page, 'columns', '4')
    expect(wide - widthIn(await facts(page))).toBeCloseTo(pitch, 0)
    const standard = String(catalogue[0].parameters.columns.default as number)
    await type(page, 'columns', standard)
    expect(hashOf(page)).toBe('#/blank')
  })

  test('that is a slider makes one entry of the history, however far it is dragged', async () => {
    const { page } = await visit('#/blank')
    const before = await page.evaluate(() => history.length)
    const slider = page.getByLabel('Columns, slider')
    await slider.focus()
    await slider.evaluate((element: HTMLInputElement) => {
      for (const value of ['4', '5', '6', '7']) {
        element.value = value
        element.dispatchEvent(new Event('input', { bubbles: true }))
      }
      element.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await settled(page)
    expect(hashOf(page)).toBe('#/blank?columns=7')
    expect(await page.evaluate(() => history.length)).toBe(before + 1)
  })

  test('takes lengths in other units', async () => {
    const { page } = await visit('#/blank')
    await type(page, 'plate-thickness', '1/4in')
    expect(await settled(page)).toBe('ready')
    expect(await facts(page)).toMatch(/ 6\.4 mm|× 6\.|6\.3/)
  })

  test('says beside it why a value is refused, and the last good part stays', async () => {
    const { page } = await visit('#/blank')
    const good = await facts(page)
    await type(page, 'columns', '99')
    expect(await settled(page)).toBe('error')
    const told = control(page, 'columns').locator('xpath=ancestor::div[contains(@class,"field")]').getByRole('alert')
    expect(await told.innerText()).toMatch(/^Columns 99 is too large: from 1 to 12\s+Take 12$/)
    expect(await control(page, 'columns').getAttribute('aria-invalid')).toBe('true')
    expect(await facts(page)).toBe(good)
    await type(page, 'columns', '3')
    expect(await settled(page)).toBe('ready')
    expect(await control(page, 'columns').getAttribute('aria-invalid')).toBeNull()
  })

  test('that ends in a refused value leaves the part before it in view, with its own facts, for the filament that is chosen then', async () => {
    const { page } = await visit('#/blank')
    const drag = (value: string, kind = 'input') =>
      control(page, 'columns').evaluate(
        (element: HTMLInputElement, [to, event]) => {
          element.value = to
          element.dispatchEvent(new Event(event, { bubbles: true }))
        },
        [value, kind],
      )
    await page.evaluate(() => performance.clearMarks('pegsmith-part-drawn'))
    await drag('6')
    await page.waitForFunction(() => performance.getEntriesByName('pegsmith-part-drawn').length > 0)
    await drag('99')
    await drag('99', 'change')
    expect(await settled(page)).toBe('error')
    const columns = await page.evaluate(() => document.querySelector('.facts dd')!.textContent)
    expect(Math.round(parseFloat(columns) / 25.4)).toBe(6)
    await page.getByRole('button', { name: 'Printer…' }).click()
    const mass = async () => /infill\s+([\d.]+) g/.exec(await facts(page))![1]
    const ofPla = await mass()
    await page.getByRole('combobox', { name: 'Filament' }).selectOption('PETG')
    expect(await settled(page)).toBe('error')
    expect(await mass()).not.toBe(ofPla)
  })

  test('of a choice carries along what follows from it', async () => {
    const { page } = await visit('#/blank')
    await control(page, 'board').selectOption('metric-25')
    await settled(page)
    expect(await control(page, 'pitch').inputValue()).toBe('25')
    expect(hashOf(page)).toBe('#/blank?board=metric-25')
  })
})

describe('the address', () => {
  test('gives the part that it tells of', async () => {
    const { page } = await visit('#/battery-holder?columns=3&battery=AAA')
    expect(await settled(page)).toBe('ready')
    expect(await control(page, 'columns').inputValue()).toBe('3')
    expect(await control(page, 'battery').inputValue()).toBe('AAA')
    expect(await page.title()).toContain('battery-holder')
  })

  test('takes names as the library has them, too', async () => {
    const { page } = await visit('#/blank?boardThickness=5')
    expect(await settled(page)).toBe('ready')
    expect(await control(page, 'board-thickness').inputValue()).toBe('5')
    expect(hashOf(page)).toBe('#/blank?board-thickness=5')
  })

  test('leads back to where one was', async () => {
    const { page } = await visit('#/blank')
    await type(page, 'columns', '5')
    await type(page, 'rows', '3')
    await page.getByRole('link', { name: 'Outlet' }).click()
    await settled(page)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Outlet')
    await page.goBack()
    await settled(page)
    expect(await control(page, 'rows').inputValue()).toBe('3')
    await page.goBack()
    await settled(page)
    expect(hashOf(page)).toBe('#/blank?columns=5')
    await page.goBack()
    await settled(page)
    expect(hashOf(page)).toBe('#/blank')
    await page.goForward()
    await settled(page)
    expect(await control(page, 'columns').inputValue()).toBe('5')
  })

  test.each([
    ['#/batery-holder', 'Did you mean Battery holder?'],
    ['#/blank?colums=4', 'did you mean Columns?'],
    ['#/%E0%A4%A', 'The address asks for “%E0%A4%A”.'],
    ['#/__proto__?__proto__=1', 'There is no such design'],
    ['#/blank?board=skadiss', 'Take skadis'],
    ['#/goat-hook?sculpture=owl.stl', 'is a file, which no address can carry: choose it here'],
  ])('%s is refused in words', async (hash, words) => {
    const { page } = await visit(hash)
    expect(await settled(page)).toBe('error')
    expect((await page.getByRole('alert').allInnerTexts()).join()).toContain(words)
    await page.getByRole('link', { name: 'Blank' }).first().click()
    await page.waitForFunction(() => document.documentElement.dataset.state === 'ready')
  })
})

test('Reset goes back to the defaults, and back again', async () => {
  const { page } = await visit('#/blank?columns=7&rows=3')
  await page.getByRole('button', { name: 'Reset' }).click()
  await settled(page)
  expect(hashOf(page)).toBe('#/blank')
  await page.goBack()
  await settled(page)
  expect(await control(page, 'columns').inputValue()).toBe('7')
})
