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
  standards,
  type Value,
} from '#design'
import { startKernel, type Vec3 } from '#solid'
import { catalogue } from '../../designs/index.ts'
import { binaryStl } from '../../src/files/stl.ts'
import { cubeModel } from '../support/pierced.ts'

beforeAll(() => startKernel())

/** How far from its default a place is moved, in millimetres: further away, little but refusals would be tried. */
const AROUND = 20

/** Any value that a declaration allows; large counts are left out for the time that they take. */
function valueOf({ kind, min = 0, max = 0, choices }: Parameter, standard: Value): fc.Arbitrary<unknown> {
  if (choices) return fc.constantFrom(...choices)
  if (kind === 'flag') return fc.boolean()
  if (kind === 'text') return fc.string({ minLength: 0, maxLength: 6 })
  if (kind === 'model') return fc.constantFrom('', cubeModel)
  if (kind === 'point') {
    const near = (at: number) => numberBetween(Math.max(min, at - AROUND), Math.min(max, at + AROUND))
    return fc.tuple(...(standard as Vec3).map(near))
  }
  if (kind === 'turn') return fc.tuple(...[1, 2, 3].map(() => numberBetween(min, max)))
  if (kind === 'count') return fc.integer({ min, max: Math.min(max, min + 5) })
  return numberBetween(min, max)
}

/** A maker types at most hundredths; ends of the range come often. */
const numberBetween = (min: number, max: number) =>
  fc.oneof(
    fc.constantFrom(min, max),
    fc.integer({ min: Math.ceil(min * 100), max: Math.floor(max * 100) }).map((hundredths) => hundredths / 100),
  )

/** Some of a design's parameters, the others at their defaults. */
function requestOf({ parameters }: Design) {
  const standard = standards(parameters)
  const values = Object.entries(parameters).map(([name, each]) => [name, valueOf(each, standard[name].value)])
  return fc.record(Object.fromEntries(values) as Record<string, fc.Arbitrary<unknown>>, { requiredKeys: [] })
}

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
