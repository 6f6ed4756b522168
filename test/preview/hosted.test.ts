import { expect, onTestFinished, test } from 'vitest'
import { control, launch, settled, withGraphics } from './browser.ts'
import { host } from './host.ts'

test('the static site works in any folder of any host', async () => {
  const { port } = await host('/tools/pegboard/')
  const browser = await launch(...withGraphics)
  onTestFinished(() => browser.close())
  const page = await browser.newPage({ deviceScaleFactor: 0.5 })
  const missing: string[] = []
  page.on('response', (response) => {
    if (response.status() !== 200) missing.push(response.url())
  })
  await page.goto(`http://127.0.0.1:${port}/tools/pegboard/#/blank?columns=4`)
  expect(await settled(page)).toBe('ready')
  expect(await control(page, 'columns').inputValue()).toBe('4')
  expect(missing).toEqual([])
})
