import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { problemText, RequestProblem } from '#design'
import { closureOf, needsProblems, withNeeds } from '../../src/build/project/graph.ts'
import { readShare, shareOf } from '../../src/build/project/share.ts'

/** A part, and what it needs: `part('aa-columns-2', ['gauge'], 'aa')`. */
const part = (name: string, needs: readonly string[] = [], group = name) => ({
  name,
  group,
  needs,
  place: `a.toml:${name}`,
})

const names = (parts: readonly { readonly name: string }[]) => parts.map(({ name }) => name)

const told = (parts: readonly ReturnType<typeof part>[]) =>
  needsProblems(parts).map((each) => `${each.place}: ${problemText(each)}`)

describe('what is wrong with needs is told', () => {
  const circle = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'].map((name, i, all) =>
    part(name, [all[(i + 1) % all.length]]),
  )
  test.each([
    [[part('a', ['b']), part('b')], []],
    [
      [part('holder', ['gauges']), part('gauge')],
      ['a.toml:holder: holder needs "gauges", which is no part; did you mean gauge?'],
    ],
    [[part('a', ['zzzzz'])], ['a.toml:a: a needs "zzzzz", which is no part']],
    [[part('a', ['__proto__'])], ['a.toml:a: a needs "__proto__", which is no part']],
    [[part('a', ['a'])], ['a.toml:a: a needs itself']],
    [[part('a', ['b']), part('b', ['a'])], ['a.toml:a: a waits for itself: a → b → a']],
    [
      [part('x', ['a']), part('a', ['b', 'c']), part('b', ['a']), part('c', ['a']), part('d', ['d'])],
      [
        'a.toml:a: a waits for itself: a → b → a',
        'a.toml:a: a waits for itself: a → c → a',
        'a.toml:d: d needs itself',
      ],
    ],
    [circle, ['a.toml:a: a waits for itself: a → b → c → d → e → f → g → h → i → … → a']],
    // Of a sweep it is told once, whether a part of it is needed or all.
    [
      [part('s-1', ['x'], 's'), part('s-2', ['x'], 's'), part('x', ['s-2'])],
      ['a.toml:s-1: s waits for itself: s → x → s'],
    ],
    [[part('s-1', ['s-2'], 's'), part('s-2', ['s-2'], 's')], ['a.toml:s-1: s needs itself']],
  ])('%#', (parts, lines) => expect(told(parts)).toEqual(lines))
})

test('who needs a sweep needs all of its parts', () => {
  const parts = [part('s-1', [], 's'), part('s-2', [], 's'), part('x', ['s', 's-1']), part('y', ['s-2'])]
  expect(withNeeds(parts).map(({ needs }) => needs)).toEqual([[], [], ['s-1', 's-2'], ['s-2']])
})

test('those asked for come with what they need, in the order of the project', () => {
  const parts = [
    part('a', ['c']),
    part('b'),
    part('c', ['d']),
    part('s-1', [], 's'),
    part('d'),
    part('s-2', ['b'], 's'),
  ]
  expect(names(closureOf(parts, ['c']))).toEqual(['c', 'd'])
  expect(names(closureOf(parts, ['s-1', 'a']))).toEqual(['a', 'c', 's-1', 'd'])
  expect(names(closureOf(parts, ['s']))).toEqual(['b', 's-1', 's-2'])
  expect(closureOf(parts, [])).toEqual([])
})

test('those that there are not are told with the nearest', () => {
  const parts = [part('gauge'), part('aa-columns-2', [], 'aa'), part('aa-columns-4', [], 'aa')]
  const message =
    'build: gauges is no part of the project; did you mean gauge?\nbuild: xxxxx is no part of the project; pegsmith status lists them'
  expect(() => closureOf(parts, ['gauges', 'aa', 'xxxxx'])).toThrow(RequestProblem)
  expect(() => closureOf(parts, ['gauges', 'aa', 'xxxxx'])).toThrow(message)
  expect(() => closureOf(parts, ['aa-columns-3'])).toThrow('did you mean aa-columns-2?')
})

/** Parts in any order, each of which may need any that have a smaller number. */
const anyGraph = (most: number) =>
  fc.array(fc.array(fc.nat(), { maxLength: 3 }), { maxLength: most }).chain((needs) => {
    const parts = needs.map((list, i) =>
      part(`p${i}`, i === 0 ? [] : [...new Set(list.filter((n) => n % 3 > 0).map((n) => `p${n % i}`))]),
    )
    return fc.shuffledSubarray(parts, { minLength: parts.length })
  })

test('a chain of ten thousand parts is no deeper than the stack', () => {
  const chain = Array.from({ length: 10_000 }, (_, i) => part(`p${i}`, i < 9_999 ? [`p${i + 1}`] : []))
  expect(told(chain)).toEqual([])
  expect(closureOf(chain, ['p5'])).toHaveLength(9_995)
  expect(shareOf(chain, { index: 1, of: 2 }).length % 10_000).toBe(0)
})

/** What each share is given, by names. */
const sharesOf = (parts: readonly ReturnType<typeof part>[], of: number) =>
  Array.from({ length: of }, (_, i) => names(shareOf(parts, { index: i + 1, of })))

describe('shares', () => {
  test('are disjoint, are everything together, keep chains whole, and do not depend on the order of the file', () => {
    fc.assert(
      fc.property(anyGraph(30), fc.integer({ min: 1, max: 8 }), (parts, of) => {
        const shares = sharesOf(parts, of)
        expect(shares.flat().toSorted()).toEqual(names(parts).toSorted())
        for (const { name, needs } of parts) {
          const own = shares.find((share) => share.includes(name))
          for (const need of needs) expect(own).toContain(need)
        }
        const reversed = sharesOf(parts.toReversed(), of)
        expect(reversed.map((share) => share.toSorted())).toEqual(shares.map((share) => share.toSorted()))
      }),
    )
  })

  test('of parts that need no others are as even as can be', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 60 }), fc.integer({ min: 1, max: 12 }), (list, of) => {
        const sizes = sharesOf(
          list.map((name) => part(name)),
          of,
        ).map(({ length }) => length)
        expect(Math.max(...sizes)).toBe(Math.ceil(list.length / of))
      }),
    )
  })

  test('of chains that are not too long have at most their even number; one that is too long is alone while it can be', () => {
    const chain = (name: string, length: number) =>
      Array.from({ length }, (_, i) => part(`${name}${i}`, i > 0 ? [`${name}${i - 1}`] : []))
    const parts = [...chain('a', 10), ...chain('b', 3), ...chain('c', 3), ...chain('d', 2)]
    const sizes = sharesOf(parts, 3).map(({ length }) => length)
    expect(sizes.filter((size) => size > 6)).toEqual([10])
  })

  test('a part that is added moves few of the others', () => {
    const parts = Array.from({ length: 300 }, (_, i) => part(`part-${i}`))
    const homes = (list: typeof parts) =>
      new Map(sharesOf(list, 5).flatMap((share, i) => share.map((name): [string, number] => [name, i])))
    const before = homes(parts)
    const moved = Array.from({ length: 20 }, (_, i) => {
      const after = homes([...parts, part(`new-${i}`)])
      return names(parts).filter((name) => after.get(name) !== before.get(name)).length
    })
    expect(Math.max(...moved)).toBeLessThan(10)
  })

  test('stay what they are from version to version, or machines would each make another half', () => {
    const parts = ['gauge', 'aa', 'aaa', 'bits', 'goat', 'outlet'].map((name) => part(name))
    expect(sharesOf(parts, 3)).toMatchInlineSnapshot(`
      [
        [
          "aaa",
          "bits",
        ],
        [
          "gauge",
          "aa",
        ],
        [
          "goat",
          "outlet",
        ],
      ]
    `)
  })
})

test.each([
  ['2/5', { index: 2, of: 5 }],
  [' 1 / 1 ', { index: 1, of: 1 }],
  ['0/5', { reason: 'is none of 5: they count from 1/5 to 5/5' }],
  ['6/5', { reason: 'is none of 5: they count from 1/5 to 5/5' }],
  ['1/0', { reason: 'has 0 shares: there can be 1 to 10000' }],
  ['1/10001', { reason: 'has 10001 shares: there can be 1 to 10000' }],
  ['x', { reason: 'is no share: write 2/5 for the second of five' }],
  ['2', { reason: 'is no share: write 2/5 for the second of five' }],
  ['-1/5', { reason: 'is no share: write 2/5 for the second of five' }],
  ['1.5/5', { reason: 'is no share: write 2/5 for the second of five' }],
  ['', { reason: 'is no share: write 2/5 for the second of five' }],
])('the share %j', (text, share) => expect(readShare(text)).toEqual(share))
