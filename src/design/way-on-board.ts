import { type Plate, planPlate, type Pose } from '#pegboard'
import { boardOf } from './board.ts'
import type { Resolved } from './resolve.ts'

export type { Pose }

/** The way on which the pieces of a part are hung, all as one: the planner's, from clear outside to seated. Empty, where none was found or nothing hangs. */
export function wayOnBoard(parameters: Resolved, pieces: readonly { readonly plate?: Plate }[]): readonly Pose[] {
  const plate = pieces.find((piece) => piece.plate)?.plate
  return (plate && planPlate(plate, boardOf(parameters))?.path) ?? []
}
