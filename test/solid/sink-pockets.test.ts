import { beforeAll, expect, test } from 'vitest'
import * as s from '#solid'
import { toManifold } from '../../src/solid/bridge.ts'

beforeAll(() => s.startKernel())

const slope = Math.tan((20 * Math.PI) / 180)

/** A desk 40 × 30 whose top leans 20° towards −y, its front edge 15 high. */
const desk = () => {
  const side = s.polygon([
    [0, 0],
    [30, 0],
    [30, 15 + 30 * slope],
    [0, 15],
  ])
  return s.drawnFromSide(s.extrude(side, 40))
}
/** A cup 6 deep, 5 wide, its mouth a little wider; drawn to `z`. */
const cup = (z = 0) => {
  const ring = (height: number, radius: number) => ({
    z: height,
    points: s.roundedRing([2 * radius, 2 * radius], radius, 16),
  })
  return s.loft([ring(-6, 2.5), ring(-1, 2.5), ring(z, 3.5 + z)])
}
const onDesk = (x: number, y: number): s.Vec3 => [x, y, 15 + y * slope]

test('pockets sunk into a leaning face leave what subtracting them leaves', () => {
  const mouths = [onDesk(8, 8), onDesk(20, 20), onDesk(33, 9)]
  s.build(() => {
    const sunk = s.sinkPockets(desk(), { pocket: cup(), mouths, lean: 20 })
    const cut = s.subtract(desk(), ...mouths.map((mouth) => s.translate(mouth, s.rotate([20, 0, 0], cup(0.5)))))
    const differs = toManifold(s.subtract(sunk, cut)).volume() + toManifold(s.subtract(cut, sunk)).volume()
    expect(differs).toBeLessThan(0.01)
    expect(s.measure(s.soundMesh(s.meshOf(sunk)))).toMatchObject({ bodies: 1, genus: 0 })
  })
})

test('a mouth over the edge, off the face, or over another is refused', () => {
  const sink = (...mouths: s.Vec3[]) => s.build(() => s.sinkPockets(desk(), { pocket: cup(), mouths, lean: 20 }))
  expect(() => sink(onDesk(2, 10))).toThrow(s.GeometryProblem)
  expect(() => sink(onDesk(60, 10))).toThrow(s.GeometryProblem)
  expect(() => sink([20, 10, 2])).toThrow(s.GeometryProblem)
  expect(() => sink(onDesk(10, 10), onDesk(14, 10))).toThrow(s.GeometryProblem)
})
