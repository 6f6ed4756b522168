import type { Board } from './boards.ts'
import { pegDiameter, pegFlat } from './peg-size.ts'
import { pinProfile } from './pin.ts'
import type { Profile } from './profile.ts'
import { tiltHook } from './tilt-hook.ts'
import { wedgeHook } from './wedge-hook.ts'

/** How a peg narrows sideways: at distance `x` from its mid-plane every edge of the profile lies `inset` further in. Both in millimetres. */
export type Layer = readonly [x: number, inset: number]

/** Half a peg: its profile in the mid-plane, relative to the centre of its hole on the board's front face, and its layers for x ≥ 0. */
export interface Peg {
  readonly profile: Profile
  readonly section: readonly Layer[]
}

/** The upper peg, which carries and is put in by tilting. */
export function hookProfile(board: Board): Profile {
  return board.hole.shape === 'slot' ? wedgeHook(board) : tiltHook(board)
}

/**
 * The section common to hooks and pins: a circle that touches no hole wall before its mid-plane does, cut flat where its flanks reach 45°,
 * so that a peg prints lying on its side with nothing in the air. Slots need the width that the circle has beyond that: there the flank goes on
 * at 45°, along a chord, to nine tenths of the half width.
 */
export function pegSection(board: Board): Layer[] {
  const radius = pegDiameter(board) / 2
  const flat = pegFlat(board)
  const onCircle = (x: number): Layer => [x * radius, radius * (1 - Math.sqrt(1 - x * x))]
  // The circle mirrored in the 45° line: a chord from here to the flat leans by exactly 45°.
  const last = Math.sqrt(1 - flat * flat)
  const turned = flat > Math.SQRT1_2 ? [0, last / 2, last, flat] : [0, 0.28, 0.48, 0.62, flat]
  return turned.map(onCircle)
}

export const hookPeg = (board: Board): Peg => ({ profile: hookProfile(board), section: pegSection(board) })

export const pinPeg = (board: Board): Peg => ({ profile: pinProfile(board), section: pegSection(board) })
