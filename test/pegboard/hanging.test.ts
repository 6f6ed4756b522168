import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boards, type Board, type BoardName } from '../../src/pegboard/boards.ts'
import { boardContact } from '../../src/pegboard/contact.ts'
import { planHanging, WALL_GAP, type HangingPlan, type Mount } from '../../src/pegboard/hanging.ts'
import { hookPeg, pegSection, pinPeg } from '../../src/pegboard/peg.ts'
import { plateProfile } from '../../src/pegboard/plate.ts'
import type { Profile } from '../../src/pegboard/profile.ts'
import { roundBoard, slottedBoard } from './any-board.ts'

const usual: Board = { name: 'us-quarter-inch', ...boards['us-quarter-inch'] }

/** A part as a design would make it: its body as high as its plate, reaching far forward. */
const mountOn = (board: Board, { rows = 1, thickness = 6 } = {}): Mount => {
  const plate = plateProfile({ rows, board, thickness })
  const top = Math.max(...plate.map(([, z]) => z))
  const body: Profile = [
    [-120, -5],
    [-thickness, -5],
    [-thickness, top],
    [-120, top],
  ]
  return { hook: hookPeg(board), pin: pinPeg(board), rows, plate, body: [body] }
}

/** A mount with a hook of another shape: thickness, bend, length and angle of the tail as published hooks have them. */
const published = (
  board: Board,
  { diameter, radius, angle, tail }: Record<'diameter' | 'radius' | 'angle' | 'tail', number>,
): Mount => {
  const half = diameter / 2
  const shank = board.thickness + 0.15
  const turn = (degrees: number, reach: number): [number, number] => {
    const radians = (degrees * Math.PI) / 180
    return [shank + Math.sin(radians) * reach, radius - Math.cos(radians) * reach]
  }
  const bend = (reach: number) => Array.from({ length: 7 }, (_, i) => turn((angle * i) / 6, reach))
  const [ahead, up] = turn(angle + 90, 1).map((v, i) => v - [shank, radius][i]!) as [number, number]
  const move = ([y, z]: [number, number], along: number, across: number): [number, number] => [
    y + along * ahead - across * up,
    z + along * up + across * ahead,
  ]
  const outer = bend(radius + half)
  const inner = bend(Math.max(radius - half, 0.05)).reverse()
  // Published tips are rounded; half of the tail's thickness as a chamfer comes close.
  const chamfer = half / 2
  const tip = [
    move(outer.at(-1)!, tail - chamfer, 0),
    move(outer.at(-1)!, tail, chamfer),
    move(inner[0]!, tail, -chamfer),
    move(inner[0]!, tail - chamfer, 0),
  ]
  const profile: Profile = [[-2, -half], ...outer, ...tip, ...inner, [-2, half]]
  const section = pegSection({ ...board, clearance: board.hole.diameter - diameter })
  return { ...mountOn(board), hook: { profile, section }, body: [] }
}

/** Whether a plan is free when followed in strides of a hundredth of a millimetre or a twentieth of a degree, to within 0.05 all round, less than printers repeat. */
const isFree = ({ path }: HangingPlan, mount: Mount, board: Board): boolean => {
  const { hole } = board
  const wider = {
    ...hole,
    diameter: hole.diameter + 0.1,
    ...(hole.shape === 'slot' ? { height: hole.height + 0.1 } : {}),
  }
  const loose: Board = { ...board, hole: wider as Board['hole'] }
  const contact = boardContact(mount, loose, WALL_GAP)
  return path.slice(1).every((to, i) => {
    const from = path[i]!
    const strides = Math.ceil(
      Math.max(100 * Math.hypot(to.y - from.y, to.z - from.z), 20 * Math.abs(to.tilt - from.tilt)),
    )
    return Array.from({ length: strides }, (_, k) => (k + 1) / strides).every(
      (part) =>
        contact.reach(
          from.y + (to.y - from.y) * part - 0.02,
          from.z + (to.z - from.z) * part,
          from.tilt + (to.tilt - from.tilt) * part,
        ) !== undefined,
    )
  })
}

const expectHung = (board: Board, rows: number, thickness: number) => {
  const mount = mountOn(board, { rows, thickness })
  const plan = planHanging(mount, board)
  expect(plan).toBeDefined()
  expect(plan!.held).toBe(true)
  expect(plan!.path.at(-1)).toEqual({ y: 0, z: 0, tilt: 0 })
  expect(
    boardContact(mount, board, WALL_GAP).reach(plan!.path[0]!.y, plan!.path[0]!.z, plan!.path[0]!.tilt),
  ).toBeLessThanOrEqual(0)
  expect(isFree(plan!, mount, board)).toBe(true)
}

describe('a rigid part hangs on a rigid board and stays', () => {
  const rows = fc.integer({ min: 1, max: 4 })
  const thickness = fc.double({ min: 2.4, max: 12, noNaN: true })

  test('with round holes of every size accepted', () => {
    fc.assert(fc.property(roundBoard, rows, thickness, expectHung), { numRuns: 150 })
  })

  test('with slots of every size accepted', () => {
    fc.assert(fc.property(slottedBoard, rows, thickness, expectHung), { numRuns: 100 })
  })

  test.each(Object.keys(boards) as BoardName[])('on the standard board %s, one row to eight', (name) => {
    for (const rows of [1, 2, 8]) expectHung({ name, ...boards[name] }, rows, 6)
  })

  test.each([1.59, 3.2, 3.9, 4.8, 5, 6.35])('on a quarter-inch board %s thick', (thickness) => {
    expectHung({ ...usual, thickness }, 2, 6)
  })
})

describe('what cannot be hung is told', () => {
  test('a hook as thick as its hole', () => {
    expect(planHanging(published(usual, { diameter: 6.35, radius: 6.5, angle: 45, tail: 3 }), usual)).toBeUndefined()
  })

  test.each([5.0, 5.7])('a tail at 90°, %s thick, in a board as thick as the hole', (diameter) => {
    expect(planHanging(published(usual, { diameter, radius: 5, angle: 90, tail: 3 }), usual)).toBeUndefined()
  })

  test('a wall closer than the hook reaches', () => {
    expect(planHanging(mountOn(usual), usual, 4)).toBeUndefined()
  })

  test('a plate that stands up the wall without leaning back', () => {
    const plate: Profile = [
      [-6, -12],
      [0, -12],
      [0, 80],
      [-6, 80],
    ]
    expect(planHanging({ ...mountOn(usual), plate }, usual)).toBeUndefined()
  })
})

describe('known hooks', () => {
  test.each([
    [4.8, 4.8],
    [5.2, 4.8],
    [4.8, 6.35],
    [5.2, 6.35],
  ])('a 45° hook %s thick hangs on a board %s thick, as it was found to in 3D', (diameter, thickness) => {
    const board = { ...usual, thickness }
    const mount = published(board, { diameter, radius: 6.5, angle: 45, tail: 2 })
    expect(planHanging(mount, board)).toMatchObject({ held: true })
  })

  test('a straight peg goes in, and is not held', () => {
    expect(planHanging(published(usual, { diameter: 5.7, radius: 6, angle: 0.1, tail: 3 }), usual)).toMatchObject({
      held: false,
    })
  })
})
