import { serializeBinary } from '@jscad/stl-serializer/CSGToStlb.js'
import { serializeText } from '@jscad/stl-serializer/CSGToStla.js'
import type { Mesh, Polygon, Vec3 } from '#solid'

/** Bytes before the number of triangles, free for any text that does not begin with `solid`, by which readers tell text from binary. */
const HEADER = 80

/**
 * A mesh as binary STL: little-endian, unit normals by the right-hand rule.
 *
 * @param title Words for the header; those that do not fit are left out.
 */
export function binaryStl(mesh: Mesh, title: string): Uint8Array {
  const [, ...body] = serializeBinary([geometry(mesh, (value) => value)], {})
  const stl = new Uint8Array(HEADER + body.reduce((sum, part) => sum + part.byteLength, 0))
  stl.fill(0x20, 0, HEADER)
  stl.set(new TextEncoder().encode(headline(title)))
  let end = HEADER
  for (const part of body) {
    stl.set(new Uint8Array(part), end)
    end += part.byteLength
  }
  return stl
}

/**
 * A mesh as text STL.
 *
 * @param title Words for its first and last line, which say the same.
 */
export function textStl(mesh: Mesh, title: string): Uint8Array {
  const [text] = serializeText([geometry(mesh, shortest)], {})
  const named = text.replace(/^solid JSCAD|endsolid JSCAD$/gm, (line) => line.replace('JSCAD', () => headline(title)))
  return new TextEncoder().encode(named.replace(/-?\d+(\.\d+)?e-\d+/g, (number) => withoutExponent(Number(number))))
}

/** The program and as many whole words of the title as have room. */
function headline(title: string): string {
  const words = `pegsmith ${title}`.replace(/[^ -~]/g, '?').split(' ')
  return words.reduce((line, word) => (line.length + 1 + word.length <= HEADER ? `${line} ${word}` : line))
}

/** The number with the fewest digits that a reader rounds to the same float32. */
function shortest(value: number): number {
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits))
    if (Math.fround(short) === value) return short
  }
  return Number(value.toPrecision(9))
}

/** Some readers take no `1e-7`; twelve decimals are finer than float32 is anywhere near the part. */
const withoutExponent = (value: number) =>
  value
    .toFixed(12)
    .replace(/\.?0+$/, '')
    .replace(/^-0$/, '0')

/**
 * The mesh as JSCAD's serializer takes it. Its front door is passed by: that snaps points to a grid and cuts faces anew,
 * which opens what was closed.
 */
function geometry({ points, triangles }: Mesh, written: (coordinate: number) => number) {
  const polygons: Polygon[] = []
  const at = (corner: number): Vec3 => {
    const start = triangles[corner] * 3
    return [written(points[start]), written(points[start + 1]), written(points[start + 2])]
  }
  for (let i = 0; i < triangles.length; i += 3) polygons.push({ vertices: [at(i), at(i + 1), at(i + 2)] })
  return { polygons, transforms: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1] }
}
