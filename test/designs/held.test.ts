import { beforeAll, expect, test } from 'vitest'
import { makePart, resolveParameters } from '#design'
import { boundsOf, build, meshOf, solidOf, intersect, startKernel } from '#solid'
import { catalogue } from '../../designs/index.ts'
import { toManifold } from '../../src/solid/bridge.ts'

beforeAll(() => startKernel())

const variants: Record<string, readonly Record<string, unknown>[]> = {
  'battery-holder': [
    {},
    { battery: '9V', rows: 2 },
    { battery: 'D', lean: 30 },
    { battery: 'custom', cellDiameter: 40 },
  ],
  'hex-bit-rack': [{}, { bit: '4mm', fit: 'snug' }, { bit: 'five-sixteenths-inch', lean: 0, depth: 17 }],
  outlet: [{}, { receptacle: 'schuko', gangs: 2 }, { receptacle: 'bs-1363' }, { receptacle: 'europlug' }],
  'goat-hook': [{}, { shankDiameter: 5, funnelDepth: 4 }, { scale: 1.4, shankDiameter: 9 }],
}

test.each(Object.entries(variants))(
  'what is drawn in a %s is in it, in front of the board, and cuts nothing',
  (name, all) => {
    const design = catalogue.find((each) => each.name === name)!
    for (const given of all) {
      const parameters = resolveParameters(design, given)
      const { mesh } = makePart(design, parameters, { orientation: 'hung' })
      const { min, max } = boundsOf(mesh.points)
      const shared = build(() => {
        const part = solidOf(mesh)
        const items = design.held(parameters, 'normal')
        expect(items.length).toBeGreaterThan(0)
        for (const { solid } of items) {
          const bounds = boundsOf(meshOf(solid).points)
          expect(bounds.max[1]).toBeLessThan(0)
          expect(bounds.min[0]).toBeGreaterThan(min[0] - 20)
          expect(bounds.max[0]).toBeLessThan(max[0] + 20)
        }
        return items.reduce((sum, { solid }) => sum + toManifold(intersect(part, solid)).volume(), 0)
      })
      expect(shared, JSON.stringify(given)).toBeLessThan(0.5)
    }
  },
)
