import { DataTexture, LinearFilter, LinearMipmapLinearFilter, RepeatWrapping } from 'three'

/** Width of a tile of the hatching, in millimetres. */
export const HATCH = 3

const PIXELS = 32
const [LIGHT, DARK] = [255, 212]

/** Slanted lines, as drawings have them where something is cut: a tile of white with a grey line, to be coloured. */
export function hatch(): DataTexture {
  const data = new Uint8Array(PIXELS * PIXELS * 4)
  for (let i = 0; i < PIXELS * PIXELS; i++) {
    const across = ((i % PIXELS) + Math.floor(i / PIXELS)) % PIXELS
    const tone = across < PIXELS / 3 ? DARK : LIGHT
    data.set([tone, tone, tone, 255], i * 4)
  }
  const texture = new DataTexture(data, PIXELS, PIXELS)
  texture.wrapS = texture.wrapT = RepeatWrapping
  texture.magFilter = LinearFilter
  texture.minFilter = LinearMipmapLinearFilter
  texture.generateMipmaps = true
  texture.needsUpdate = true
  return texture
}
