import { beforeAll, expect, test } from 'vitest'
import { box, lettering, letteringWidth, startKernel, subtract, union } from '#solid'
import { measured } from '../support/solid.ts'

beforeAll(() => startKernel())

const style = { height: 7, stroke: 0.9, depth: 0.6 } as const

test('letters stand as high, as wide and as deep as asked', () => {
  const { bounds } = measured(() => lettering('HH', { ...style, on: 'floor' }))
  expect(bounds.max[1] - bounds.min[1]).toBeCloseTo(7 + 0.9, 1)
  expect(bounds.max[0] - bounds.min[0]).toBeCloseTo(letteringWidth('HH', 7) + 0.9, 1)
  expect(bounds.max[2]).toBeCloseTo(0.6, 5)
  expect(bounds.max[0] + bounds.min[0]).toBeCloseTo(0, 1)
})

test('strokes are of even width: a letter I holds its stroke and two round ends', () => {
  const { volume } = measured(() => lettering('I', { height: 10, stroke: 1, depth: 1, on: 'floor' }))
  const stroke = 10 * 1 + (Math.PI * 1) / 4
  expect(volume / (stroke * 1.2)).toBeCloseTo(1, 1)
})

test('on a wall the foot is wider than the crest by the depth on either side', () => {
  const wide = measured(() => lettering('I', { ...style, on: 'wall' })).bounds
  const steep = measured(() => lettering('I', { ...style, on: 'floor' })).bounds
  expect(wide.max[0] - steep.max[0]).toBeCloseTo(style.depth, 1)
})

test.each(['floor', 'wall'] as const)('every glyph there is becomes a sound solid on a %s', (on) => {
  const glyphs = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i))
  for (const glyph of glyphs) expect(measured(() => lettering(glyph, { ...style, on })).volume).toBeGreaterThan(0.1)
})

test('at whatever height, even where the counters of a % close', () => {
  for (let height = 3; height < 8; height += 0.03) {
    const look = { height, stroke: height / 6, depth: 0.4, on: 'wall' } as const
    expect(measured(() => lettering('%&8', look)).volume, `${height}`).toBeGreaterThan(1)
  }
})

test('it joins and engraves a plate', () => {
  const plate = () => box([-60, -8, -3], [60, 8, 0])
  const letters = () => lettering('M12 & "PH2"', { ...style, on: 'floor' })
  const raised = measured(() => union(plate(), letters()))
  expect(raised.bodies).toBe(1)
  expect(raised.volume).toBeGreaterThan(120 * 16 * 3 + 20)
  expect(measured(() => subtract(plate(), letters())).volume).toBeLessThan(120 * 16 * 3 - 5)
})

test('a glyph that is not there is named, blank text refused', () => {
  expect(() => measured(() => lettering('5 Ω', { ...style, on: 'floor' }))).toThrow(/"Ω"/)
  expect(() => measured(() => lettering('  ', { ...style, on: 'floor' }))).toThrow(/blank/)
})
