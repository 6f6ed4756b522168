import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { boundsOf, box, cylinder, type Mesh, rotate, type Solid, startKernel, translate, type Vec3 } from '#solid'
import { boardOf, makePart, RequestProblem, resolveParameters } from '#design'
import { boards, mountStyles, pegColumns, plateBounds } from '#pegboard'
import batteryHolder from '../../designs/battery-holder.ts'
import { layStation } from '../../designs/battery-holder/lay-station.ts'
import type { Station, StationValues } from '../../designs/battery-holder/station.ts'
import { inTheWay, meshOfDrawing, overlap } from '../support/fit.ts'

beforeAll(() => startKernel())

/** Cells as the standards draw them, largest and smallest: width × thickness × length. Where no least is known, 3 % off the largest. */
const standard = {
  AAAA: { most: [8.3, 8.3, 42.5], least: [7.7, 7.7, 41.5] },
  AAA: { most: [10.5, 10.5, 44.5], least: [9.5, 9.5, 43.3] },
  AA: { most: [14.5, 14.5, 50.5], least: [13.5, 13.5, 49.2] },
  C: { most: [26.2, 26.2, 50], least: [24.9, 24.9, 48.5] },
  D: { most: [34.2, 34.2, 61.5], least: [32.3, 32.3, 59.5] },
  '9V': { most: [26.5, 17.5, 48.5], least: [24.5, 15.5, 46.5] },
  CR123A: { most: [17.1, 17.1, 34.5], least: [16.5, 16.5, 33.4] },
  '14500': { most: [14, 14, 53], least: [13.6, 13.6, 50] },
  '18650': { most: [18.7, 18.7, 70.7], least: [18, 18, 64.5] },
  '21700': { most: [21.25, 21.25, 70.62], least: [20.6, 20.6, 69.6] },
} as const

const cases = Object.entries(standard).map(([battery, sizes]) => ({ battery, ...sizes }))

interface Made {
  readonly mesh: Mesh
  readonly station: Station
  /** Along a cell, out of its cup. */
  readonly out: Vec3
}

function hungHolder(given: Record<string, unknown>): Made {
  const parameters = resolveParameters(batteryHolder, given)
  const { mesh } = makePart(batteryHolder, parameters, { orientation: 'hung' })
  const station = layStation(parameters as unknown as StationValues, {
    board: boardOf(parameters),
    mount: parameters.mount as 'slide-in',
  })
  return { mesh, station, out: [0, station.lean.sin, station.lean.cos] }
}

/** A convex cell around what the standard allows, upright on the origin: a round one's flats, not its corners, lie on the diameter. */
const upright = ([width, thickness, length]: readonly number[]): Solid =>
  width === thickness
    ? cylinder({ radius: width / 2 / Math.cos(Math.PI / 128), from: 0, to: length, segments: 128 })
    : box([-width / 2, -thickness / 2, 0], [width / 2, thickness / 2, length])

/** Any solid drawn at a cup's floor, seated there and moved by so much in the leaning frame: to the right, towards the board, out of the cup. */
const seated =
  ({ station }: Made, column: number, row: number, solid: () => Solid, [x, v, w]: Vec3 = [0, 0, 0]) =>
  () => {
    const { origin, lean, rows, columns } = station
    const place: Vec3 = [columns[column] + x, rows[row].v + v, rows[row].w + w]
    return translate([0, origin.y, origin.z], rotate([-lean.degrees, 0, 0], translate(place, solid())))
  }

describe.each(cases)('$battery', ({ battery, most, least }) => {
  let made: Made
  beforeAll(() => {
    made = hungHolder({ battery, columns: 2, rows: 2 })
  })
  const places = [0, 1].flatMap((column) => [0, 1].map((row) => [column, row] as const))
  const largest = () => upright(most)
  const smallest = () => upright(least)
  const shared = (solid: () => Solid, [column, row]: readonly [number, number], by?: Vec3) =>
    overlap(made.mesh, seated(made, column, row, solid, by))

  test('the largest cell slides into every cup, rests on its floor and is held', () => {
    for (const place of places) {
      const way = { along: made.out, from: 120, to: 0 }
      expect(inTheWay(made.mesh, seated(made, ...place, largest), way)).toBe(0)
      expect(shared(largest, place, [0, 0, -0.5])).toBeGreaterThan(1)
      for (const aside of [-3, 3]) {
        expect(shared(largest, place, [aside, 0, 0])).toBeGreaterThan(10)
        expect(shared(largest, place, [0, aside, 0])).toBeGreaterThan(10)
      }
    }
  })

  test('cells stand proud by a third to two thirds, clear of the board and of each other', () => {
    const proud = most[2] - made.station.depth
    expect(proud).toBeGreaterThan(most[2] / 3)
    expect(proud).toBeLessThan((most[2] * 2) / 3)
    const cells = places.map((place) => seated(made, ...place, largest))
    const meshes = cells.map(meshOfDrawing)
    for (const [i, mesh] of meshes.entries()) {
      expect(boundsOf(mesh.points).max[1]).toBeLessThan(-1)
      for (const other of cells.slice(i + 1)) expect(overlap(mesh, other)).toBe(0)
    }
  })

  test('the smallest cell falls neither through the hole nor out of the window', () => {
    const loose = (most[0] - least[0] + 0.4) / 2
    for (const place of places) {
      for (const [x, v] of [
        [0, 0],
        [loose, 0],
        [0, -loose],
      ]) {
        expect(shared(smallest, place, [x, v, -0.5])).toBeGreaterThan(1)
      }
      expect(shared(smallest, place, [0, -loose - 3, 0])).toBeGreaterThan(5)
    }
  })

  test('each cell is seen from the front, and a finger or the dust passes below', () => {
    const [width, thickness] = most
    for (const place of places) {
      const { sill } = made.station.rows[place[1]]
      const sight = () => box([-width / 6, -300, sill + width / 4], [width / 6, 0, made.station.depth])
      expect(shared(sight, place)).toBe(0)
      const finger = () => cylinder({ radius: thickness / 4, from: -100, to: 1, segments: 32 })
      expect(shared(finger, place)).toBe(0)
    }
  })
})

test('cells lean back by as much as is asked for, and the front with them', () => {
  const faceOf = (lean: number) => {
    const { points } = hungHolder({ lean, label: '', columns: 2 }).mesh
    const front = (z: number) => {
      const near = []
      for (let i = 0; i < points.length; i += 3) if (Math.abs(points[i + 2] - z) < 4) near.push(points[i + 1])
      return Math.min(...near)
    }
    const { min } = boundsOf(points)
    return front(min[2] + 22) - front(min[2] + 2)
  }
  expect(faceOf(0)).toBeCloseTo(0, 1)
  expect(faceOf(20)).toBeGreaterThan(5)
})

/** Bodies, pose and size that a design promises, whatever its parameters. */
function expectSound(given: Record<string, unknown>) {
  const parameters = resolveParameters(batteryHolder, given)
  const board = boardOf(parameters)
  const station = layStation(parameters as unknown as StationValues, { board, mount: parameters.mount as 'slide-in' })
  const print = makePart(batteryHolder, parameters)
  const strips = parameters.mount === 'slide-in' ? pegColumns(station.plate.columns, board).length : 0
  expect(print.measures.bodies).toBe(1 + strips)
  expect(print.measures.bounds.min[2]).toBe(0)
  expect(makePart(batteryHolder, parameters).mesh).toEqual(print.mesh)

  const { min, max } = makePart(batteryHolder, parameters, { orientation: 'hung' }).measures.bounds
  const plate = plateBounds(station.plate, board)
  expect(min[0]).toBeCloseTo(plate.left, 3)
  expect(max[0]).toBeCloseTo(plate.right, 3)
  expect(min[2]).toBeCloseTo(plate.bottom, 3)
  expect(max[2]).toBeCloseTo(plate.top, 3)
  expect(-min[1]).toBeLessThan(station.reach + 0.5)
  expect(-min[1]).toBeGreaterThan(station.reach - 1)
  return station
}

describe('the whole range', () => {
  const numbers = Object.entries(batteryHolder.parameters).filter(
    ([name, { min }]) => min !== undefined && !['pitch', 'holeDiameter', 'boardThickness', 'clearance'].includes(name),
  )
  const corners = numbers.flatMap(([name, { min, max }]) => [{ [name]: min }, { [name]: max }])

  test.each(corners)('%j makes a sound part or is refused with a value that works', (given) => {
    expectSoundOrRefused({ battery: 'custom', columns: 2, ...given })
  })

  test('any parameters make a sound part or are refused with values that work', () => {
    const length = (name: string) => {
      const { min, max } = batteryHolder.parameters[name] as { min: number; max: number }
      return fc.integer({ min: min * 10, max: max * 10 }).map((tenths) => tenths / 10)
    }
    const named = fc.record({ battery: fc.constantFrom(...Object.keys(standard)) })
    const custom = fc.record({
      battery: fc.constant('custom'),
      cellDiameter: length('cellDiameter'),
      cellLength: length('cellLength'),
    })
    const others = fc.record(
      {
        columns: fc.oneof({ weight: 7, arbitrary: fc.integer({ min: 1, max: 5 }) }, fc.integer({ min: 6, max: 40 })),
        rows: fc.oneof({ weight: 7, arbitrary: fc.integer({ min: 1, max: 2 }) }, fc.integer({ min: 3, max: 8 })),
        depth: length('depth'),
        lean: length('lean'),
        play: length('play'),
        wall: length('wall'),
        label: fc.string({ unit: 'grapheme-ascii', maxLength: 12 }),
        board: fc.constantFrom(...Object.keys(boards)),
        mount: fc.constantFrom(...mountStyles),
      },
      { requiredKeys: [] },
    )
    const all = fc.tuple(fc.oneof(named, custom), others).map(([cell, rest]) => ({ ...cell, ...rest }))
    fc.assert(
      fc.property(all, (given) => expectSoundOrRefused(given)),
      { numRuns: 25 },
    )
  })

  /** Follows the suggestions of each refusal, as a maker would, to a part. */
  function expectSoundOrRefused(given: Record<string, unknown>, tries = 4) {
    let problems
    try {
      resolveParameters(batteryHolder, given)
    } catch (error) {
      if (!(error instanceof RequestProblem)) throw error
      problems = error.problems
    }
    if (!problems) return void expectSound(given)
    expect(tries, JSON.stringify({ given, problems })).toBeGreaterThan(0)
    for (const { parameters, reason } of problems) {
      expect(reason).not.toBe('')
      for (const name of parameters) expect(batteryHolder.parameters).toHaveProperty(name)
    }
    const remedies = problems.map(({ parameters: [name], suggestion }) =>
      suggestion === undefined ? { label: '' } : { [name]: suggestion },
    )
    expectSoundOrRefused(Object.assign({}, given, ...remedies) as Record<string, unknown>, tries - 1)
  }
})

test.each([
  [{ depth: 10 }, ['depth', 'battery'], 16.9],
  [{ depth: 40 }, ['depth', 'battery'], 33.6],
  [{ battery: 'custom', cellLength: 90, depth: 20 }, ['depth', 'cellLength'], 30],
  [{ cellDiameter: 15 }, ['battery', 'cellDiameter'], 'custom'],
  [{ columns: 40 }, ['columns'], 22],
  [{ rows: 8, battery: 'D' }, ['rows'], 4],
  [{ columns: 1, label: 'Charged' }, ['columns', 'label'], 2],
])('%j is refused, naming what it is about and what works', (given, parameters, suggestion) => {
  const refused = () => resolveParameters(batteryHolder, given)
  expect(refused).toThrow(RequestProblem)
  try {
    refused()
  } catch (error) {
    expect((error as RequestProblem).problems).toMatchObject([{ parameters, suggestion }])
  }
})

test('lettering follows from the cell, can be set, can be left out, and gives way to a narrow front', () => {
  const labelOf = (given: Record<string, unknown>) => resolveParameters(batteryHolder, given).label
  expect(labelOf({})).toBe('AA')
  expect(labelOf({ battery: '18650', columns: 1 })).toBe('18650')
  expect(labelOf({ battery: 'CR123A', columns: 1 })).toBe('')
  expect(labelOf({ battery: 'custom' })).toBe('')
  const front = hungHolder({ label: '' }).station.rows[0].front
  const relief = (given: Record<string, unknown>) => {
    const made = hungHolder({ ...given })
    const layer = () => box([-100, front - 0.3, -5], [100, front - 0.05, 20])
    return overlap(
      made.mesh,
      seated(
        { ...made, station: { ...made.station, columns: [0], rows: [{ ...made.station.rows[0], v: 0, w: 0 }] } },
        0,
        0,
        layer,
      ),
    )
  }
  expect(relief({ label: '' })).toBe(0)
  expect(relief({})).toBeGreaterThan(2)
  expect(relief({ label: 'Charged' })).toBeGreaterThan(relief({}))
})
