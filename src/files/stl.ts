import { serializeBinary } from '@jscad/stl-serializer/CSGToStlb.js'
import { serializeText } from '@jscad/stl-serializer/CSGToStla.js'
import { facetNormal, type Mesh } from '#solid'

/** Bytes before the number of triangles, free for any text that does not begin with `solid`, by which readers tell text from binary. */
const HEADER = 80

/**
 * A mesh as binary STL: little-endian, unit normals by the right-hand rule.
 *
 * @param title Words for the header; those that do not fit are left out.
 */
export function binaryStl(mesh: Mesh, title: string): Uint8Array {
  const [, ...body] = serializeBinary([geometry(mesh)], {})
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
  const [text] = serializeText([geometry(mesh)], {})
  const named = text.replace(/^solid JSCAD|endsolid JSCAD$/gm, (line) => line.replace('JSCAD', () => headline(title)))
  return new TextEncoder().encode(named.replace(/-?\d+(\.\d+)?e-\d+/g, (number) => withoutExponent(Number(number))))
}

/** The program and as many whole words of the title as have room. */
function headline(title: string): string {
  const words = `pegsmith ${title}`.replace(/[^ -~]/g, '?').split(' ')
  return words.reduce((line, word) => (line.length + 1 + word.length <= HEADER ? `${line} ${word}` : line))
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
 *
 * The serializer walks the list of facets and keeps none of them, so that it can be shown the same one with other numbers in it each time:
 * a million small arrays would take longer than all else.
 */
function geometry({ points, triangles }: Mesh) {
  const corner = (): [number, number, number] => [0, 0, 0]
  const facet = { vertices: [corner(), corner(), corner()], plane: new Float64Array(3) }
  const forEach = (visit: (polygon: typeof facet, index: number) => void) => {
    for (let i = 0; i < triangles.length; i += 3) {
      for (let k = 0; k < 3; k++) {
        const start = triangles[i + k] * 3
        const vertex = facet.vertices[k]
        vertex[0] = points[start]
        vertex[1] = points[start + 1]
        vertex[2] = points[start + 2]
      }
      const length = facetNormal(points, triangles, i, facet.plane)
      facet.plane[0] /= length
      facet.plane[1] /= length
      facet.plane[2] /= length
      visit(facet, i / 3)
    }
  }
  return { polygons: { forEach }, transforms: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1] }
}
