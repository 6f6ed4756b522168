import { type Board, type BoardName, boards } from '#pegboard'
import { choice, type Chosen, length } from './parameter.ts'

const known = (chosen: Chosen) => boards[chosen.board as BoardName]

/** What every design can be told about the board that it hangs on; each number follows from the board's name unless it is given. */
export const boardParameters = {
  board: choice('Pegboard that the part hangs on', Object.keys(boards) as BoardName[], { default: 'us-quarter-inch' }),
  pitch: length('Distance from hole to hole', { default: (chosen) => known(chosen).pitch, min: 12, max: 60 }),
  holeDiameter: length('Diameter of a hole, or width of a slot', {
    default: (chosen) => known(chosen).hole.diameter,
    min: 3,
    max: 10,
  }),
  boardThickness: length('Thickness of the board', { default: (chosen) => known(chosen).thickness, min: 1, max: 11.5 }),
  clearance: length('How much thinner than its hole a peg is, on the diameter', {
    default: (chosen) => known(chosen).clearance,
    min: 0,
    max: 1.2,
  }),
}

/** The board that the resolved parameters describe. */
export function boardOf(values: Chosen): Board {
  const { name, ...standard } = { name: values.board as BoardName, ...known(values) }
  return {
    ...standard,
    name,
    pitch: values.pitch as number,
    hole: { ...standard.hole, diameter: values.holeDiameter as number },
    thickness: values.boardThickness as number,
    clearance: values.clearance as number,
  }
}
