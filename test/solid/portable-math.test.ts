import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as portable from '../../src/solid/portable-math.ts'

/** The engine's own, by a name that the bundler does not look for. */
const engine = globalThis['Math'] as unknown as Record<string, (...numbers: number[]) => number>

/** Whether two numbers are the same but for the last bits. */
const near = (a: number, b: number, scale = Math.abs(b)) =>
  Math.abs(a - b) <= 8 * Number.EPSILON * Math.max(scale, 1e-100)

const finite = (range: number) => fc.double({ min: -range, max: range, noNaN: true })

describe('portable functions agree with the engine to the last bits', () => {
  test.each(['sin', 'cos'] as const)('%s', (name) => {
    fc.assert(fc.property(finite(1000), (x) => near(portable[name](x), engine[name](x), 1)))
  })
  test.each(['asin', 'acos'] as const)('%s', (name) => {
    fc.assert(fc.property(finite(1), (x) => near(portable[name](x), engine[name](x), 1)))
    expect([2, -2, NaN].map(portable[name])).toEqual([NaN, NaN, NaN])
  })
  test('tan', () => {
    fc.assert(fc.property(finite(1.5), (x) => near(portable.tan(x), engine.tan(x))))
  })
  test('atan and atan2, on the axes, too', () => {
    fc.assert(fc.property(finite(1e9), (x) => near(portable.atan(x), engine.atan(x))))
    fc.assert(fc.property(finite(1e3), finite(1e3), (y, x) => near(portable.atan2(y, x), engine.atan2(y, x))))
    for (const y of [0, -0, 1, -1, Infinity, -Infinity]) {
      for (const x of [0, -0, 1, -1]) expect(portable.atan2(y, x)).toBe(engine.atan2(y, x))
    }
  })
  test('hypot', () => {
    fc.assert(
      fc.property(finite(1e6), finite(1e6), finite(1e6), (...sides) =>
        near(portable.hypot(...sides), engine.hypot(...sides)),
      ),
    )
  })
})

test('right angles are as exact as a double can say them', () => {
  expect(portable.sin(Math.PI / 2)).toBe(1)
  expect(portable.cos(0)).toBe(1)
  expect(portable.cos(Math.PI)).toBe(-1)
  expect(Math.abs(portable.sin(Math.PI))).toBeLessThan(2e-16)
  expect([portable.acos(1), portable.acos(0), portable.acos(-1)]).toEqual([0, Math.PI / 2, Math.PI])
  expect(portable.sin(NaN)).toBeNaN()
})
