import { beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { boardOf, makePieces, resolveParameters } from '#design'
import { planPlate } from '#pegboard'
import { startKernel } from '#solid'
import { findDesign } from '../../src/make.ts'
import { poseAlong } from '../../src/preview/scene/hanging.ts'
import { facts, download, inBrowser, type } from './browser.ts'
import { decoded, difference, isBoard, isCut, isPart, isTester, type Picture, share, stageOf } from './picture.ts'

const { visit } = inBrowser()

/** A small stage is drawn soon. */
const small = { viewport: { width: 900, height: 640 }, deviceScaleFactor: 1 }
/** Moves are over at once. */
const still = { ...small, reducedMotion: 'reduce' } as const

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const labels = (page: Page) => page.locator('.labels span:visible').allInnerTexts()
/** Numbers as the page tells them, from the smallest. */
const numbersIn = (text: string) => [...text.matchAll(/[\d.]+/g)].map(Number).sort((a, b) => a - b)

/** Opens an outlet, and waits for the tester that is plugged in. */
async function outlet() {
  const visited = await visit('#/outlet', still)
  await expect.poll(async () => share(await stageOf(visited.page), isTester)).toBeGreaterThan(0.02)
  return visited
}

describe('the scene', () => {
  test('shows and hides what the part holds, and the board', async () => {
    const { page, complaints } = await outlet()
    const whole = await stageOf(page)
    await button(page, 'Contents').click()
    const empty = await stageOf(page)
    expect(share(empty, isTester)).toBeLessThan(0.002)
    expect(share(empty, isPart)).toBeGreaterThan(share(whole, isPart))
    expect(share(empty, isBoard)).toBeGreaterThan(0.2)
    await button(page, 'Board').click()
    expect(share(await stageOf(page), isBoard)).toBeLessThan(0.002)
    await button(page, 'Board').click()
    await button(page, 'Contents').click()
    expect(difference(await stageOf(page), whole)).toBe(0)
    expect(complaints).toEqual([])
  })

  test('draws the part as a wire, or cut open and solid', async () => {
    const { page, complaints } = await outlet()
    const whole = await stageOf(page)
    await button(page, 'Wireframe').click()
    const wired = await stageOf(page)
    expect(share(wired, isPart)).toBeLessThan(0.6 * share(whole, isPart))
    await button(page, 'Wireframe').click()
    await button(page, 'Section').click()
    const halved = await stageOf(page)
    expect(share(halved, isCut)).toBeGreaterThan(0.01)
    expect(share(halved, isPart)).toBeLessThan(0.8 * share(whole, isPart))
    await page.getByLabel('Section runs').selectOption('Front to back')
    await page.getByLabel('Place of the section').fill('30')
    expect(share(await stageOf(page), isCut)).toBeGreaterThan(0.1)
    await button(page, 'Section').click()
    expect(difference(await stageOf(page), whole)).toBe(0)
    expect(complaints).toEqual([])
  })

  test('lays the part on a bed as it is printed, and measures it', async () => {
    const { page } = await visit('#/battery-holder', still)
    await button(page, 'Size').click()
    const hung = (await labels(page)).flatMap(numbersIn)
    await button(page, 'On the bed').click()
    await expect.poll(() => labels(page)).toContain('220 × 220 mm')
    const told = /Size\s+(.*) mm/.exec(await facts(page))![1]
    const measured = (await labels(page)).filter((text) => !text.includes('×'))
    expect(measured.flatMap(numbersIn).sort((a, b) => a - b)).toEqual(numbersIn(told))
    expect(measured.flatMap(numbersIn)).not.toEqual(hung)
    expect(share(await stageOf(page), isBoard)).toBeLessThan(0.01)
    await type(page, 'columns', '6')
    const wider = /Size\s+([\d.]+)/.exec(await facts(page))![1]
    await expect.poll(() => labels(page)).toContain(`${wider} mm`)
  })

  test('measures in inches for who prefers them', async () => {
    const { page } = await visit('#/blank', still)
    await page.evaluate(() => localStorage.setItem('pegsmith', '{"unit":"in"}'))
    await page.reload()
    await button(page, 'Size').click()
    await expect.poll(() => labels(page)).toContain('1.99 in')
  })
})

test('what rests lies in light and shadow, however it was drawn while it moved', async () => {
  const { page } = await visit('#/blank', still)
  const shaded = (picture: Picture) => share(picture, (pixel) => isBoard(pixel) && pixel.lightness < 0.63)
  await type(page, 'plate-thickness', '12')
  expect(shaded(await stageOf(page))).toBeGreaterThan(0.01)
})

describe('the viewpoint', () => {
  test('is moved by keys and buttons, and by no change of a parameter', async () => {
    const { page } = await visit('#/blank', still)
    const home = await stageOf(page)
    await page.locator('canvas').focus()
    for (const key of ['ArrowRight', 'ArrowUp', '+']) {
      const before = await stageOf(page)
      await page.keyboard.press(key)
      expect([key, difference(await stageOf(page), before) > 0.05]).toEqual([key, true])
    }
    const turned = await stageOf(page)
    await type(page, 'corner-radius', '9')
    const rounder = await stageOf(page)
    expect(difference(rounder, turned)).toBeGreaterThan(0)
    expect(difference(rounder, turned)).toBeLessThan(0.05)
    await type(page, 'corner-radius', '3')
    await page.locator('canvas').focus()
    for (const [key, name] of [
      ['1', 'Front'],
      ['2', 'Side'],
      ['3', 'Top'],
      ['0', 'Home'],
    ]) {
      await page.keyboard.press(key)
      const byKey = await stageOf(page)
      await button(page, 'Front').click()
      await button(page, name).click()
      expect([name, difference(await stageOf(page), byKey)]).toEqual([name, 0])
      await page.locator('canvas').focus()
    }
    expect(difference(await stageOf(page), home)).toBe(0)
  })
})

describe('Hang it', () => {
  beforeAll(() => startKernel())

  const design = findDesign('outlet')
  const parameters = resolveParameters(design, {})
  const planned = () => {
    const { plate } = makePieces(design, parameters).find((piece) => piece.plate)!
    return planPlate(plate!, boardOf(parameters))!.path
  }

  test('goes the way of the planner, from outside to seated', async () => {
    const path = planned()
    expect(poseAlong(path, 0)).toEqual(path[0])
    expect(poseAlong(path, 1)).toEqual({ y: 0, z: 0, tilt: 0 })
    const { page } = await outlet()
    const answers = await answersOf(page, 'hanging')
    const seated = await stageOf(page)
    await button(page, 'Hang it').click()
    const slider = page.getByLabel('On its way into the holes')
    await slider.waitFor()
    expect(await answers()).toMatchObject([{ path }])
    // Motion is not wanted here: it waits to be moved by hand.
    const outside = await stageOf(page)
    expect(await slider.inputValue()).toBe('0')
    expect(difference(outside, seated)).toBeGreaterThan(0.05)
    await slider.focus()
    await page.keyboard.press('PageUp')
    expect(difference(await stageOf(page), outside)).toBeGreaterThan(0)
    await page.keyboard.press('End')
    expect(difference(await stageOf(page), seated)).toBe(0)
  })

  test('plays, may be stopped, and ends where a parameter changes', async () => {
    const { page, complaints } = await visit('#/blank', small)
    const slider = page.getByLabel('On its way into the holes')
    await button(page, 'Hang it').click()
    await expect.poll(async () => Number(await slider.inputValue())).toBeGreaterThan(5)
    await button(page, 'Stop').click()
    const stopped = await slider.inputValue()
    expect(Number(stopped)).toBeLessThan(100)
    await button(page, 'Hang it').click()
    await type(page, 'corner-radius', '8')
    await slider.waitFor({ state: 'detached' })
    const seated = await stageOf(page)
    await button(page, 'Hang it').click()
    await expect.poll(() => slider.inputValue(), { timeout: 8000 }).toBe('100')
    expect(difference(await stageOf(page), seated)).toBe(0)
    expect(complaints).toEqual([])
  })

  test('is not gone on a bed, where the way comes late', async () => {
    const { page } = await visit('#/blank', small)
    const answered = await answersOf(page, 'hanging')
    await page.evaluate(() => {
      const press = (name: string) =>
        [...document.querySelectorAll('button')].find((each) => each.innerText === name)!.click()
      press('Hang it')
      press('On the bed')
    })
    await expect.poll(answered).toHaveLength(1)
    expect(await page.getByLabel('On its way into the holes').count()).toBe(0)
    expect(await button(page, 'Stop').count()).toBe(0)
  })
})

/** Records what the worker answers to questions of a kind. */
async function answersOf(page: Page, kind: string) {
  await page.evaluate((kind) => {
    const heard: unknown[] = []
    Object.assign(globalThis, { heard })
    const post = Worker.prototype.postMessage
    Worker.prototype.postMessage = function (this: Worker, message: { kind: string }, ...rest: never[]) {
      if (message.kind === kind) {
        this.addEventListener('message', ({ data }) => data.kind === kind && heard.push(data), { once: true })
      }
      post.call(this, message, ...rest)
    }
  }, kind)
  return () => page.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard)
}

test('Save picture gives what is seen, large enough to be printed', async () => {
  const { page } = await visit('#/blank', still)
  await button(page, 'Size').click()
  const seen = await stageOf(page)
  const { name, bytes } = await download(page, 'Save picture')
  expect(name).toBe('blank.png')
  const picture = await decoded(page, bytes)
  expect(picture.width).toBe(2000)
  // Both heights are whole pixels.
  expect(Math.abs(picture.width / picture.height / (seen.width / seen.height) - 1)).toBeLessThan(2 / seen.height)
  expect(share(picture, isPart)).toBeCloseTo(share(seen, isPart), 1)
  const canvas = page.locator('canvas')
  expect(await canvas.evaluate((each: HTMLCanvasElement) => each.width)).toBeLessThan(2000)
})

test('a graphics card that gives up is told of, and what it drew comes back', async () => {
  const { page } = await visit('#/blank', still)
  const before = await stageOf(page)
  const card = await page.evaluateHandle(() =>
    document.querySelector('canvas')!.getContext('webgl2')!.getExtension('WEBGL_lose_context'),
  )
  await card.evaluate((each) => each!.loseContext())
  await page.getByRole('alert').getByText('given up drawing').waitFor()
  await card.evaluate((each) => each!.restoreContext())
  await page.getByRole('alert').getByText('given up drawing').waitFor({ state: 'detached' })
  await expect.poll(async () => difference(await stageOf(page), before)).toBe(0)
})
