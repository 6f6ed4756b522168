import { describe, expect, test } from 'vitest'
import { problemText } from '#design'
import { readBed } from '../../../src/build/plates/bed.ts'
import { printers } from '../../../src/check/printers.ts'

/** What somebody is told who asks for a bed that is none. */
function refusal(value: string): string {
  const read = readBed(value)
  if (read.reason === undefined) throw new Error(`${value} was read`)
  return problemText({ parameters: ['bed'], value, ...read })
}

describe('a bed', () => {
  test.each([
    ['220x220', { name: '220 × 220 mm', x: 220, y: 220 }],
    [' 250 X 210.5 ', { name: '250 × 210.5 mm', x: 250, y: 210.5 }],
    ['220×220x250', { name: '220 × 220 × 250 mm', x: 220, y: 220, z: 250 }],
    ['22cm x 250 mm', { name: '220 × 250 mm', x: 220, y: 250 }],
    ['8 x 8 in', { name: '203.2 × 203.2 mm', x: 203.2, y: 203.2 }],
  ])('is read from %j', (text, value) => expect(readBed(text)).toEqual({ value }))

  test.each(['prusa-mk4', 'Prusa MK4', 'PRUSA mk 4', 'prusamk4'])('is that of a printer: %j', (text) =>
    expect(readBed(text)).toEqual({ value: { name: 'Prusa MK4', x: 250, y: 210, z: 220 } }),
  )

  test('is that of each printer by its name as it is listed, or by its own where two are listed as one', () => {
    for (const [name, volume] of Object.entries(printers)) {
      for (const own of name === 'Bambu P1, X1' ? ['Bambu P1', 'bambu-x1'] : [name]) {
        expect(readBed(own).value, own).toMatchObject(volume)
      }
    }
  })

  test.each([
    ['prusa-mk5', '--bed prusa-mk5 is no printer that is known; did you mean prusa-mk3?'],
    ['220', '--bed 220 is not the size of a bed, such as 220x220 or 220x220x250'],
    ['1x2x3x4', '--bed 1x2x3x4 is not the size of a bed, such as 220x220 or 220x220x250'],
    ['220x', '--bed 220x has a depth that is not a number; give one from 10 to 10000 mm'],
    ['220x0', '--bed 220x0 has a depth that is too small: from 10 to 10000 mm'],
    ['220x220x9e9', '--bed 220x220x9e9 has a height that is too large: from 10 to 10000 mm'],
    ['20lb x 20', '--bed "20lb x 20" has a width that is in no unit that it takes: mm, cm, m, in, ft'],
  ])('is not read from %j', (text, told) => expect(refusal(text)).toBe(told))

  test('that nobody knows is told with all that are known', () => {
    expect(refusal('')).toMatch(/^--bed "" is neither the size of a bed, such as 220x220, nor .* voron-v2\.4-250, /)
  })
})
