import { zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { measure, type Mesh, meshFault, startKernel } from '#solid'
import { readModel } from '../../src/files/read-model.ts'
import { flipped, moved, without } from '../support/breakage.ts'
import {
  ball,
  brick,
  bytesOf,
  meshXml,
  objFile,
  packed,
  partXml,
  ring,
  stlFile,
  textStlFile,
  threeMfFile,
  together,
} from '../support/sculptures.ts'

beforeAll(() => startKernel())

const read = async (file: Uint8Array | string) => {
  const model = await readModel(typeof file === 'string' ? bytesOf(file) : file, 'bust.stl')
  expect(meshFault(model.mesh)).toBeUndefined()
  return { ...model, measures: measure(model.mesh) }
}
const refusal = (file: Uint8Array | string) =>
  read(file).then(
    () => 'was read',
    (error: Error) => `${error.name}: ${error.message}`,
  )

describe('a sound sculpture is read as it is, whatever file it is in', () => {
  const { volume, bounds } = measure(ball())
  const same = async (file: Uint8Array | string) => {
    const { measures, mended } = await read(file)
    expect(mended).toEqual([])
    expect(measures.bodies).toBe(1)
    expect(measures.volume).toBeCloseTo(volume, 1)
    expect(measures.bounds.min[2]).toBeCloseTo(bounds.min[2], 4)
    expect(measures.bounds.max[0]).toBeCloseTo(bounds.max[0], 4)
  }

  test('binary STL', () => same(stlFile(ball())))
  test('binary STL whose header begins with solid', () => same(stlFile(ball(), { header: 'solid facet normal' })))
  test('binary STL with something after its facets', () =>
    same(Uint8Array.from([...stlFile(ball(), { header: 'solid' }), ...bytesOf('made by a scanner')])))
  test('binary STL within a larger buffer', () => {
    const file = stlFile(ball())
    const larger = new Uint8Array(file.length + 7)
    larger.set(file, 7)
    return same(larger.subarray(7))
  })
  test('text STL', () => same(textStlFile(ball())))
  test('text STL in capitals, from Windows, in exponents', () =>
    same(
      textStlFile(ball(), { write: (value) => value.toExponential(8) })
        .toUpperCase()
        .replaceAll('\n', '\r\n'),
    ))
  test('text STL of two solids, each half', async () => {
    const { points, triangles } = ball()
    const half = Math.floor(triangles.length / 6) * 3
    const halves = [triangles.slice(0, half), triangles.slice(half)]
    await same(halves.map((each) => textStlFile({ points, triangles: each }, { name: 'facet of a ball' })).join('\n'))
  })
  test('text STL behind a byte order mark, its normals not numbers', () =>
    same(`\ufeff${textStlFile(ball()).replaceAll('normal 0 0 0', 'normal nan nan -nan(ind)')}`))
  test('OBJ', () => same(`# a ball\nmtllib ball.mtl\no ball\n${objFile(ball())}`))
  test('OBJ with texture and normals', () =>
    same(`${objFile(ball(), (point) => `${point}/1/1`)}\nvt 0 0\nvn 0 0 1\n`.replace('f ', 'usemtl skin\ns off\nf ')))
  test('OBJ with normals alone, from Windows', () =>
    same(objFile(ball(), (point) => `${point}//1`).replaceAll('\n', '\r\n')))
  test('OBJ that counts backwards', () =>
    same(objFile(ball(), (point) => String(point - 1 - ball().points.length / 3))))
  test('OBJ whose lines go on after a backslash', () => same(objFile(ball()).replace(/ (\d+)$/gm, ' \\\n$1')))
  test('3MF', () => same(threeMfFile(ball())))
})

const volumes = (...meshes: readonly Mesh[]) => meshes.reduce((sum, mesh) => sum + measure(mesh).volume, 0)

test('faces of four and more corners, concave ones too, are cut into facets', async () => {
  const corners = [[0, 0], [40, 0], [40, 30], [20, 12], [0, 30]] // prettier-ignore
  const points = [0, 25].flatMap((z) => corners.map(([x, y]) => `v ${x} ${y} ${z}`))
  const sides = [0, 1, 2, 3, 4].map((i) => [i, (i + 1) % 5, ((i + 1) % 5) + 5, i + 5].map((k) => k + 1).join(' '))
  const file = [...points, 'f 5 4 3 2 1', 'f 6 7 8 9 10', ...sides.map((side) => `f ${side}`)].join('\n')
  const { measures } = await read(file)
  expect(measures.volume).toBeCloseTo((40 * 30 - (40 * 18) / 2) * 25, 2)
  expect(measures.area).toBeCloseTo(2 * 840 + 25 * (40 + 30 + 30 + 2 * Math.hypot(20, 18)), 1)
})

test('two bodies of an OBJ stay two', async () => {
  const [one, other] = [ball(500), brick([60, 0, 0], [80, 20, 20])]
  const { measures } = await read(objFile(together(one, other)).replace('f ', 'o first\nf '))
  expect(measures.bodies).toBe(2)
  expect(measures.volume).toBeCloseTo(volumes(one, other), 0)
})

describe('a 3MF', () => {
  test.each([
    ['micron', 0.001],
    ['centimeter', 10],
    ['inch', 25.4],
    ['foot', 304.8],
    ['meter', 1000],
  ])('in %s', async (unit, length) => {
    const { measures, mended } = await read(
      threeMfFile(
        brick(
          [0, 0, 0],
          [1, 2, 3].map((side) => (side * 30) / length),
        ),
        unit,
      ),
    )
    expect(measures.bounds.max[2]).toBeCloseTo(90, 3)
    expect(mended).toEqual([])
  })

  test('builds every item where it places it, mirrored ones with their inside within', async () => {
    const object = `<object id="7" type="model">${meshXml(brick([0, 0, 0], [10, 20, 30]))}</object>`
    const items = `<item objectid="7" transform="0 1 0 -1 0 0 0 0 1 0 0 5"/><item objectid="7" transform="-1 0 0 0 1 0 0 0 2 -40 0 0"/>`
    const { measures } = await read(packed({ '3D/3dmodel.model': partXml(object, items) }))
    expect(measures.volume).toBeCloseTo(3 * 6000, 1)
    expect(measures.bounds).toEqual({ min: [-50, 0, 0], max: [0, 20, 60] })
  })

  test('builds components of components, from other parts too', async () => {
    const mesh = `<object id="1">${meshXml(brick([0, 0, 0], [10, 10, 10]))}</object>`
    const other = `<object id="1">${meshXml(brick([0, 0, 0], [20, 20, 20]))}</object>`
    const pair = `<object id="2"><components><component objectid="1"/><component objectid="1" p:path="/3D/Objects/Other.model" transform="1 0 0 0 1 0 0 0 1 20 0 0"/></components></object>`
    const whole = `<object id="3"><components><component objectid="2" transform="1 0 0 0 1 0 0 0 1 0 0 100"/></components></object>`
    const file = packed({
      '3D/3dmodel.model': partXml(mesh + pair + whole, '<item objectid="3"/>'),
      '3D/Objects/Other.model': partXml(other, ''),
    })
    const { measures } = await read(file)
    expect(measures.volume).toBeCloseTo(9000, 1)
    expect(measures.bounds).toEqual({ min: [0, 0, 100], max: [40, 20, 120] })
  })
})

describe('what is no model is refused for what it is', () => {
  test.each<[string, Uint8Array | string, RegExp]>([
    ['nothing', '', /^RequestProblem: bust\.stl: is empty$/],
    [
      'a picture',
      Uint8Array.from([0x89, ...bytesOf('PNG\r\n\x1a\n'), ...new Uint8Array(200)]),
      /is a picture; STL, OBJ/,
    ],
    ['a web page', '<!DOCTYPE html><html><body>404 v 1 2 3</body></html>', /is a web page, as is saved/],
    ['G-code', '; made by a slicer\nG28\nM104 S200\nG1 X10 Y10\n', /is G-code/],
    ['prose', 'v is a letter\nfor all that I know', /is no model/],
    ['noise', Uint8Array.from({ length: 999 }, (_, i) => (i * i * 7919) >> 3), /is no model/],
    ['an archive', zipSync({ 'bust.stl': bytesOf('solid') }), /is a zip without a 3D model/],
    ['another model', 'ply\nformat ascii 1.0\n', /a model of another kind/],
    ['an STL without facets', stlFile({ points: [], triangles: [] }), /is an STL without facets/],
    ['a text STL without facets', 'solid nothing\nendsolid nothing\n', /is an STL without facets/],
    ['an OBJ without faces', 'v 0 0 0\nv 1 0 0\nv 0 1 0\n', /holds 3 points and no faces/],
    ['a 3MF that builds nothing', packed({ 'a.model': partXml('', '') }), /builds nothing/],
  ])('%s', async (_, file, words) => {
    expect(await refusal(file)).toMatch(words)
  })
})

describe('what is cut short or damaged is refused with the place', () => {
  const text = textStlFile(brick())
  const obj = objFile(brick())
  const model = partXml(`<object id="1">${meshXml(brick())}</object>`, '<item objectid="1"/>')
  const circle = '<object id="1"><components><component objectid="1"/></components></object>'
  const tenfold = Array.from({ length: 21 }, (_, i) => `<object id="${i}"><components>${`<component objectid="${i + 1}"/>`.repeat(i < 20 ? 10 : 0)}</components></object>`) // prettier-ignore
  /** A zip whose directory says that each file in it becomes this large. */
  const promising = (zip: Uint8Array, size: number) => {
    const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
    const [ENTRY, SIZE] = [0x02014b50, 24]
    for (let at = 0; at + 4 < zip.length; at++)
      if (view.getUint32(at, true) === ENTRY) view.setUint32(at + SIZE, size, true)
    return zip
  }
  const threeMf = (xml: string) => packed({ '3D/3dmodel.model': xml })
  test.each<[string, Uint8Array | string, RegExp]>([
    ['binary STL', stlFile(ball()).subarray(0, 50_000), /tells of 1,848 facets and holds 998; fetch/],
    [
      'binary STL that promises 200 GB',
      stlFile(brick(), { promised: 0xffffffff }),
      /tells of 4,294,967,295 facets and holds 12/,
    ],
    [
      'binary STL that tells too few',
      stlFile(brick(), { promised: 10 }),
      /errs in its count: it tells of 10 facets and holds 12/,
    ],
    ['text STL within a number', text.slice(0, text.indexOf('vertex') + 400), /cut short.*line \d+/],
    [
      'text STL with a word for a number',
      text.replace('vertex 0', 'vertex null'),
      /errs in line 4: "null" stands where a number should/,
    ],
    ['text STL with decimal commas', text.replace('vertex 0 0', 'vertex 0 1,5'), /line 4: .*"1,5"/],
    [
      'text STL with a corner too many',
      text.replace('endloop', 'vertex 1 2 3\nendloop'),
      /line 7: "vertex" stands where "endloop" should/,
    ],
    ['OBJ within a point', obj.slice(0, 3), /line 1: a point needs three numbers/],
    ['OBJ with a corner that is not there', `${obj}\nf 1 2 9`, /line 21: a face names point 9 of 8/],
    ['OBJ that counts back too far', `${obj}\nf -1 -2 -9`, /line 21: a face names point "-9", which is not there/],
    ['OBJ with a corner 0', `${obj}\nf 0 1 2`, /line 21: a face names point "0"/],
    ['3MF', threeMfFile(brick()).subarray(0, 500), /zip that is cut short or damaged/],
    ['3MF whose XML ends early', threeMf(model.slice(0, 900)), /cut short or damaged: its XML/],
    [
      '3MF with a corner that is not there',
      threeMf(model.replace(/v1="\d"/, 'v1="8"')),
      /object "1": facet 0 names point "8" of 8/,
    ],
    [
      '3MF with a word for a number',
      threeMf(model.replace('x="0"', 'x="left"')),
      /object "1": point 0 has a coordinate/,
    ],
    [
      '3MF that builds from what it has not',
      threeMf(model.replace('<item objectid="1"', '<item objectid="2"')),
      /builds from object "2"/,
    ],
    ['3MF in a unit of its own', threeMf(model.replace('millimeter', 'cubit')), /measures in "cubit"/],
    ['3MF that holds itself', threeMf(partXml(circle, '<item objectid="1"/>')), /objects within objects/],
    [
      '3MF of billions of objects',
      threeMf(partXml(tenfold.join(''), '<item objectid="0"/>')),
      /places more than 100,000 objects/,
    ],
    ['3MF that unpacks to gigabytes', promising(threeMf(model), 6e8), /unpack to more than 500 MB/],
  ])('%s', async (_, file, words) => {
    expect(await refusal(file)).toMatch(words)
  })
})

test('a ring is read with its hole', async () => {
  const { measures } = await read(textStlFile(ring()))
  expect(measures.genus).toBe(1)
})

describe('units that a file does not tell', () => {
  const tall = async (scale: number) => {
    const { mended, measures } = await read(stlFile(moved(brick([0, 0, 0], [40, 30, 80]), scale)))
    return { mended, height: measures.bounds.max[2] }
  }
  test.each([
    [1, 80, []],
    [1 / 1000, 80, ['taken for metres: 0.08 long, so 80 mm']],
    [1 / 25.4, 80, ['taken for inches: 3.15 long, so 80 mm']],
    [20, 1600, []],
  ])('by %f', async (scale, height, mended) => {
    const model = await tall(scale)
    expect(model.height).toBeCloseTo(height, 3)
    expect(model.mended).toEqual(mended)
  })
  test('points of no facet do not count', async () => {
    const { mended, measures } = await read(`${objFile(brick())}\nv 1e9 0 0\n`)
    expect(mended).toEqual([])
    expect(measures.bounds.max).toEqual([40, 30, 20])
  })
  test('what no unit explains is refused', async () => {
    expect(await refusal(stlFile(moved(brick(), 1e-6)))).toMatch(/is 0.04 mm long: export it in millimetres/)
    expect(await refusal(stlFile(moved(brick(), 1e6)))).toMatch(/is 40000 m long: remove stray points/)
    expect(await refusal(stlFile(moved(brick(), 0)))).toMatch(/has all its points at one place/)
  })
})

test('what was mended is told beside the sculpture', async () => {
  const { mended, measures } = await read(
    objFile(
      flipped(
        moved(
          without(ball(), (_, facet) => facet === 99),
          0.001,
        ),
      ),
    ),
  )
  expect(mended).toEqual(['taken for metres: 0.0862 long, so 86.2 mm', 'closed 1 hole of up to 4.3 mm', 'turned all facets outwards'].map((words) => expect.stringContaining(words.slice(0, 14)))) // prettier-ignore
  expect(measures.volume / measure(ball()).volume).toBeCloseTo(1, 2)
})

test('what cannot be mended is refused under the name of the file', async () => {
  const open = without(ball(), ([x, y, z]) => x > 20 + 6 * Math.sin(y / 5) + z / 30)
  expect(await refusal(stlFile(open))).toMatch(/^RequestProblem: bust\.stl: has a hole \d\d mm wide around/)
  expect(await refusal(stlFile(moved(brick(), NaN)))).toMatch(/errs in facet 1: a coordinate is NaN/)
})

test('stages are told in order', async () => {
  const stages: string[] = []
  await readModel(stlFile(together(brick(), brick([30, 10, 5], [60, 20, 15]))), 'two.stl', (told) => stages.push(told))
  expect(stages).toEqual([
    'reading',
    'mending',
    'joining what overlaps of 2 bodies',
    'looking for places where the surface passes through itself',
  ])
})

test('more facets than are read are refused', async () => {
  const many = new Uint8Array(84 + 50 * 2_500_001)
  new DataView(many.buffer).setUint32(80, 2_500_001, true)
  expect(await refusal(many)).toMatch(/has 2,500,001 facets, more than the 2,500,000 that are read: thin it out/)
})
