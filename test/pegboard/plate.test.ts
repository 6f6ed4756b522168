import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boards, type Board, type BoardName } from '../../src/pegboard/boards.ts'
import { plateProfile } from '../../src/pegboard/plate.ts'
import { area, isSimple, type Profile } from '../../src/pegboard/profile.ts'
import { anyBoard } from './any-board.ts'

const height = (plate: Profile) => Math.max(...plate.map(([, z]) => z))
const foot = (plate: Profile) => Math.min(...plate.map(([, z]) => z))

test('a plate is a sound outline in front of the board, and stays 1.2 thick where it ends', () => {
  const rows = fc.integer({ min: 1, max: 6 })
  const thickness = fc.double({ min: 2.4, max: 12, noNaN: true })
  fc.assert(
    fc.property(anyBoard, rows, thickness, (board, rows, thickness) => {
      const plate = plateProfile({ rows, board, thickness })
      expect(isSimple(plate)).toBe(true)
      expect(area(plate)).toBeGreaterThan(0)
      expect(Math.max(...plate.map(([y]) => y))).toBe(0)
      const top = plate.filter(([, z]) => z > height(plate) - 1e-9).map(([y]) => y)
      expect(Math.max(...top) - Math.min(...top)).toBeGreaterThan(1.2 - 1e-9)
    }),
  )
})

test.each(Object.keys(boards) as BoardName[])(
  'on %s a plate of 6 covers its cells but for a gap of 0.3 to the next',
  (name) => {
    const board: Board = { name, ...boards[name] }
    const plate = plateProfile({ rows: 2, board, thickness: 6 })
    expect(height(plate) - foot(plate)).toBeCloseTo(2 * board.pitch - 0.3, 9)
    expect(height(plate)).toBeCloseTo(board.pitch / 2 - 0.15, 9)
  },
)
