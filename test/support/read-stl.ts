import { measure, soundMesh } from '#solid'

type Vector = readonly number[]

/** A triangle as a file holds it. */
export interface Facet {
  readonly normal: Vector
  readonly corners: readonly Vector[]
}

/** Reads a binary STL by the letter of the format. */
export function readBinaryStl(bytes: Uint8Array): { header: string; facets: Facet[] } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const vector = (start: number) => [0, 4, 8].map((offset) => view.getFloat32(start + offset, true))
  const facets = Array.from({ length: view.getUint32(80, true) }, (_, i): Facet => {
    const [normal, ...corners] = [0, 12, 24, 36].map((offset) => vector(84 + 50 * i + offset))
    return { normal, corners }
  })
  if (bytes.length !== 84 + 50 * facets.length)
    throw new Error('the number of triangles does not match the length of the file')
  return { header: new TextDecoder().decode(bytes.subarray(0, 80)), facets }
}

/** Reads a text STL, as strictly as the strictest readers: plain decimals only. */
export function readTextStl(text: string): { name: string; facets: Facet[] } {
  const number = '(-?\\d+(?:\\.\\d+)?)'
  const three = `${number} ${number} ${number}`
  const facet = `facet normal ${three}\\nouter loop\\n(?:vertex ${three}\\n){3}endloop\\nendfacet\\n`
  const whole = new RegExp(`^solid (.*)\\n((?:${facet})+)endsolid \\1\\n$`).exec(text)
  if (!whole) throw new Error('not a text STL')
  const facets = whole[2]
    .split('endfacet\n')
    .slice(0, -1)
    .map((lines): Facet => {
      const [normal, ...corners] = [...lines.matchAll(new RegExp(`(?:normal|vertex) ${three}`, 'g'))].map((match) =>
        match.slice(1, 4).map(Number),
      )
      return { normal, corners }
    })
  return { name: whole[1], facets }
}

/** What the solid that facets enclose measures; throws unless they enclose one. */
export function measureFacets(facets: readonly Facet[]) {
  const points = Float32Array.from(facets.flatMap(({ corners }) => corners.flat()))
  return measure(soundMesh({ points, triangles: Uint32Array.from({ length: facets.length * 3 }, (_, i) => i) }))
}
