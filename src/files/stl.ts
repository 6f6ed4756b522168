import { serializeBinary } from '@jscad/stl-serializer/CSGToStlb.js'
import { serializeText } from '@jscad/stl-serializer/CSGToStla.js'
import type { Mesh, Polygon, Vec3 } from '#solid'

/**
 * A mesh as binary STL: little-endian, unit normals by the right-hand rule.
 *
 * @param title Stands in the 80-byte header, cut to fit; the header never begins with `solid`, by which readers tell text from binary.
 */
export function binaryStl(mesh: Mesh, title: string): Uint8Array {
  const [, ...body] = serializeBinary([geometry(mesh)], {})
  const stl = new Uint8Array(80 + body.reduce((sum, part) => sum + part.byteLength, 0))
  const header = `pegsmith ${title}`.replace(/[^ -~]/g, '?').slice(0, 80)
  stl.fill(0x20, 0, 80)
  stl.set(new TextEncoder().encode(header))
  let end = 80
  for (const part of body) {
    stl.set(new Uint8Array(part), end)
    end += part.byteLength
  }
  return stl
}

/** A mesh as text STL. */
export const textStl = (mesh: Mesh): Uint8Array =>
  new TextEncoder().encode(serializeText([geometry(mesh)], {})[0].replaceAll('solid JSCAD', 'solid pegsmith'))

/**
 * The mesh as JSCAD's serializer takes it. Its front door is passed by: that snaps points to a grid and cuts faces anew,
 * which opens what was closed.
 */
function geometry({ points, triangles }: Mesh) {
  const polygons: Polygon[] = []
  const at = (corner: number): Vec3 => {
    const start = triangles[corner] * 3
    return [points[start], points[start + 1], points[start + 2]]
  }
  for (let i = 0; i < triangles.length; i += 3) polygons.push({ vertices: [at(i), at(i + 1), at(i + 2)] })
  return { polygons, transforms: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1] }
}
