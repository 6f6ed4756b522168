import { expect, test } from 'vitest'
import { defineDesign, model, type Model, point, problem, resolveParameters, turn } from '#design'
import type { Vec3 } from '#solid'

const cube: Model = {
  name: 'scans/bust.stl',
  mesh: { points: new Float32Array(9), triangles: Uint32Array.of(0, 1, 2) },
  mended: [],
}

/** A sculpture with a hole from a place that follows from the sculpture. */
const pierced = defineDesign({
  name: 'pierced',
  summary: 'A sculpture with a hole through it.',
  parameters: {
    sculpture: model('Sculpture instead of a ball'),
    holeFrom: point('Where the hole begins', {
      default: ({ sculpture }): Vec3 => (sculpture ? [0, -30, 20] : [0, -25, 12]),
      min: -500,
      max: 500,
    }),
    sculptureTurn: turn('How the sculpture is turned', { default: [0, 0, 0] }),
  },
  check: ({ sculpture, holeFrom: [x] }) =>
    sculpture && x !== 0 ? [problem(['holeFrom', 'sculpture'], 'do not meet')] : [],
  main: () => [],
})

const resolve = (given: Readonly<Record<string, unknown>>) => resolveParameters(pierced, given)

test('a point and a turn are three numbers, in a list or as text', () => {
  expect(resolve({})).toMatchObject({ sculpture: '', holeFrom: [0, -25, 12], sculptureTurn: [0, 0, 0] })
  const same: unknown[] = [[1, -2.5, 300], ['1', -2.5, '3e2'], '1,-2.5,300', ' +1, -2.5 ,3e2 ', '[1, -2.5, 300]']
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
  [{ x: 1 }, '{"x":1} is not three numbers x,y,z from -500 to 500 mm'],
  ['1,b,3', '1,b,3 has a y that is not a number; give one from -500 to 500 mm'],
  ['1,,3', '1,,3 has a y that is not a number; give one from -500 to 500 mm'],
  [[1, NaN, 3], '1,NaN,3 has a y that is not a number; give one from -500 to 500 mm'],
  [[1, 2, Infinity], '1,2,Infinity has a z that is not finite; give a number from -500 to 500 mm'],
  ['900,0,-900', '900,0,-900 has an x that is too large: from -500 to 500 mm; try --hole-from 500,0,-500'],
])('%j is refused with words that help', (holeFrom, told) => {
  expect(() => resolve({ holeFrom })).toThrow(new Error(`pierced: --hole-from ${told}`))
})

test('a model is given as one; its path is refused with the way to read it; defaults follow from it', () => {
  expect(resolve({ sculpture: cube })).toMatchObject({ sculpture: cube, holeFrom: [0, -30, 20] })
  expect(resolve({ sculpture: '' })).toEqual(resolve({ sculpture: undefined }))
  expect(() => resolve({ sculpture: 'bust.stl', holeFrom: [1, 2, 3] })).toThrow(
    /^pierced: --sculpture bust\.stl is no model: give what readModel\(bytes, name\) returns$/,
  )
  expect(() => resolve({ sculpture: cube, holeFrom: [1, 2, 3] })).toThrow(/--hole-from and --sculpture do not meet/)
})
