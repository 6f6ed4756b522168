import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBed } from '../../../src/build/plates/bed.ts'
import { type LaidPart, layOut } from '../../../src/build/plates/lay-out.ts'
import { anyWall, part } from './any-wall.ts'

/** Sizes and places are told to the thousandth. */
const ROUNDING = 0.0021

const bedOf = (text: string) => readBed(text).value!

const edges = ({ x, y, size }: LaidPart) => ({
  left: x - size[0] / 2,
  right: x + size[0] / 2,
  front: y - size[1] / 2,
  back: y + size[1] / 2,
})

/** How far apart two parts are, along the axis along which they are farther. */
function gap(one: LaidPart, other: LaidPart): number {
  const [a, b] = [edges(one), edges(other)]
  return Math.max(a.left - b.right, b.left - a.right, a.front - b.back, b.front - a.back)
}

/** How many beds are filled by rows, the deepest first, one after the other: what anybody would do by hand. */
function bedsInRows(cells: readonly (readonly [number, number])[], width: number, depth: number): number {
  let [beds, beside, behind] = [0, 0, 0]
  for (const [x, y] of cells.toSorted((a, b) => b[1] - a[1])) {
    if (x > beside) {
      if (y > behind) [beds, behind] = [beds + 1, depth]
      ;[beside, behind] = [width, behind - y]
    }
    beside -= x
  }
  return beds
}

describe('parts on plates', () => {
  test('lie there once each, apart from each other, on the bed', () => {
    fc.assert(
      fc.property(anyWall, ({ bed, spacing, items }) => {
        const plates = layOut(items, bed, spacing)
        const laid = plates.flat().map(({ part, copy }) => `${part} ${copy}`)
        const wanted = items.flatMap(({ name, copies }) => Array.from({ length: copies }, (_, i) => `${name} ${i + 1}`))
        expect(laid.toSorted()).toEqual(wanted.toSorted())
        for (const plate of plates) {
          for (const [i, one] of plate.entries()) {
            const { size } = items.find(({ name }) => name === one.part)!
            const [x, y, z] = one.turn === 90 ? [size[1], size[0], size[2]] : size
            expect(Math.hypot(one.size[0] - x, one.size[1] - y, one.size[2] - z)).toBeLessThan(ROUNDING)
            const { left, right, front, back } = edges(one)
            const [beside, before] = [bed.x - x, bed.y - y].map((free) => Math.min(spacing, free) / 2 - ROUNDING)
            expect(Math.min(left + bed.x / 2, bed.x / 2 - right)).toBeGreaterThan(beside)
            expect(Math.min(front + bed.y / 2, bed.y / 2 - back)).toBeGreaterThan(before)
            const nearest = Math.min(...plate.slice(i + 1).map((other) => gap(one, other)))
            expect(nearest).toBeGreaterThan(spacing - ROUNDING)
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  test('take no more beds than rows would, whichever way all of them are turned', () => {
    fc.assert(
      fc.property(anyWall, ({ bed, spacing, items }) => {
        const cells = items.flatMap(({ copies, size: [x, y] }) =>
          Array<[number, number]>(copies).fill([x + spacing, y + spacing]),
        )
        const rows = [cells, cells.map(([x, y]): [number, number] => [y, x])]
          .filter((all) => all.every(([x, y]) => x <= bed.x && y <= bed.y))
          .map((all) => bedsInRows(all, bed.x, bed.y))
        fc.pre(rows.length > 0)
        expect(layOut(items, bed, spacing).length).toBeLessThanOrEqual(Math.min(...rows))
      }),
      { numRuns: 150 },
    )
  })

  test('are in the middle of the bed as a whole, in the order of the project, and lie the same each time', () => {
    fc.assert(
      fc.property(anyWall, ({ bed, spacing, items }) => {
        const plates = layOut(items, bed, spacing)
        const rank = (laid: LaidPart) => items.findIndex(({ name }) => name === laid.part)
        const rising = (ranks: readonly number[]) => expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
        rising(plates.map(([first]) => rank(first)))
        for (const plate of plates) {
          rising(plate.map(rank))
          const all = plate.map(edges)
          const side = (name: keyof (typeof all)[0]) => all.map((each) => each[name])
          expect(Math.abs(Math.min(...side('left')) + Math.max(...side('right')))).toBeLessThan(2 * ROUNDING)
          expect(Math.abs(Math.min(...side('front')) + Math.max(...side('back')))).toBeLessThan(2 * ROUNDING)
        }
        expect(layOut(items, bed, spacing)).toEqual(plates)
      }),
      { numRuns: 100 },
    )
  })

  /** What the parts of the catalogue measure at their defaults. */
  const sizes = [
    [90.991, 74.794],
    [90.991, 57.405],
    [126.7, 96.474],
    [93.296, 162.887],
    [76.313, 130.228],
    [55.379, 64.257],
  ]

  test.each([
    ['a wall on an Ender-3', 'creality-ender-3', [3, 6, 4, 5, 3, 1], 5, 7],
    ['a wall on an MK4', 'prusa-mk4', [3, 6, 4, 5, 3, 1], 5, 6],
    ['thirty parts on a large bed', '350x350', [5, 5, 5, 5, 5, 5], 3, 3],
    ['two hundred blanks, six a bed', 'prusa-mk4', [200, 0, 0, 0, 0, 0], 30, 34],
  ])('take few more beds than their ground would: %s', (_, name, copies, least, beds) => {
    const items = sizes.map(([x, y], i) => part(`part-${i}`, copies[i], x, y))
    const bed = bedOf(name)
    const ground = items.reduce((sum, { copies, size: [x, y] }) => sum + copies * (x + 6) * (y + 6), 0)
    expect(Math.ceil(ground / (bed.x * bed.y))).toBe(least)
    expect(layOut(items, bed, 6)).toHaveLength(beds)
  })

  test('that just fit lie in the middle of the bed, with others beside them where there is room', () => {
    expect(layOut([part('whole', 1, 220, 220)], bedOf('220x220'), 6)).toEqual([
      [{ part: 'whole', copy: 1, x: 0, y: 0, turn: 0, size: [220, 220, 10] }],
    ])
    const strips = layOut([part('strip', 9, 20, 218)], bedOf('220x220'), 6)
    expect(strips.map(({ length }) => length)).toEqual([8, 1])
    expect(new Set(strips.flat().map(({ y }) => y))).toEqual(new Set([0]))
    // Turned, it would share a bed with the others, nearer to the edge than it must.
    const crowded = layOut([part('long', 1, 208, 30), part('column', 4, 30, 206)], bedOf('210x212'), 6)
    expect(crowded.flat()[0]).toMatchObject({ turn: 0, x: 0 })
    expect(layOut([part('long', 1, 200, 248)], bedOf('250x210'), 6)[0][0]).toMatchObject({ turn: 90, x: 0, y: 0 })
  })

  test('are laid out in time that grows with the copies, not with their square', () => {
    const took = (copies: number) => {
      const start = performance.now()
      layOut([part('a', copies, 40, 30), part('b', copies, 71, 33)], bedOf('220x220'), 6)
      return performance.now() - start
    }
    const few = Math.min(took(100), took(100), took(100))
    // Sixteen times as many: linear is 16, their square 256.
    expect(took(1600)).toBeLessThan(80 * few)
  })

  test('are all told that are larger than the bed, and whether they fit askew', () => {
    const items = [
      part('shelf', 1, 320, 20, 40),
      part('tower', 2, 50, 50, 260),
      part('fits', 1, 200, 220),
      part('table', 1, 400, 300),
    ]
    const told = [
      'shelf is 320.0 × 20.0 × 40.0 mm and does not fit a bed of 220 × 220 × 250 mm',
      'tower is 50.0 × 50.0 × 260.0 mm and does not fit a bed of 220 × 220 × 250 mm',
      'table is 400.0 × 300.0 × 10.0 mm and does not fit a bed of 220 × 220 × 250 mm',
    ]
    expect(() => layOut(items, bedOf('creality-ender-3'), 6)).toThrow(
      expect.objectContaining({ message: told.join('\n') }),
    )
    expect(() => layOut([part('shelf', 1, 280, 20)], bedOf('220x220'), 6)).toThrow(
      'shelf is 280.0 × 20.0 × 10.0 mm and does not fit a bed of 220 × 220 mm; by itself it does, turned by 43°',
    )
    expect(layOut([part('tower', 1, 50, 50, 260)], bedOf('220x220'), 6)).toHaveLength(1)
  })
})
