import { type Mesh, plus, times, type Vec3 } from '#solid'
import { type Hole, holeAxes } from './hole.ts'
import { type Walls, wallsAround } from './walls.ts'

/** Thinnest wall that a hole may have around it: three lines of a 0.4 mm nozzle. */
export const LEAST_WALL = 1.2

/** What is wrong with a hole. */
export interface Fault {
  /** Whether its ends lie wrong, rather than that it is too wide. */
  readonly ends: boolean
  readonly reason: string
}

/** Length of blade that hangs out below. */
const BLADE = 100
/** How deep a blade may graze what is below the hole, as a share of its diameter: that is cut away. */
const GRAZE = 0.2

/** What is wrong with a hole, and where: nothing if it goes from end to end with walls all round. */
export function holeFault(mesh: Mesh, hole: Hole): Fault | undefined {
  const { shank, funnel } = hole
  const above = Math.max(funnel.diameter, shank)
  const all = wallsAround(mesh, hole, above, BLADE)
  const end = indexOf(all, holeAxes(hole).length) + 1
  const walls = { ...all, thickness: all.thickness.subarray(0, end), inside: all.inside.subarray(0, end) }
  const { inside } = walls
  const entry = inside.indexOf(1)
  if (entry < 0) return { ends: true, reason: 'the hole misses the sculpture' }
  if (entry === 0)
    return { ends: true, reason: `the hole begins deep inside the sculpture; --hole-from must lie on its surface` }
  if (inside[end - 1])
    return { ends: true, reason: 'the hole ends inside the sculpture; --hole-to must lie beyond its surface' }
  const station = (index: number) => walls.first + index * walls.step
  const stretches = walledStretches(walls)
  if (stretches.length === 0) return { ends: false, reason: thin(walls, hole, [entry, inside.lastIndexOf(1)]) }
  const [first, last] = [stretches[0][0], stretches[stretches.length - 1][1]]
  // A crown slopes: the funnel's rim is whole only somewhat below it.
  const rim = Math.max(funnel.depth, station(entry) + shank)
  if (station(first) > rim)
    return { ends: false, reason: thin(walls, hole, [Math.max(entry, indexOf(walls, rim)), first]) }
  if (stretches.length > 1) {
    const gap: Range = [stretches[0][1], stretches[1][0]]
    const parted = inside.subarray(gap[0], gap[1]).includes(0)
    if (!parted) return { ends: false, reason: thin(walls, hole, gap) }
    const place = told(at(hole, station(gap[0])))
    return { ends: true, reason: `the hole leaves the sculpture at ${place} and enters it again` }
  }
  // So does a mouth: but a groove longer than this is a hole that is open at the side.
  const groove = inside.subarray(last).reduce((sum, each) => sum + each, 0) * walls.step
  if (groove > 1.5 * shank + LEAST_WALL)
    return { ends: false, reason: thin(walls, hole, [last, inside.lastIndexOf(1)]) }
  const below = all.thickness.findIndex((wall, index) => index > end + shank / walls.step && wall < -GRAZE * shank)
  if (below >= 0) {
    return {
      ends: true,
      reason: `the sculpture is in the blade's way at ${told(at(hole, station(below)))}, below the hole`,
    }
  }
  return undefined
}

type Range = readonly [number, number]

const indexOf = ({ first, step }: Walls, station: number) => Math.round((station - first) / step)

/** Where the hole is surrounded: from station to station. */
function walledStretches({ inside, thickness }: Walls): Range[] {
  const stretches: [number, number][] = []
  for (let station = 0; station < inside.length; station++) {
    if (!inside[station] || thickness[station] < LEAST_WALL) continue
    const last = stretches[stretches.length - 1]
    if (last?.[1] === station) last[1]++
    else stretches.push([station, station + 1])
  }
  return stretches
}

function thin({ thickness, first, step }: Walls, hole: Hole, [from, to]: Range): string {
  const part = thickness.subarray(from, Math.max(to, from + 1))
  const least = Math.min(...part)
  const place = told(at(hole, first + (from + part.indexOf(least)) * step))
  return least > 0
    ? `the wall around the hole is only ${least.toFixed(1)} mm thick at ${place}, at least ${LEAST_WALL} is needed`
    : `the hole is open at the side at ${place}`
}

const at = (hole: Hole, station: number): Vec3 => plus(hole.from, times(holeAxes(hole).along, station))
const told = (place: Vec3) => place.map((each) => Number(each.toFixed(1)).toString()).join(',')
