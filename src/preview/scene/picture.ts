import type { Labels } from './labels.ts'

/**
 * Copies what has just been drawn, made smaller and so smooth, onto a background, with its texts.
 *
 * @param ratio Pixels for one of the page, in what was drawn and in the picture.
 */
export function paintPicture(
  source: HTMLCanvasElement,
  ratio: { readonly drawn: number; readonly kept: number },
  labels: Labels,
  background: string,
): Promise<Blob> {
  const smaller = (length: number) => Math.round((length * ratio.kept) / ratio.drawn)
  const picture = new OffscreenCanvas(smaller(source.width), smaller(source.height))
  const context = picture.getContext('2d')!
  context.fillStyle = background
  context.fillRect(0, 0, picture.width, picture.height)
  context.imageSmoothingQuality = 'high'
  // At once: what was drawn is gone as soon as the browser has shown it.
  context.drawImage(source, 0, 0, picture.width, picture.height)
  labels.draw(context, ratio.kept)
  return picture.convertToBlob({ type: 'image/png' })
}
