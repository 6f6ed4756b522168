import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  type Design,
  makePart,
  orientations,
  type Parameter,
  qualities,
  RequestProblem,
  resolveParameters,
} from '#design'
import { startKernel } from '#solid'
import { catalogue } from '../../designs/index.ts'
import { binaryStl } from '../../src/files/stl.ts'

beforeAll(() => startKernel())

/** Any value that a declaration allows; large counts are left out for the time that they take. */
function valueOf({ kind, min = 0, max = 0, choices }: Parameter): fc.Arbitrary<unknown> {
  if (choices) return fc.constantFrom(...choices)
  if (kind === 'flag') return fc.boolean()
  if (kind === 'text') return fc.string({ minLength: 0, maxLength: 6 })
  if (kind === 'count') return fc.integer({ min, max: Math.min(max, min + 5) })
  // A maker types at most hundredths; ends of the range come often.
  return fc.oneof(
    fc.constantFrom(min, max),
    fc.integer({ min: Math.ceil(min * 100), max: Math.floor(max * 100) }).map((hundredths) => hundredths / 100),
  )
}

/** Some of a design's parameters, the others at their defaults. */
const requestOf = ({ parameters }: Design) =>
  fc.record(Object.fromEntries(Object.entries(parameters).map(([name, each]) => [name, valueOf(each)])), {
    requiredKeys: [],
  })

/** Facets of an STL without area, or whose normal is not as long as 1, read from its bytes. */
function badFacets(stl: Uint8Array): number {
  const view = new DataView(stl.buffer)
  const float = (facet: number, place: number) => view.getFloat32(84 + facet * 50 + place * 4, true)
  let bad = 0
  for (let facet = 0; facet < view.getUint32(80, true); facet++) {
    const [ux, uy, uz] = [0, 1, 2].map((axis) => float(facet, 6 + axis) - float(facet, 3 + axis))
    const [vx, vy, vz] = [0, 1, 2].map((axis) => float(facet, 9 + axis) - float(facet, 3 + axis))
    const area = Math.hypot(uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx)
    const normal = Math.hypot(float(facet, 0), float(facet, 1), float(facet, 2))
    if (!(area > 0) || !(Math.abs(normal - 1) < 1e-5)) bad++
  }
  return bad
}

describe.each(catalogue.map((design) => ({ name: design.name, design })))('$name', ({ design }) => {
  test('whatever is asked for within the declared ranges is refused in words or written without a bad facet', () => {
    fc.assert(
      fc.property(
        requestOf(design),
        fc.constantFrom(...orientations),
        fc.constantFrom(...qualities),
        (request, orientation, quality) => {
          let parameters
          try {
            parameters = resolveParameters(design, request)
          } catch (error) {
            if (!(error instanceof RequestProblem)) throw error
            return
          }
          const part = makePart(design, parameters, { orientation, quality })
          expect(badFacets(binaryStl(part.mesh, part.title))).toBe(0)
          if (orientation === 'print') expect(part.measures.bounds.min[2]).toBe(0)
        },
      ),
      { numRuns: 150 },
    )
  })
})
