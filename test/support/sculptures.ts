import { strToU8, zipSync } from 'fflate'
import type { Mesh } from '#solid'

/** A mesh to be broken: corners may be anything. */
export interface Sculpture {
  readonly points: readonly number[] | Float32Array
  readonly triangles: readonly number[] | Uint32Array
}

/** A knobbly ball about the origin, 80 mm across, of about so many facets: closed, one body, outwards. */
export function ball(facets = 2000, { radius = 40, knobs = 3, at = [0, 0, 0] as readonly number[] } = {}): Mesh {
  const rows = Math.max(3, Math.round(Math.sqrt(facets / 4)))
  const columns = 2 * rows
  return wrap(rows, columns, (theta, phi) => {
    const reach = radius + knobs * Math.sin(7 * phi) * Math.sin(9 * theta) * Math.sin(theta)
    return [
      at[0] + reach * Math.sin(theta) * Math.cos(phi),
      at[1] + reach * Math.sin(theta) * Math.sin(phi),
      at[2] + reach * Math.cos(theta),
    ]
  })
}

/** A surface from pole to pole over theta in 0..π and phi in 0..2π. */
function wrap(rows: number, columns: number, place: (theta: number, phi: number) => number[]): Mesh {
  const points = new Float32Array(((rows - 1) * columns + 2) * 3)
  points.set(place(0, 0), 0)
  for (let i = 1; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      points.set(place((i / rows) * Math.PI, (j / columns) * 2 * Math.PI), (1 + (i - 1) * columns + j) * 3)
    }
  }
  const last = points.length / 3 - 1
  points.set(place(Math.PI, 0), last * 3)
  const triangles = new Uint32Array((rows - 1) * columns * 6)
  const at = (row: number, column: number) => 1 + (row - 1) * columns + (column % columns)
  let end = 0
  const add = (...corners: number[]) => {
    triangles.set(corners, end)
    end += corners.length
  }
  for (let j = 0; j < columns; j++) {
    add(0, at(1, j), at(1, j + 1), last, at(rows - 1, j + 1), at(rows - 1, j))
    for (let i = 1; i < rows - 1; i++) {
      add(at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j), at(i + 1, j + 1), at(i, j + 1))
    }
  }
  return { points, triangles }
}

/** A ring about z, of a tube 10 mm thick whose middle runs 30 mm from the axis. */
export function ring(facets = 2000): Mesh {
  const around = Math.max(6, Math.round(Math.sqrt(facets)))
  const tube = Math.max(4, Math.round(around / 2))
  const points: number[] = []
  const triangles: number[] = []
  for (let i = 0; i < around; i++) {
    for (let j = 0; j < tube; j++) {
      const [u, v] = [(i / around) * 2 * Math.PI, (j / tube) * 2 * Math.PI]
      const reach = 30 + 5 * Math.cos(v)
      points.push(reach * Math.cos(u), reach * Math.sin(u), 5 * Math.sin(v))
      const [a, b, c, d] = [
        [i, j],
        [i + 1, j],
        [i + 1, j + 1],
        [i, j + 1],
      ].map(([row, column]) => (row % around) * tube + (column % tube))
      triangles.push(a, b, c, a, c, d)
    }
  }
  return { points: Float32Array.from(points), triangles: Uint32Array.from(triangles) }
}

/** A box by its lowest and highest corner. */
export function brick(min: readonly number[] = [0, 0, 0], max: readonly number[] = [40, 30, 20]): Mesh {
  const points = Float32Array.from({ length: 24 }, (_, i) => ((Math.floor(i / 3) >> (i % 3)) & 1 ? max : min)[i % 3])
  const sides = ['0462', '1375', '0154', '2673', '0231', '4576']
  const triangles = sides.flatMap((side) => {
    const [a, b, c, d] = [...side].map(Number)
    return [a, b, c, a, c, d]
  })
  return { points, triangles: Uint32Array.from(triangles) }
}

/** The facets of several sculptures beside each other, whatever they do to each other. */
export function together(...all: readonly Sculpture[]): Sculpture {
  const points: number[] = []
  const triangles: number[] = []
  for (const each of all) {
    const first = points.length / 3
    for (const value of each.points) points.push(value)
    for (const corner of each.triangles) triangles.push(first + corner)
  }
  return { points, triangles }
}

/** Binary STL; `promised` is the number of facets that its header tells of. */
export function stlFile(
  { points, triangles }: Sculpture,
  { header = 'a sculpture', promised = triangles.length / 3 } = {},
): Uint8Array {
  const bytes = new Uint8Array(84 + (50 * triangles.length) / 3)
  bytes.set(strToU8(header.padEnd(80).slice(0, 80)))
  const view = new DataView(bytes.buffer)
  view.setUint32(80, promised, true)
  for (let i = 0; i < triangles.length; i++) {
    const at = 84 + 50 * Math.floor(i / 3) + 12 * ((i % 3) + 1)
    for (let axis = 0; axis < 3; axis++) view.setFloat32(at + 4 * axis, points[triangles[i] * 3 + axis], true)
  }
  return bytes
}

/** Text STL; `write` turns a number into text. */
export function textStlFile(
  { points, triangles }: Sculpture,
  { name = 'sculpture', write = String as (value: number) => string } = {},
): string {
  const lines = [`solid ${name}`]
  for (let i = 0; i < triangles.length; i += 3) {
    lines.push('  facet normal 0 0 0', '    outer loop')
    for (let k = 0; k < 3; k++) {
      const at = triangles[i + k] * 3
      lines.push(`      vertex ${[0, 1, 2].map((axis) => write(points[at + axis])).join(' ')}`)
    }
    lines.push('    endloop', '  endfacet')
  }
  return [...lines, `endsolid ${name}`, ''].join('\n')
}

/** OBJ; `corner` writes a corner of a face by the number of its point, from 1. */
export function objFile({ points, triangles }: Sculpture, corner: (point: number) => string = String): string {
  const lines: string[] = []
  for (let i = 0; i < points.length; i += 3) lines.push(`v ${points[i]} ${points[i + 1]} ${points[i + 2]}`)
  for (let i = 0; i < triangles.length; i += 3) {
    lines.push(`f ${[0, 1, 2].map((k) => corner(triangles[i + k] + 1)).join(' ')}`)
  }
  return lines.join('\n')
}

/** The `<mesh>` of a 3MF object. */
export function meshXml({ points, triangles }: Sculpture): string {
  const xml = ['<mesh><vertices>']
  for (let i = 0; i < points.length; i += 3) {
    xml.push(`<vertex x="${points[i]}" y="${points[i + 1]}" z="${points[i + 2]}"/>`)
  }
  xml.push('</vertices><triangles>')
  for (let i = 0; i < triangles.length; i += 3) {
    xml.push(`<triangle v1="${triangles[i]}" v2="${triangles[i + 1]}" v3="${triangles[i + 2]}"/>`)
  }
  return [...xml, '</triangles></mesh>'].join('\n')
}

/** A model part of a 3MF. */
export const partXml = (objects: string, items: string, unit = 'millimeter') =>
  `<?xml version="1.0" encoding="UTF-8"?>
<model unit="${unit}" xmlns="http://schemas.microsoft.com/3dmanufacturing/core/2015/02" xmlns:p="http://schemas.microsoft.com/3dmanufacturing/production/2015/06">
<resources>${objects}</resources><build>${items}</build></model>`

/** A 3MF of model parts by path, the first of which is its root. */
export function packed(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const relation = `<Relationship Target="/${Object.keys(parts)[0]}" Id="rel0" Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/>`
  const relations = `<?xml version="1.0"?><Relationships>${relation}</Relationships>`
  const files = { '_rels/.rels': relations, ...parts }
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, typeof text === 'string' ? strToU8(text) : text]),
    ),
  )
}

/** A 3MF that builds one sculpture. */
export const threeMfFile = (sculpture: Sculpture, unit = 'millimeter') =>
  packed({
    '3D/3dmodel.model': partXml(`<object id="1">${meshXml(sculpture)}</object>`, '<item objectid="1"/>', unit),
  })

/** Text as the bytes of a file. */
export const bytesOf = (text: string) => strToU8(text)
