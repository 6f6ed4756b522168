import { UnreadableModel } from './facets.ts'

export type ModelKind = 'binary-stl' | 'text-stl' | 'obj' | '3mf'

/** How files begin that are often taken for models, and what to do about it. */
const strangers: readonly (readonly [beginning: RegExp, what: string])[] = [
  [/^\x89PNG|^\xff\xd8\xff|^GIF8|^RIFF....WEBP|^BM/s, 'is a picture'],
  [/^\s*(<!doctype|<html|<head|<body)/i, 'is a web page, as is saved where a download failed'],
  [/^\s*<\?xml|^\s*</, 'is XML'],
  [/^%PDF/, 'is a PDF'],
  [/^\x1f\x8b|^Rar!|^7z\xbc\xaf/, 'is an archive: unpack it first'],
  [/^glTF|^ply\b|^ISO-10303|^OFF\b|^Kaydara/, 'is a model of another kind: export it anew'],
  [/^(;|G\d|M\d)[^\n]*\n[^]*^(G[0-3]|M10[49])\b/m, 'is G-code, which is for a printer and holds no surface'],
]
const READ = 'STL, OBJ and 3MF are read'

/** Bytes of a binary STL's header, of the number of facets after it, and of a facet. */
const [HEADER, COUNT] = [80, 4]
export const FACET = 50

/** How many facets a binary STL says that it has. */
export const promisedFacets = (bytes: Uint8Array) =>
  bytes.length < HEADER + COUNT ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(HEADER, true)

/** Bytes of a binary STL of so many facets. */
export const lengthOfStl = (facets: number) => HEADER + COUNT + FACET * facets

/** How much of a file is looked at: some exporters begin with pages of comments. */
const LOOK = 1 << 16

/**
 * Tells models apart by what is in them; endings are often wrong, and `solid` may begin a binary STL.
 *
 * @throws {UnreadableModel} if it is none; says what it is, if that can be seen.
 */
export function modelKind(bytes: Uint8Array): ModelKind {
  if (bytes.length === 0) throw new UnreadableModel('is empty')
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, LOOK)).replace(/^\xef\xbb\xbf/, '')
  if (beginning.startsWith('PK\x03\x04')) return '3mf'
  const promised = promisedFacets(bytes)
  if (promised > 0 && bytes.length === lengthOfStl(promised)) return 'binary-stl'
  const stranger = strangers.find(([known]) => known.test(beginning))
  if (stranger) throw new UnreadableModel(`${stranger[1]}; ${READ}`)
  if (!beginning.includes('\0')) {
    if (/^\s*solid\b[^]*\b(facet|endsolid)\b/i.test(beginning)) return 'text-stl'
    if (/^\s*(v|f)\s+[-+.\d]/m.test(beginning)) return 'obj'
    if (/^\s*solid\b/i.test(beginning)) return 'text-stl'
  }
  if (looksLikeFacets(bytes)) return 'binary-stl'
  throw new UnreadableModel(`is no model: ${READ}`)
}

/** How many facets are looked at. */
const SAMPLE = 16

/** Whether what follows the place of a binary STL's header may be facets: numbers of a sane size, as good as never found elsewhere. */
function looksLikeFacets(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = Math.min(SAMPLE, promisedFacets(bytes))
  if (bytes.length >= lengthOfStl(0) && count === 0) return bytes.length === lengthOfStl(0)
  for (let i = 0; i < count && lengthOfStl(i + 1) <= bytes.length; i++) {
    const at = (k: number) => Math.abs(view.getFloat32(lengthOfStl(i) + 4 * k, true))
    for (let k = 0; k < 12; k++) if (!(at(k) === 0 || (at(k) > 1e-30 && at(k) < 1e7))) return false
  }
  return bytes.length >= lengthOfStl(1)
}
