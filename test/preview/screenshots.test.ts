import { join } from 'node:path'
import { test } from 'vitest'
import { inBrowser } from './browser.ts'

/*
 * Takes the README's pictures of the page: `npm run pictures`.
 */

const { visit } = inBrowser()
const pictures = join(import.meta.dirname, '../pictures')

test.runIf(process.env.PICTURES).for([
  ['page-light', '#/battery-holder?columns=6', 'light'],
  ['page-dark', '#/goat-hook', 'dark'],
] as const)('takes %s', async ([name, hash, colorScheme]) => {
  const { page } = await visit(hash, { colorScheme, deviceScaleFactor: 1, viewport: { width: 1280, height: 860 } })
  // What it holds comes after the part, and what rests is drawn finely a moment later.
  await page.waitForTimeout(3000)
  await page.screenshot({ path: join(pictures, `${name}.png`) })
})
