import type { Page } from 'playwright-core'

/** A picture, coarse enough to be handed over quickly: each pixel is the mean of four by four. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: readonly Pixel[]
}

/** Hue in degrees, saturation and lightness from 0 to 1. */
export interface Pixel {
  readonly hue: number
  readonly saturation: number
  readonly lightness: number
}

/** What the stage looks like, without what lies over it, once the frames that are due have been drawn. */
export async function stageOf(page: Page): Promise<Picture> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  // What moves is drawn coarsely first.
  await page.waitForFunction(() => {
    const canvas = document.querySelector('canvas')!
    return canvas.width > canvas.clientWidth
  })
  const veil = (hidden: boolean) =>
    page.evaluate((hidden) => {
      document.querySelector('canvas')!.style.outline = hidden ? 'none' : ''
      // Clear, but there: what is hidden would lose the focus.
      document.querySelector<HTMLElement>('.doings')!.style.opacity = hidden ? '0' : ''
    }, hidden)
  await veil(true)
  const png = await page.locator('canvas').screenshot()
  await veil(false)
  return decoded(page, png)
}

/** Any browser can read a PNG. */
export async function decoded(page: Page, png: Buffer): Promise<Picture> {
  const { width, height, rgb } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const { width, height } = bitmap
    const canvas = new OffscreenCanvas(Math.round(width / 4), Math.round(height / 4))
    const context = canvas.getContext('2d')!
    context.imageSmoothingQuality = 'high'
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
    return { width, height, rgb: [...data.filter((_, i) => i % 4 < 3)] }
  }, png.toString('base64'))
  const pixels = Array.from({ length: rgb.length / 3 }, (_, i) => pixelOf(rgb.slice(3 * i, 3 * i + 3)))
  return { width, height, pixels }
}

function pixelOf([r, g, b]: readonly number[]): Pixel {
  const [least, most] = [Math.min(r, g, b), Math.max(r, g, b)]
  const range = most - least || 1
  const sector = most === r ? (g - b) / range : most === g ? 2 + (b - r) / range : 4 + (r - g) / range
  return { hue: (60 * sector + 360) % 360, saturation: (most - least) / (most || 1), lightness: most / 255 }
}

/** How much of a picture is of a kind, from 0 to 1. */
export const share = ({ pixels }: Picture, is: (pixel: Pixel) => boolean): number =>
  pixels.filter(is).length / pixels.length

/** How much of a picture differs visibly from another, from 0 to 1. */
export const difference = (one: Picture, other: Picture): number =>
  one.pixels.filter(({ hue, saturation, lightness }, i) => {
    const to = other.pixels[i]
    const apart = Math.abs(((hue - to.hue + 540) % 360) - 180) * Math.min(saturation, to.saturation)
    return apart > 8 || Math.abs(saturation - to.saturation) > 0.06 || Math.abs(lightness - to.lightness) > 0.06
  }).length / one.pixels.length

/** The colours of the scene by daylight, wherever light and shadow fall. */
export const isPart = ({ hue, saturation }: Pixel) => hue > 10 && hue < 24 && saturation > 0.6
export const isBoard = ({ hue, saturation }: Pixel) => hue > 30 && hue < 42 && saturation > 0.3 && saturation < 0.55
/** The tester that an outlet holds: yellow, before board and part. */
export const isTester = ({ hue, saturation }: Pixel) => hue > 27 && hue < 50 && saturation > 0.62
/** Where a part is cut open: lit by nothing. */
export const isCut = ({ hue, saturation, lightness }: Pixel) =>
  hue > 15 && hue < 30 && saturation > 0.4 && saturation < 0.6 && lightness > 0.75
