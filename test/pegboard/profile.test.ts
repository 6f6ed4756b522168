import { describe, expect, test } from 'vitest'
import { area, insetProfile, isSimple, type Profile } from '../../src/pegboard/profile.ts'

/** A bar 10 long and 4 high, its base at y = 0: the closing edge. */
const bar: Profile = [
  [0, -2],
  [10, -2],
  [10, 2],
  [0, 2],
]

describe('an inset', () => {
  test('moves every edge in by its measure, but leaves the base where it is', () => {
    expect(insetProfile(bar, 0.5)).toEqual([
      [0, -1.5],
      [9.5, -1.5],
      [9.5, 1.5],
      [0, 1.5],
    ])
  })

  test('of 45° corners keeps the edges parallel and the corners as many', () => {
    const tipped: Profile = [
      [0, -2],
      [8, -2],
      [10, 0],
      [8, 2],
      [0, 2],
    ]
    const inset = insetProfile(tipped, 1)
    expect(inset[2]![0]).toBeCloseTo(10 - Math.SQRT2, 9)
    expect(inset).toHaveLength(5)
    expect(isSimple(inset)).toBe(true)
  })

  test('that is too deep is told by the outline turning over', () => {
    const flipped = insetProfile(bar, 2.5)
    expect(isSimple(flipped) && area(flipped) > 0).toBe(false)
  })
})

test('an outline that crosses itself is not simple', () => {
  expect(
    isSimple([
      [0, 0],
      [2, 2],
      [2, 0],
      [0, 2],
    ]),
  ).toBe(false)
  expect(isSimple(bar)).toBe(true)
})
