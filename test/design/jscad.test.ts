import modeling from '@jscad/modeling'
import { beforeAll, expect, test } from 'vitest'
import { fromJscad, type JscadDesign, makePart, resolveParameters, toJscad } from '#design'
import { startKernel } from '#solid'
import blank from '../../designs/blank.ts'

beforeAll(() => startKernel())

const { booleans, geometries, measurements, primitives, transforms } = modeling

const plateWithHoles: JscadDesign = {
  getParameterDefinitions: () => [
    { name: 'about', type: 'group', caption: 'Plate' },
    { name: 'wide_side', type: 'number', caption: 'Width', initial: 40, min: 10, max: 100 },
    { name: 'holes', type: 'int', initial: 2, min: 1 },
    { name: 'thickness', type: 'choice', values: [2, 4], captions: ['thin', 'thick'], initial: 4 },
    { name: 'raised', type: 'checkbox', checked: true },
    { name: 'label', type: 'text', initial: 'A B' },
  ],
  main: ({ wide_side, holes, thickness, raised }) => {
    const size: [number, number, number] = [wide_side as number, 20, thickness as number]
    const hole = (_: unknown, i: number) =>
      transforms.translate([i * 8, 0, 0], primitives.cylinder({ radius: 3, height: 10, segments: 48 }))
    const plate = booleans.subtract(primitives.cuboid({ size }), Array.from({ length: holes as number }, hole))
    return [raised ? transforms.translate([0, 0, 5], plate) : plate]
  },
}

test('a JSCAD design has the parameters that it declares', () => {
  const design = fromJscad('plate', plateWithHoles)
  expect(resolveParameters(design, {})).toEqual({ wide_side: 40, holes: 2, thickness: 4, raised: true, label: 'A B' })
  const given = { 'wide-side': '60', holes: 1, thickness: '2', raised: 'false', label: 'x' }
  expect(resolveParameters(design, given)).toEqual({ wide_side: 60, holes: 1, thickness: 2, raised: false, label: 'x' })
  expect(() => resolveParameters(design, { holes: 0, thickness: 3, 'wide-side': 200, about: 1 })).toThrow(
    /unknown parameter --about\n.*--wide-side 200 is too large: from 10 to 100; .*\n.*--holes 0 is too small: from 1; .*\n.*--thickness 3 is none of 2, 4/,
  )
})

test("what JSCAD's booleans leave open is closed, and keeps its size", () => {
  const design = fromJscad('plate', plateWithHoles)
  const { measures } = makePart(design, resolveParameters(design, { holes: 3 }))
  const bore = (48 / 2) * 9 * Math.sin((2 * Math.PI) / 48)
  expect(measures.volume).toBeCloseTo(4 * (40 * 20 - 3 * bore), 0)
  expect(measures).toMatchObject({ bodies: 1, genus: 3 })
  expect(measures.bounds.min[2]).toBe(0)
})

test('solids of one scene that overlap become one body; no solid, or one that cannot be closed, is refused', () => {
  const scene = (main: JscadDesign['main']) => makePart(fromJscad('scene', { main }), {})
  const overlapping = scene(() => [[primitives.cube({ size: 2 })], primitives.cube({ size: 2, center: [1, 0, 0] })])
  expect(overlapping.measures).toMatchObject({ bodies: 1, volume: expect.closeTo(12, 6) as number })
  expect(() => scene(() => [primitives.circle({ radius: 1 })])).toThrow('main returned a flat shape')
  expect(() => scene(() => [])).toThrow('main returned no solid')
  const [first, ...others] = geometries.geom3.toPolygons(primitives.cube({ size: 1 }))
  expect(first.vertices).toHaveLength(4)
  expect(() => scene(() => geometries.geom3.create(others))).toThrow(/open/)
})

test('a design of ours is one for JSCAD, and its geometry outlives the kernel’s', () => {
  const { getParameterDefinitions, main } = toJscad(blank)
  const definitions = getParameterDefinitions()
  expect(definitions[0]).toMatchObject({ name: 'columns', type: 'int', initial: 2, min: 1, max: 12 })
  expect(definitions.find(({ name }) => name === 'board')).toMatchObject({ type: 'choice', initial: 'us-quarter-inch' })
  const parameters = Object.fromEntries(definitions.map(({ name, initial }) => [name, initial as string]))
  const [solid] = main({ ...parameters, board: 'skadis' }) as Parameters<typeof geometries.geom3.validate>[0][]
  const part = makePart(blank, resolveParameters(blank, { board: 'skadis' }))
  geometries.geom3.validate(solid)
  expect(measurements.measureVolume(solid)).toBeCloseTo(part.measures.volume, 2)
})
