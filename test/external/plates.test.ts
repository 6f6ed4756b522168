import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { catalogue } from '../../designs/index.ts'
import { readBed } from '../../src/build/plates/bed.ts'
import { layOut } from '../../src/build/plates/lay-out.ts'
import { plateMesh } from '../../src/build/plates/plate-mesh.ts'
import { binaryStl } from '../../src/files/stl.ts'
import { make } from '../../src/index.ts'
import { admesh, missing, slice, slicerInfo } from './programs.ts'

const absent = missing('admesh', 'prusa-slicer')
if (process.env.CI && absent.length > 0) throw new Error(`not installed: ${absent.join(', ')}`)
const why = absent.length > 0 ? ` (skipped: ${absent.join(' and ')} not installed)` : ''
if (why) console.warn(`Plates are not judged by admesh and PrusaSlicer${why}`)

const bed = readBed('prusa-mk4').value!
/** As coarse as it goes: where it is printed is what counts. */
const printer = [
  ...['--bed-shape', `0x0,${bed.x}x0,${bed.x}x${bed.y},0x${bed.y}`],
  ...['--nozzle-diameter', '0.4', '--layer-height', '0.3', '--perimeters', '1'],
  ...['--fill-density', '0%', '--top-solid-layers', '0', '--bottom-solid-layers', '1'],
  ...['--skirts', '0', '--brim-width', '3'],
]

/** The least and the greatest x and y at which a G-code lays filament down. */
function printed(gcode: string) {
  const at = { X: NaN, Y: NaN }
  const reached = { X: [Infinity, -Infinity], Y: [Infinity, -Infinity] }
  for (const [line] of gcode.matchAll(/^G1 .*$/gm)) {
    for (const [, axis, value] of line.matchAll(/([XY])(-?[\d.]+)/g)) at[axis as 'X' | 'Y'] = Number(value)
    if (!/[XY].* E[\d.]/.test(line)) continue
    for (const axis of ['X', 'Y'] as const) {
      reached[axis] = [Math.min(reached[axis][0], at[axis]), Math.max(reached[axis][1], at[axis])]
    }
  }
  return reached
}

describe.skipIf(absent.length > 0)(`plates, judged by admesh and PrusaSlicer${why}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'pegsmith-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test('are sound, and the first is printed on the bed with its brims', { timeout: 300_000 }, async () => {
    const parts = new Map(await Promise.all(catalogue.map(async ({ name }) => [name, await make(name)] as const)))
    const items = [...parts].map(([name, { measures }]) => {
      const { min, max } = measures.bounds
      return { name, copies: 2, size: [max[0] - min[0], max[1] - min[1], max[2] - min[2]] as const }
    })
    const plates = layOut(items, bed, 6)
    expect(plates.length).toBeGreaterThan(1)
    for (const [i, plate] of plates.entries()) {
      const file = join(folder, `plate-${i}.stl`)
      const mesh = await plateMesh(plate, async (name) => parts.get(name)!.mesh)
      writeFileSync(file, binaryStl(mesh, 'plate'))
      const bodies = plate.reduce((sum, { part }) => sum + parts.get(part)!.measures.bodies, 0)
      expect(await admesh(file)).toMatchObject({ openFacets: 0, degenerateFacets: 0, repairs: 0, parts: bodies })
      expect(await slicerInfo(file)).toMatchObject({ manifold: 'yes', number_of_parts: `${bodies}` })
      if (i > 0) continue
      const { X, Y } = printed(await slice(file, `${file}.gcode`, printer))
      expect(Math.min(X[0], bed.x - X[1], Y[0], bed.y - Y[1])).toBeGreaterThan(0)
    }
  })
})
