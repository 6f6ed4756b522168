import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  accept,
  angle,
  choice,
  count,
  flag,
  length,
  number,
  type Parameter,
  path,
  point,
  problemText,
  text,
  turn,
  valueText,
} from '#design'
import type { Vec3 } from '#solid'

const [min, max] = [-1e9, 1e9]
const span = length('Span', { default: 1, min, max })
const pitch = length('Pitch', { default: 25, min: 12, max: 60 })
const lean = angle('Lean', { default: 0, min: -360, max: 360 })
const columns = count('Columns', { default: 2, min: 1, max: 12 })
const scale = number('Scale', { default: 1, min: 0.1, max: 10 })
const place = point('Place', { default: [0, 0, 0], min: -500, max: 500 })
const turned = turn('Turned', { default: [0, 0, 0] })
const open = flag('Open', { default: false })
const label = text('Label', { default: '' })
const board = choice('Board', ['metric-25', 'skadis'], { default: 'skadis' })

/** What a parameter makes of a text. */
const read = (parameter: Parameter, given: unknown) => accept(parameter, given).value

/** What a person is told of a value that is refused. */
const told = (parameter: Parameter, value: unknown) => {
  const { reason, suggestion } = accept(parameter, value)
  expect(reason).toBeDefined()
  return problemText({ parameters: ['it'], reason: reason!, value, suggestion })
}

/** Millimetres in a unit, by the names that it goes by. */
const millimetres: Record<string, number> = {
  mm: 1,
  cm: 10,
  m: 1000,
  in: 25.4,
  inch: 25.4,
  inches: 25.4,
  '"': 25.4,
  '″': 25.4,
  '”': 25.4,
  ft: 304.8,
  "'": 304.8,
  '′': 304.8,
  '’': 304.8,
}

const finite = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true })
const unit = fc.constantFrom(...Object.keys(millimetres))
const space = fc.constantFrom('', ' ', '\t', '  ')
const inAnyCase = (word: string) =>
  fc
    .array(fc.boolean(), { minLength: word.length, maxLength: word.length })
    .map((upper) => [...word].map((letter, i) => (upper[i] ? letter.toUpperCase() : letter)).join(''))

test.each([
  ['0.3in', 7.62],
  ['1in', 25.4],
  ['1"', 25.4],
  ['2.5cm', 25],
  ['25.4', 25.4],
  ['.1 inches', 2.54],
  ['1/4in', 6.35],
  ['1 1/4"', 31.75],
  ['1-1/4 in', 31.75],
  ['-1 1/4in', -31.75],
  ['-1/8″', -3.175],
  ['5/64in', 1.984375],
  ['2 1/10 cm', 21],
  ['1/2mm', 0.5],
  ['+.5M', 500],
  ["1'", 304.8],
  ['1e1mm', 10],
  ['1e-1in', 2.54],
  ['1.1cm', 11],
])('%s is exactly %f mm', (given, value) => {
  expect(read(span, given)).toBe(value)
})

test('a number in a unit is so many millimetres, whatever the spaces and the case', () => {
  const spelt = unit.chain((name) => fc.tuple(fc.constant(name), inAnyCase(name)))
  fc.assert(
    fc.property(finite(1e5), spelt, space, space, space, (amount, [name, typed], ...[before, between, after]) => {
      const value = read(span, before + String(amount) + between + typed + after) as number
      const expected = amount * millimetres[name]
      expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected))
    }),
  )
})

test('a fraction is its quotient in any unit, a whole number before it or not', () => {
  const whole = fc.nat(100)
  const below = fc.integer({ min: 1, max: 128 })
  const sign = fc.constantFrom('', '-', '+')
  fc.assert(
    fc.property(
      sign,
      whole,
      fc.nat(128),
      below,
      fc.constantFrom(' ', '-'),
      unit,
      (sign, whole, above, below, dash, name) => {
        const size = (whole + above / below) * millimetres[name] * (sign === '-' ? -1 : 1)
        const value = read(span, `${sign}${whole}${dash}${above}/${below}${name}`) as number
        expect(Math.abs(value - size)).toBeLessThanOrEqual(1e-9 * Math.abs(size))
        if (whole === 0) expect(read(span, `${sign}${above}/${below} ${name}`)).toBe(value)
      },
    ),
  )
})

test('millimetres are what they are to the last digit, their unit told or not; a tenth of an inch has no dust', () => {
  fc.assert(
    fc.property(finite(1e9), (value) => {
      for (const given of [value, String(value), `${value}mm`, `${value} MM`]) expect(read(span, given)).toBe(value + 0)
      expect(read(angle('', { default: 0, min, max }), `${value}°`)).toBe(value + 0)
    }),
  )
  fc.assert(
    fc.property(fc.integer({ min: -1e6, max: 1e6 }), (tenths) => {
      expect(read(span, `${tenths / 10}in`)).toBe((tenths * 254) / 100)
    }),
  )
})

test('the text of any value that was taken is taken again, as the same', () => {
  const typed = fc.oneof(
    fc.tuple(
      fc.constant(span),
      fc.tuple(finite(1e5), unit).map(([amount, name]) => `${amount}${name}`),
    ),
    fc.tuple(
      fc.constant(lean),
      finite(360).map((amount) => `${amount} deg`),
    ),
    fc.tuple(fc.constant(scale), fc.double({ min: 0.1, max: 10, noNaN: true })),
    fc.tuple(
      fc.constant(place),
      fc.tuple(finite(1.5), finite(500), finite(19)).map(([x, y, z]) => `${x}ft, ${y},${z} IN`),
    ),
    fc.tuple(fc.constant(open), fc.constantFrom('yes', 'OFF', 'True')),
  )
  fc.assert(
    fc.property(typed, ([parameter, given]) => {
      const value = read(parameter, given)
      expect(value).toBeDefined()
      expect(read(parameter, valueText(value!))).toEqual(value)
      expect(read(parameter, value)).toEqual(value)
    }),
  )
})

test('each coordinate of a point has a unit of its own, a turn is in degrees', () => {
  expect(read(place, '0,-1in,2cm')).toEqual([0, -25.4, 20])
  expect(read(place, '[-1/4 in, 3, .1 m]')).toEqual([-6.35, 3, 100] satisfies Vec3)
  expect(read(place, ['1"', 2, '3mm'])).toEqual([25.4, 2, 3])
  expect(read(turned, '15°,-90deg,7')).toEqual([15, -90, 7])
})

test.each<[Parameter, unknown, string]>([
  [pitch, '2.5cn', '2.5cn is in no unit that it takes: mm, cm, m, in, ft; did you mean 2.5cm?'],
  [pitch, '1inche', '1inche is in no unit that it takes: mm, cm, m, in, ft; did you mean 1inches?'],
  [pitch, '1km', '1km is in no unit that it takes: mm, cm, m, in, ft'],
  [pitch, '25x', '25x is in no unit that it takes: mm, cm, m, in, ft'],
  [pitch, '15°', '"15°" is in no unit that it takes: mm, cm, m, in, ft'],
  [lean, '15mm', '15mm is in no unit that it takes: °'],
  [pitch, '3/4', '3/4 lacks its unit: mm, cm, m, in, ft; did you mean 3/4in?'],
  [pitch, '1/4', '1/4 lacks its unit: mm, cm, m, in, ft'],
  [pitch, '1ft', '1ft is too large: from 12 to 60 mm; try --it 60'],
  [pitch, '-1in', '-1in is too small: from 12 to 60 mm; try --it 12'],
  [pitch, '1/0in', '1/0in is not finite; give a number from 12 to 60 mm'],
  [pitch, '1e999in', '1e999in is not finite; give a number from 12 to 60 mm'],
  ...[
    'abc',
    '0x10',
    '',
    ' ',
    'NaN',
    'Infinity',
    '-Infinity',
    'in',
    '"',
    '1in2',
    '1/',
    '/4in',
    '1 2in',
    '1,5in',
    '5in in',
  ].map((garbage): [Parameter, unknown, string] => [
    pitch,
    garbage,
    `${/^[\w/,-]+$/.test(garbage) ? garbage : JSON.stringify(garbage)} is not a number; give one from 12 to 60 mm`,
  ]),
  [columns, '4mm', '4mm takes no unit: give a number from 1 to 12; try --it 4'],
  [columns, '99mm', '99mm takes no unit: give a number from 1 to 12; try --it 12'],
  [scale, '2 cm', '"2 cm" takes no unit: give a number from 0.1 to 10; try --it 2'],
  [
    place,
    '0,2.5cn,1in',
    '0,2.5cn,1in has a y that is in no unit that it takes: mm, cm, m, in, ft; try --it 0,2.5cm,25.4',
  ],
  [place, '1in,2', '1in,2 is not three numbers x,y,z from -500 to 500 mm; try --it 25.4,2,0'],
])('%#: what is no measure is refused with words that help', (parameter, given, words) => {
  expect(told(parameter, given)).toBe(`--it ${words}`)
})

test('a flag is yes or no in the words of files and environments', () => {
  for (const yes of [true, 'true', 'TRUE', 'Yes', 'on', '1']) expect(read(open, yes)).toBe(true)
  for (const no of [false, 'false', 'NO', 'off', '0']) expect(read(open, no)).toBe(false)
  for (const other of ['maybe', '', 'y', 1, 0, null, ['yes']])
    expect(accept(open, other).reason).toBe('is none of true, yes, on, 1, false, no, off, 0')
})

test('a number is read as its text, all else is no text', () => {
  expect(read(label, '1.10')).toBe('1.10')
  expect(read(label, 18650)).toBe('18650')
  for (const other of [NaN, true, null, ['A'], {}, undefined])
    expect(accept(label, other).reason).toBe('is not text; write it in quotes')
})

test('whatever a file or a program gives is taken, or refused with a message', () => {
  const loop: unknown[] = []
  loop.push(loop)
  const bare = Object.assign(Object.create(null) as object, { a: 1 })
  const odd: unknown[] = [
    { toString: 5 },
    [{ toString: 5 }],
    { toJSON: 5 },
    { mesh: 1 },
    bare,
    [bare],
    loop,
    { loop },
    Symbol('x'),
  ]
  const given = fc.oneof(fc.constantFrom(...odd), fc.anything({ withBigInt: true, withNullPrototype: true }))
  const any = fc.constantFrom<Parameter>(
    span,
    lean,
    columns,
    scale,
    place,
    turned,
    open,
    label,
    board,
    path('', { default: 'x' }),
  )
  fc.assert(
    fc.property(any, given, (parameter, value) => {
      const { reason } = accept(parameter, value)
      if (reason !== undefined) expect(told(parameter, value)).toMatch(/^--it (.* )?(is|has|names|takes|lacks) /s)
    }),
    { numRuns: 2000 },
  )
  expect(told(board, { toString: 5 })).toBe('--it {"toString":5} is none of metric-25, skadis')
  expect(told(board, ['skadis'])).toBe('--it skadis is none of metric-25, skadis')
  expect(told(board, loop)).toBe('--it a list is none of metric-25, skadis')
  expect(told({ ...label, kind: 'model' }, { mesh: 1 })).toMatch(/^--it {"mesh":1} is no model/)
})
