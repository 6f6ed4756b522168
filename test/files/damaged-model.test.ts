import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { RequestProblem } from '#design'
import { measure, meshFault, startKernel } from '#solid'
import { readModel } from '../../src/files/read-model.ts'
import { ball, bytesOf, objFile, stlFile, textStlFile, threeMfFile } from '../support/sculptures.ts'

beforeAll(() => startKernel())

const files: Record<string, Uint8Array> = {
  'binary STL': stlFile(ball(200)),
  'text STL': bytesOf(textStlFile(ball(200))),
  OBJ: bytesOf(objFile(ball(200))),
  '3MF': threeMfFile(ball(200)),
}
const whole = measure(ball(200)).volume

test.each(Object.entries(files))(
  '%s with bytes changed or missing gives a sound solid or a reason, and nothing else',
  async (_, file) => {
    const damage = fc.record({
      changes: fc.array(fc.record({ at: fc.nat(file.length - 1), to: fc.nat(255) }), { maxLength: 4 }),
      length: fc.oneof({ weight: 3, arbitrary: fc.constant(file.length) }, fc.nat(file.length)),
    })
    await fc.assert(
      fc.asyncProperty(damage, async ({ changes, length }) => {
        const damaged = file.slice(0, length)
        for (const { at, to } of changes) if (at < length) damaged[at] = to
        try {
          const { mesh } = await readModel(damaged, 'damaged')
          expect(meshFault(mesh)).toBeUndefined()
          expect(measure(mesh).volume).toBeGreaterThan(0)
        } catch (error) {
          if (!(error instanceof RequestProblem)) throw error
          expect(error.message).toMatch(/^damaged: .{8,250}$/)
        }
      }),
      { numRuns: 150, seed: 3 },
    )
  },
)

test('one corner that went astray leaves most of the sculpture, or none of it', async () => {
  const file = files['binary STL']
  await fc.assert(
    fc.asyncProperty(
      fc.nat(Math.floor(file.length / 50) - 3),
      fc.float({ min: -60, max: 60, noNaN: true }),
      async (facet, value) => {
        const damaged = file.slice()
        new DataView(damaged.buffer).setFloat32(84 + 50 * facet + 12, value, true)
        const { mesh } = await readModel(damaged, 'damaged').catch(() => ({ mesh: ball(200) }))
        expect(measure(mesh).volume / whole).toBeGreaterThan(0.9)
        expect(measure(mesh).volume / whole).toBeLessThan(1.1)
      },
    ),
    { numRuns: 60, seed: 3 },
  )
})
