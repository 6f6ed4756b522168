import { existsSync } from 'node:fs'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * Where Chromium, or Chrome, is installed.
 *
 * @throws {Error} if it is nowhere: what needs a browser fails, and is not skipped.
 */
export function chromiumPath() {
  const found = process.env.CHROMIUM ?? places.find((place) => existsSync(place))
  if (found === undefined) throw new Error('no Chromium is installed: install it, or name it in the variable CHROMIUM')
  return found
}
