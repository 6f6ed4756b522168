import { beforeAll, expect, test } from 'vitest'
import { makePart, resolveParameters, toJscad } from '#design'
import { startKernel, type Vec3 } from '#solid'
import { report } from '../../src/report.ts'
import { cubeModel, pierced } from '../support/pierced.ts'

beforeAll(() => startKernel())

const resolve = (given: Readonly<Record<string, unknown>>) => resolveParameters(pierced, given)

test('a point and a turn are three numbers, in a list or as text', () => {
  expect(resolve({})).toMatchObject({ sculpture: '', holeFrom: [0, -2.5, 1], sculptureTurn: [0, 0, 0] })
  const same: unknown[] = [[1, -2.5, 300], ['1', -2.5, '3e2'], '1,-2.5,300', ' +1, -2.5 ,3e2 ', '[\n1,\n -2.5,\n300\n]']
  for (const holeFrom of same) expect(resolve({ holeFrom }).holeFrom, String(holeFrom)).toEqual([1, -2.5, 300])
  expect(resolve({ 'sculpture-turn': '-360,0,.5' }).sculptureTurn).toEqual([-360, 0, 0.5])
  expect(Object.is((resolve({ holeFrom: '-0,0,0' }).holeFrom as Vec3)[0], 0)).toBe(true)
})

test('what is given is not kept: changing the list later changes nothing', () => {
  const list = [1, 2, 3]
  const { holeFrom } = resolve({ holeFrom: list })
  list[0] = 9
  expect(holeFrom).toEqual([1, 2, 3])
})

test.each([
  ['1,2', '1,2 is not three numbers x,y,z from -500 to 500 mm; try --hole-from 1,2,0'],
  [[1, 2, 3, 4], '1,2,3,4 is not three numbers x,y,z from -500 to 500 mm; try --hole-from 1,2,3'],
  ['', '"" is not three numbers x,y,z from -500 to 500 mm'],
  [7, '7 is not three numbers x,y,z from -500 to 500 mm; try --hole-from 7,0,0'],
  [null, 'null is not three numbers x,y,z from -500 to 500 mm'],
  [[1, null, 3], '1,,3 has a y that is not a number; give one from -500 to 500 mm'],
  [{ x: 1 }, '{"x":1} is not three numbers x,y,z from -500 to 500 mm'],
  ['1,b,3', '1,b,3 has a y that is not a number; give one from -500 to 500 mm'],
  ['1,,3', '1,,3 has a y that is not a number; give one from -500 to 500 mm'],
  [[1, NaN, 3], '1,NaN,3 has a y that is not a number; give one from -500 to 500 mm'],
  [[1, 2, Infinity], '1,2,Infinity has a z that is not finite; give a number from -500 to 500 mm'],
  ['900,0,-900', '900,0,-900 has an x that is too large: from -500 to 500 mm; try --hole-from 500,0,-500'],
])('%j is refused as a point, with words that help', (holeFrom, told) => {
  const message = `pierced: --hole-from ${told}`
  expect(() => resolve({ holeFrom })).toThrow(expect.objectContaining({ name: 'RequestProblem', message }))
})

test('a model is given as one; its path is refused with the way to read it; defaults follow from it', () => {
  expect(resolve({ sculpture: cubeModel })).toMatchObject({ sculpture: cubeModel, holeFrom: [0, 0, 0] })
  expect(resolve({ sculpture: '' })).toEqual(resolve({ sculpture: undefined }))
  expect(() => resolve({ sculpture: 'bust.stl', holeFrom: [30, 0, 0] })).toThrow(
    /^pierced: --sculpture bust\.stl is no model: give what readModel\(bytes, name\) returns$/,
  )
  expect(() => resolve({ sculpture: cubeModel, holeFrom: [30, 0, 0] })).toThrow(
    /--hole-from and --sculpture do not meet/,
  )
})

test('a report names the model and what was mended in it, and gives a point as a list, which makes the same part', () => {
  const part = makePart(pierced, resolve({ sculpture: cubeModel, holeFrom: '1,2,3' }))
  const { parameters, warnings } = report(part)
  expect(parameters).toMatchObject({
    sculpture: 'scans/my cube.stl',
    'hole-from': [1, 2, 3],
    'sculpture-turn': [0, 0, 0],
  })
  expect(part.measures.volume).toBeCloseTo(1000 - 4 * 3 * 2, 6)
  expect(warnings.slice(0, 2)).toEqual(['scans/my cube.stl: closed 3 holes', 'scans/my cube.stl: turned inside out'])
  const again = makePart(pierced, resolve({ ...parameters, sculpture: cubeModel }))
  expect(again.mesh).toEqual(part.mesh)
  const none = report(makePart(pierced, resolve({})))
  expect(none.parameters.sculpture).toBe('')
  expect(makePart(pierced, resolve(none.parameters)).measures).toEqual(none.mesh)
})

test('a title names what is not at its default, lists that are equal and models by their names', () => {
  const title = (given: Readonly<Record<string, unknown>>) => makePart(pierced, resolve(given)).title
  expect(title({ holeFrom: [0, -2.5, 1], sculptureTurn: '0,0,0' })).toBe('pierced')
  expect(title({ sculptureTurn: [0, 0, 45] })).toBe('pierced sculpture-turn=0,0,45')
  expect(title({ sculpture: cubeModel })).toBe('pierced sculpture=scans/my_cube.stl')
})

test('JSCAD programs see a point as text, no model, and a default that follows goes on following', () => {
  const { getParameterDefinitions, main } = toJscad(pierced)
  const own = getParameterDefinitions().slice(0, 2)
  expect(own).toMatchObject([
    { name: 'holeFrom', type: 'text', initial: '0,-2.5,1' },
    { name: 'sculptureTurn', type: 'text', initial: '0,0,0' },
  ])
  const begun = Object.fromEntries(getParameterDefinitions().map(({ name, initial }) => [name, initial as string]))
  const highest = (parameters: Parameters<typeof main>[0]) =>
    Math.max(
      ...(main(parameters) as { polygons: { vertices: Vec3[] }[] }[])[0].polygons.flatMap(({ vertices }) =>
        vertices.map(([, , z]) => z),
      ),
    )
  expect(highest(begun)).toBeCloseTo(20, 6)
  expect(highest({ ...begun, sculpture: cubeModel })).toBeCloseTo(10, 6)
  expect(highest({ ...begun, holeFrom: '-15,-15,0' })).toBeCloseTo(10, 6)
})
