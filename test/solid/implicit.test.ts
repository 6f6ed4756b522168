import { beforeAll, expect, test } from 'vitest'
import { ball, implicit, startKernel } from '#solid'
import { measured } from '../support/solid.ts'

beforeAll(() => startKernel())

test('the surface where a distance is nothing encloses its volume', () => {
  const sphere = measured(() => implicit(ball([0, 0, 0], 5), { min: [-6, -6, -6], max: [6, 6, 6] }, 0.5))
  expect(sphere.volume / ((4 / 3) * Math.PI * 125)).toBeCloseTo(1, 1)
  expect(sphere).toMatchObject({ bodies: 1, genus: 0 })
})
