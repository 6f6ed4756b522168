import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Part } from '#design'
import { measure, meshFault } from '#solid'
import { readBed } from '../../../src/build/plates/bed.ts'
import { type LaidPart, layOut } from '../../../src/build/plates/lay-out.ts'
import { plateLines, plateList } from '../../../src/build/plates/plate-list.ts'
import { plateMesh, readMesh } from '../../../src/build/plates/plate-mesh.ts'
import { binaryStl, textStl } from '../../../src/files/stl.ts'
import { make } from '../../../src/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'pegsmith-plates-'))
const pathOf = (name: string) => join(folder, `${name}.stl`)
const readPart = (name: string) => readMesh(pathOf(name))

const copies = { blank: 5, 'battery-holder': 3, 'fit-gauge': 2 }
const parts = new Map<string, Part>()

beforeAll(async () => {
  for (const name of Object.keys(copies)) {
    parts.set(name, await make(name))
    writeFileSync(pathOf(name), binaryStl(parts.get(name)!.mesh, name))
  }
})

const itemOf = (name: string, copies: number) => {
  const { min, max } = parts.get(name)!.measures.bounds
  return { name, copies, size: [max[0] - min[0], max[1] - min[1], max[2] - min[2]] as const }
}

const itself = (part: string, turn: 0 | 90): LaidPart => {
  const [x, y, z] = itemOf(part, 1).size
  return { part, copy: 1, x: 0, y: 0, turn, size: turn === 90 ? [y, x, z] : [x, y, z] }
}

describe('a plate', () => {
  test('holds its parts, sound and where the list says, each read once', async () => {
    const bed = readBed('220x220').value!
    const plates = layOut(
      Object.entries(copies).map(([name, count]) => itemOf(name, count)),
      bed,
      6,
    )
    const turns = new Set(plates.flat().map(({ turn }) => turn))
    expect(turns).toEqual(new Set([0, 90]))
    for (const plate of plates) {
      const read: string[] = []
      const mesh = await plateMesh(plate, (name) => {
        read.push(name)
        return readPart(name)
      })
      expect(read).toEqual([...new Set(plate.map(({ part }) => part))])
      expect(meshFault(mesh)).toBeUndefined()
      const sum = (of: 'volume' | 'bodies' | 'triangles') =>
        plate.reduce((all, { part }) => all + parts.get(part)!.measures[of], 0)
      const { volume, bodies, triangles, bounds } = measure(mesh)
      expect({ bodies, triangles }).toEqual({ bodies: sum('bodies'), triangles: sum('triangles') })
      expect(Math.abs(volume / sum('volume') - 1)).toBeLessThan(1e-5)
      expect(bounds.min[2]).toBe(0)
      // Every point is within the box of a part, and every box is filled to its sides.
      const reached = plate.map(() => [Infinity, Infinity, -Infinity, -Infinity])
      for (let i = 0; i < mesh.points.length; i += 3) {
        const [px, py] = mesh.points.subarray(i, i + 2)
        const at = plate.findIndex(
          ({ x, y, size }) => Math.abs(px - x) < size[0] / 2 + 0.01 && Math.abs(py - y) < size[1] / 2 + 0.01,
        )
        const [left, front, right, back] = reached[at]
        reached[at] = [Math.min(left, px), Math.min(front, py), Math.max(right, px), Math.max(back, py)]
      }
      for (const [i, { x, y, size }] of plate.entries()) {
        const box = [x - size[0] / 2, y - size[1] / 2, x + size[0] / 2, y + size[1] / 2]
        for (const [k, side] of box.entries()) expect(reached[i][k]).toBeCloseTo(side, 2)
      }
    }
  })

  test('has parts turned counter-clockwise, to the last bit', async () => {
    const [straight, turned] = await Promise.all(
      ([0, 90] as const).map((turn) => plateMesh([itself('battery-holder', turn)], readPart)),
    )
    const expected = straight.points.map((_, i, points) => [-points[i + 1], points[i - 1], points[i]][i % 3] + 0)
    expect(turned.points).toEqual(expected)
  })

  test('is the same, be its parts read from binary or text STL', async () => {
    writeFileSync(pathOf('text'), textStl(parts.get('blank')!.mesh, 'blank'))
    const [binary, text] = await Promise.all(['blank', 'text'].map(readPart))
    expect(text).toEqual(binary)
    expect(measure(binary)).toEqual(parts.get('blank')!.measures)
  })

  test('is not made of files that are not there or are damaged, which are named', async () => {
    await expect(readPart('none')).rejects.toThrow(`${pathOf('none')}: no such file or folder`)
    writeFileSync(pathOf('cut'), binaryStl(parts.get('blank')!.mesh, 'cut').subarray(0, 5000))
    await expect(readPart('cut')).rejects.toThrow(`${pathOf('cut')}: is cut short: it tells of 1,850 facets`)
  })

  test('is told in a line, and in a list that scripts can read', () => {
    const size = [100, 50, 10] as const
    const at = (part: string, copy: number, y: number): LaidPart => ({ part, copy, x: 0, y, turn: 0, size })
    const plates = [[at('gauge', 1, 0)], [at('aa', 1, -30), at('aa', 2, 30), at('gauge', 2, 90)]]
    const bed = readBed('prusa-mk4').value!
    expect(plateLines(plates, bed)).toEqual([
      'plate-1.stl: gauge; 10 % of 250 × 210 mm used',
      'plate-2.stl: aa ×2, gauge; 29 % of 250 × 210 mm used',
    ])
    expect(JSON.parse(JSON.stringify(plateList(plates, bed)))).toEqual({
      bed: { name: 'Prusa MK4', x: 250, y: 210, z: 220 },
      plates: [
        { file: 'plate-1.stl', used: 0.095, parts: plates[0] },
        { file: 'plate-2.stl', used: 0.286, parts: plates[1] },
      ],
    })
  })
})
