import fc from 'fast-check'
import { describe as group, expect, test } from 'vitest'
import { describe } from '#design'
import { catalogue } from '../../designs/index.ts'
import { measureOf } from '../../src/preview/page/measure.ts'
import type { Control } from '../../src/preview/protocol.ts'

const controls: readonly (readonly [string, Control])[] = catalogue.flatMap(({ name, parameters }) =>
  describe(parameters)
    .filter(({ min, max }) => min !== undefined && max !== undefined)
    .map((control) => [`${name} ${control.name}`, control] as const),
)
const lengths = controls.filter(([, { unit }]) => unit === 'mm')

group('a number in millimetres or inches', () => {
  test.each(controls)('%s: the slider goes in round steps, from end to end', (_, control) => {
    for (const unit of ['mm', 'in'] as const) {
      const { ends, step, keep, number } = measureOf(control, unit)
      expect([keep(ends[0]), keep(ends[1])]).toEqual([String(control.min), String(control.max)])
      const next = ends[0] + step
      expect(next / step).toBeCloseTo(Math.round(next / step), 6)
      // One step on is a number with no more decimals than the step.
      expect(Number(number(keep(next))!.toFixed(3))).toBeCloseTo(number(keep(next))!, 9)
      expect((ends[1] - ends[0]) / step).toBeGreaterThanOrEqual(1)
    }
  })

  test.each(lengths)(
    '%s: whatever is typed in inches is kept to the picometre, and shown as it was typed',
    (_, control) => {
      const { read, show } = measureOf(control, 'in')
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 99_999 }), (n) => {
          const typed = String(n / 10_000)
          expect(Math.abs(Number(read(typed)) - (n / 10_000) * 25.4)).toBeLessThan(1e-9)
          expect(show(read(typed))).toBe(typed)
        }),
        { numRuns: 30 },
      )
    },
  )

  test.each([
    ['in', '1/4', '6.35'],
    ['in', '6mm', '6'],
    ['in', '0.25', '6.35'],
    ['mm', '1/4in', '6.35'],
    ['mm', '1 1/4"', '31.75'],
    ['mm', '6', '6'],
    // What has no unit that it could be meant in is refused in words.
    ['mm', '1/4', '1/4'],
    ['mm', 'wide', 'wide'],
    ['in', '', ''],
  ] as const)('in %s, %j is kept as %j', (unit, typed, kept) => {
    expect(measureOf(lengths[0][1], unit).read(typed)).toBe(kept)
  })

  test('arrow keys go to the next round number and no further than the bounds', () => {
    const { stepped, step } = measureOf({ ...lengths[0][1], min: 2.4, max: 20 }, 'mm')
    expect(step).toBe(0.1)
    expect(stepped('6', 1)).toBe('6.1')
    expect(stepped('6.34', 1)).toBe('6.4')
    expect(stepped('6.34', -1)).toBe('6.3')
    expect(stepped('6', 10)).toBe('7')
    expect(stepped('2.4', -1)).toBe('2.4')
    expect(stepped('19.9', 10)).toBe('20')
    expect(stepped('wide', 1)).toBe('wide')
    const inches = measureOf({ ...lengths[0][1], min: 2.4, max: 20 }, 'in')
    expect(inches.stepped('6', 1)).toBe(String(Number((0.24 * 25.4).toPrecision(12))))
  })
})
