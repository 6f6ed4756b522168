import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boards, type Board } from '../../src/pegboard/boards.ts'
import { pegDiameter } from '../../src/pegboard/peg-size.ts'
import { hookPeg, hookProfile, pinPeg, type Peg } from '../../src/pegboard/peg.ts'
import { pinProfile } from '../../src/pegboard/pin.ts'
import { area, insetProfile, isSimple, type Profile } from '../../src/pegboard/profile.ts'
import { anyBoard, roundBoard, slottedBoard } from './any-board.ts'

const layersOf = ({ profile, section }: Peg) =>
  section.map(([x, inset]) => ({ x, outline: insetProfile(profile, inset) }))

/** Heights of an outline's sides where it crosses the plane y, from low to high. */
const crossings = (outline: Profile, y: number): number[] =>
  outline
    .flatMap(([y0, z0], i) => {
      const [y1, z1] = outline[(i + 1) % outline.length]!
      return y0 < y !== y1 < y ? [z0 + ((z1 - z0) * (y - y0)) / (y1 - y0)] : []
    })
    .sort((a, b) => a - b)

const halfHeight = ({ hole }: Board, x: number, radius: number) =>
  Math.sqrt(radius ** 2 - x ** 2) + (hole.shape === 'slot' ? (hole.height - hole.diameter) / 2 : 0)

describe('every peg of every board', () => {
  test('is a sound outline at each layer, with as many corners as in its mid-plane', () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        for (const peg of [hookPeg(board), pinPeg(board)])
          for (const { outline } of layersOf(peg)) {
            expect(outline).toHaveLength(peg.profile.length)
            expect(isSimple(outline)).toBe(true)
            expect(area(outline)).toBeGreaterThan(0)
          }
      }),
    )
  })

  test('leaves half the clearance all round in its hole at the front face', () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        for (const peg of [hookPeg(board), pinPeg(board)])
          for (const { x, outline } of layersOf(peg)) {
            const room = halfHeight(board, x, pegDiameter(board) / 2) + 1e-6
            for (const z of crossings(outline, 1e-6)) expect(Math.abs(z)).toBeLessThanOrEqual(room)
          }
      }),
    )
  })

  test('prints on its side: no flank leans out by more than 45°', () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        const { section } = hookPeg(board)
        section.slice(1).forEach(([x, inset], i) => {
          const [x0, inset0] = section[i]!
          expect((inset - inset0) / (x - x0)).toBeLessThanOrEqual(1 + 1e-9)
        })
      }),
    )
  })

  test('prints pointing up: no side faces the plate at less than 45°', () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        for (const profile of [hookProfile(board), pinProfile(board)])
          profile.slice(1).forEach(([y, z], i) => {
            const [y0, z0] = profile[i]!
            const towardsPlate = (z0 - z) / Math.hypot(y - y0, z - z0)
            // Counter-clockwise, an edge that falls has its outer side towards the plate.
            expect(towardsPlate).toBeLessThanOrEqual(Math.SQRT1_2 + 1e-6)
          })
      }),
    )
  })
})

test('a hook for round holes is as thick as the hole allows at the plate, and nowhere thinner than three fifths of the hole', () => {
  fc.assert(
    fc.property(roundBoard, (board) => {
      const profile = hookProfile(board)
      const thickness = (y: number) => {
        const [low, high] = crossings(profile, y)
        return high! - low!
      }
      expect(thickness(1e-6)).toBeCloseTo(board.hole.diameter - board.clearance, 3)
      for (const part of [0.25, 0.5, 0.75, 1])
        expect(thickness(part * board.thickness)).toBeGreaterThan(0.6 * board.hole.diameter)
    }),
  )
})

test('its tip stands above the edge of the hole, and reaches less than 12.7 behind the board', () => {
  fc.assert(
    fc.property(roundBoard, (board) => {
      const profile = hookProfile(board)
      expect(Math.max(...profile.map(([, z]) => z))).toBeGreaterThan(0.7 * board.hole.diameter)
      expect(Math.max(...profile.map(([y]) => y)) - board.thickness).toBeLessThan(12.7)
    }),
  )
})

test('a hook for slots is a wedge: a pull slides its upper side against the edge of the slot, down onto the lower end', () => {
  fc.assert(
    fc.property(slottedBoard, (board) => {
      const profile = hookProfile(board)
      const height = board.hole.shape === 'slot' ? board.hole.height : Number.NaN
      const [bottom, top] = crossings(profile, board.thickness)
      expect(height / 2 - top!).toBeCloseTo(0.25, 6)
      expect(bottom! + height / 2).toBeLessThan(board.clearance / 2 + 0.07 * board.thickness)
      expect(Math.max(...profile.map(([, z]) => z)) - height / 2).toBeGreaterThan(0.09 * height)
      expect(Math.max(...profile.map(([y]) => y)) - board.thickness).toBeLessThan(12.7)
    }),
  )
})

test('the quarter-inch hook measures what published ones do', () => {
  const board: Board = { name: 'us-quarter-inch', ...boards['us-quarter-inch'] }
  expect(pegDiameter(board)).toBeCloseTo(5.8, 6)
  const reach = Math.max(...hookProfile(board).map(([y]) => y)) - board.thickness
  expect(reach).toBeGreaterThan(3.8)
  expect(reach).toBeLessThan(8)
})
