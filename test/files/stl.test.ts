import { beforeAll, expect, test } from 'vitest'
import { encode, make, type Part } from '../../src/index.ts'
import { binaryStl, textStl } from '../../src/files/stl.ts'
import { type Facet, measureFacets, readBinaryStl, readTextStl } from '../support/read-stl.ts'

let part: Part
beforeAll(async () => (part = await make('blank', { columns: 3, mount: 'integral' })))

/** How far each normal is from the unit normal that the right hand finds on the corners. */
const furthestNormal = (facets: readonly Facet[]) =>
  Math.max(
    ...facets.map(({ normal, corners: [a, b, c] }) => {
      const [u, v] = [b, c].map((corner) => corner.map((value, axis) => value - a[axis]))
      const cross = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]]
      const length = Math.hypot(...cross)
      return Math.hypot(...normal.map((value, axis) => value - cross[axis] / length))
    }),
  )

test('a binary STL is the part, with unit normals, under a header that tells what it is', async () => {
  const { header, facets } = readBinaryStl(await encode(part, 'stl'))
  expect(header).toMatch(/^pegsmith blank columns=3 mount=integral +$/)
  expect(measureFacets(facets)).toEqual(part.measures)
  expect(furthestNormal(facets)).toBeLessThan(1e-3)
})

test('a text STL is the same part, to the last bit', async () => {
  const { name, facets } = readTextStl(new TextDecoder().decode(await encode(part, 'stl-ascii')))
  expect(name).toBe('pegsmith blank columns=3 mount=integral')
  expect(measureFacets(facets)).toEqual(part.measures)
  expect(furthestNormal(facets)).toBeLessThan(1e-3)
})

test('a header holds as many whole parameters as fit, and nothing that is no text', () => {
  const title = `a-design label=${'x'.repeat(70)} columns=3 ünïcode=\n`
  const { header } = readBinaryStl(binaryStl(part.mesh, title))
  expect(header).toMatch(/^pegsmith a-design columns=3 \?n\?code=\? +$/)
  expect(header).toHaveLength(80)
  expect(readBinaryStl(binaryStl(part.mesh, 'x'.repeat(200))).header).not.toMatch(/^solid/)
})

test('numbers too small for plain decimals do not become exponents', () => {
  const points = Float32Array.from([0, 0, 0, 1e-7, 2e-7, 3, 4, 0, 1e-9, 0, 5, 0])
  const triangles = Uint32Array.from([0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3])
  const { facets } = readTextStl(new TextDecoder().decode(textStl({ points, triangles }, 'tiny')))
  expect(facets.flatMap(({ corners }) => corners.flat()).filter((value) => value > 0 && value < 1e-6)).toContain(1e-7)
})
