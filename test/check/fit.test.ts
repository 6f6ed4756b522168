import { describe, expect, test } from 'vitest'
import { fitOf } from '../../src/check/fit.ts'

const part = (x: number, y: number, z: number) => ({ min: [-x / 2, -y / 2, 0], max: [x / 2, y / 2, z] }) as const
const room = { x: 250, y: 210, z: 220 }

describe('a part on a bed', () => {
  test.each([
    ['as it lies', part(250, 210, 220), 0],
    ['by a right angle, if only so', part(210, 250, 10), 90],
    ['from corner to corner, if only so', part(300, 10, 10), 36],
  ])('is turned %s', (_, bounds, turn) => {
    expect(fitOf(bounds, room)).toEqual({ turn, excess: { x: 0, y: 0, z: 0 } })
  })

  test('that is turned by so much as is said lies within', () => {
    const [length, width] = [300, 10]
    const angle = (fitOf(part(length, width, 1), room).turn! * Math.PI) / 180
    expect(length * Math.cos(angle) + width * Math.sin(angle)).toBeLessThanOrEqual(room.x)
    expect(length * Math.sin(angle) + width * Math.cos(angle)).toBeLessThanOrEqual(room.y)
  })

  test.each([
    ['longer than the diagonal', part(330, 10, 10), { x: 80, y: 0, z: 0 }],
    ['less so if it is turned', part(220, 260, 10), { x: 10, y: 10, z: 0 }],
    ['too tall', part(100, 100, 225), { x: 0, y: 0, z: 5 }],
    ['too large every way', part(400, 300, 300), { x: 150, y: 90, z: 80 }],
  ])('does not fit that is %s', (_, bounds, excess) => {
    expect(fitOf(bounds, room)).toEqual({ excess })
  })
})
