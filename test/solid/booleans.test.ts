import { beforeAll, expect, test } from 'vitest'
import * as s from '#solid'

beforeAll(() => s.startKernel())

const measured = (make: () => s.Solid) => s.measure(s.soundMesh(s.build(() => s.meshOf(make()))))

test('a plate with a hole has the volume of both, and one handle', () => {
  const part = measured(() => s.subtract(s.box([-10, -10, 0], [10, 10, 5]), s.box([-2, -2, -1], [2, 2, 6])))
  expect(part.volume).toBeCloseTo(20 * 20 * 5 - 4 * 4 * 5, 3)
  expect(part).toMatchObject({ bodies: 1, genus: 1 })
})
test('letters', () => {
  const part = measured(() => s.lettering('AA 18650', { height: 7, stroke: 0.8, depth: 0.45, on: 'wall' }))
  console.log(part)
  for (let i=0;i<5;i++) { const t=performance.now(); measured(() => s.lettering('AA 18650', { height: 7, stroke: 0.8, depth: 0.45, on: 'wall' })); console.log(performance.now()-t) }
  for (let i=0;i<3;i++) { const t=performance.now(); measured(() => s.lettering('AA 18650', { height: 7, stroke: 0.8, depth: 0.45, on: 'floor' })); console.log(performance.now()-t) }
})
test('loft', () => {
  console.log(measured(() => s.loft([{z:0,points:[[0,0],[4,0],[4,4],[0,4]]},{z:3,points:[[1,1],[3,1],[3,3],[1,3]]}])))
  console.log(measured(() => s.extrude(s.subtract(s.rectangle([20,20],[0,0],3), s.hexagon(6), s.bore(3, 32,[6,6])), 3)))
})
