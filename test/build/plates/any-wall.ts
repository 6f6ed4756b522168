import fc from 'fast-check'
import type { Item } from '../../../src/build/plates/lay-out.ts'

export const part = (name: string, copies: number, x: number, y: number, z = 10): Item => ({
  name,
  copies,
  size: [x, y, z],
})

/** Any parts that fit a bed, turned or not, and the room that is wanted between them. */
export const anyWall = fc
  .record({
    width: fc.integer({ min: 100, max: 400 }),
    depth: fc.integer({ min: 100, max: 400 }),
    spacing: fc.double({ min: 1, max: 12, noNaN: true }),
    /** Of the bed's sides, how much a part may take. */
    share: fc.double({ min: 0.1, max: 1, noNaN: true }),
    parts: fc.array(
      fc.record({
        copies: fc.integer({ min: 1, max: 9 }),
        x: fc.double({ min: 0, max: 1, noNaN: true }),
        y: fc.double({ min: 0, max: 1, noNaN: true }),
        across: fc.boolean(),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  })
  .map(({ width, depth, spacing, share, parts }) => {
    const items = parts.map(({ copies, across, ...at }, i) => {
      const [x, y] = [1 + at.x * (share * width - 1), 1 + at.y * (share * depth - 1)]
      return across ? part(`part-${i}`, copies, y, x) : part(`part-${i}`, copies, x, y)
    })
    return { bed: { name: 'any', x: width, y: depth, z: 20 }, spacing, items }
  })
