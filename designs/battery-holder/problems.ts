import { type Context, problem, type Problem } from '#design'
import { cells } from './cells.ts'
import { LEAST_CAPITAL } from './label.ts'
import { hasRoomForLabel, layStation } from './lay-station.ts'
import type { Station, StationValues } from './station.ts'

/** Beyond these a part fits no bed, or tears at its pegs by its leverage. Millimetres: across, up, out from the board. */
const LARGEST = { width: 400, height: 400, reach: 200 }

/** Least and largest share of a cell that stands in its cup: less falls out, more leaves nothing to grip. */
const IN_CUP = [1 / 3, 2 / 3] as const

/** Parameters of a holder that cannot go together. */
export function findProblems(values: StationValues, context: Pick<Context, 'board' | 'mount'>): Problem[] {
  return [...cellProblems(values), ...depthProblems(values), ...sizeProblems(values, context)]
}

function cellProblems({ battery, cellDiameter, cellLength }: StationValues): Problem[] {
  const { diameter, length } = cells[battery]
  const own = (name: string, size: number) =>
    problem(['battery', name], `cannot go together: ${battery} cells are ${size}; other sizes are custom`, 'custom')
  if (battery === 'custom') return []
  return [
    ...(cellDiameter === diameter ? [] : [own('cellDiameter', diameter)]),
    ...(cellLength === length ? [] : [own('cellLength', length)]),
  ]
}

function depthProblems({ battery, cellLength, depth }: StationValues): Problem[] {
  const least = Math.ceil(cellLength * IN_CUP[0] * 10) / 10
  const most = Math.floor(cellLength * IN_CUP[1] * 10) / 10
  const about = ['depth', battery === 'custom' ? 'cellLength' : 'battery']
  if (depth < least)
    return [problem(about, `cannot go together: a third of the cell at least, ${least}, must stand in its cup`, least)]
  if (depth > most)
    return [
      problem(about, `cannot go together: a third of the cell must be left to grip, so at most ${most} deep`, most),
    ]
  return []
}

function sizeProblems(values: StationValues, context: Pick<Context, 'board' | 'mount'>): Problem[] {
  const fitting = (name: 'columns' | 'rows', numbers: number[], fits: (station: Station) => boolean) =>
    numbers.find((number) => fits(layStation({ ...values, [name]: number }, context)))
  const station = layStation(values, context)
  const { columns, rows } = values
  const fewer = (count: number) => Array.from({ length: count - 1 }, (_, i) => count - 1 - i)
  const found: Problem[] = []
  const tooLarge = (name: 'columns' | 'rows', measure: keyof typeof LARGEST, words: string) => {
    if (station[measure] <= LARGEST[measure]) return
    const best = fitting(name, fewer(values[name]), (smaller) => smaller[measure] <= LARGEST[measure])
    found.push(
      problem(name, `makes the holder ${Math.round(station[measure])} ${words}: at most ${LARGEST[measure]}`, best),
    )
  }
  tooLarge('columns', 'width', 'wide')
  tooLarge('rows', 'reach', 'deep')
  if (rows > 1 && station.reach <= LARGEST.reach) tooLarge('rows', 'height', 'high')
  if (found.length > 0 || hasRoomForLabel(station)) return found

  const wider = Array.from({ length: 40 - columns }, (_, i) => columns + 1 + i)
  const legible = (other: Station) => other.width <= LARGEST.width && hasRoomForLabel(other)
  const enough = fitting('columns', wider, legible)
  return [
    station.label && station.label.capital < LEAST_CAPITAL
      ? problem(
          ['columns', 'label'],
          `cannot go together: the front is too narrow for "${values.label}" in letters ${LEAST_CAPITAL} high; a shorter one or --label "" would do`,
          enough,
        )
      : problem(
          ['label', 'depth'],
          'cannot go together: the front is too low for lettering below the windows; --label "" leaves it out',
        ),
  ]
}
