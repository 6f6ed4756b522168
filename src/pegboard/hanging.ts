import type { Board } from './boards.ts'
import { boardContact, type Contact } from './contact.ts'
import { hookPeg, type Peg, pinPeg } from './peg.ts'
import { pegHeight } from './peg-size.ts'
import type { Plate } from './piece.ts'
import { plateProfile } from './plate.ts'
import type { Profile } from './profile.ts'
import { searchPath, type Bounds, type Pose } from './search-path.ts'

/** What is hung: one column of pegs, and the outlines of all that stays in front of the board. */
export interface Mount {
  readonly hook: Peg
  readonly pin: Peg
  /** Rows of holes used: a hook in the first, pins in all others. */
  readonly rows: number
  readonly plate: Profile
  /** Whatever else stands in front of the plate. */
  readonly body?: readonly Profile[]
}

/** How a part is hung, proven. */
export interface HangingPlan {
  /** From clear outside to seated; straight motion between neighbours touches nothing. */
  readonly path: readonly Pose[]
  /** Whether a straight pull, from wherever the play lets the part stand, is stopped. */
  readonly held: boolean
  /** How far a straight pull moves the part before it is stopped, in millimetres, to 1/32 of the hole. */
  readonly play: number
}

/** Least space between the board's rear face and the wall, 12.7 mm: what three installers' pages ask for. */
export const WALL_GAP = 12.7

/** How far a hung part may be turned by hand without meaning to take it off, in degrees. */
const WOBBLE = 3

/**
 * Searches a way to hang a rigid part on a rigid board.
 *
 * @param gap Free depth between the board's rear face and the wall.
 * @returns The way, or undefined if none was found on a grid of 1/32 of the hole and one degree.
 */
export function planHanging(mount: Mount, board: Board, gap: number = WALL_GAP): HangingPlan | undefined {
  const contact = boardContact(mount, board, gap)
  const bounds = hangingBounds(mount, board)
  const path =
    searchPath(contact, bounds, board.hole.diameter / 16, 2).path ??
    searchPath(contact, bounds, board.hole.diameter / 32, 1).path
  return path && { path: path.toReversed(), ...pullOut(contact, mount, board) }
}

/** {@link planHanging} for a part that hangs by a back plate, with the pegs that the board asks for. */
export const planPlate = ({ rows, thickness }: Plate, board: Board): HangingPlan | undefined =>
  planHanging(
    { hook: hookPeg(board), pin: pinPeg(board), rows, plate: plateProfile({ rows, board, thickness }) },
    board,
  )

const depth = ({ hook, pin }: Mount) => Math.max(...[...hook.profile, ...pin.profile].map(([y]) => y))

const hangingBounds = (mount: Mount, board: Board): Bounds => {
  // Turning about the plate's upper edge carries the pegs away from the board before they are drawn out.
  const away = depth(mount) + Math.max(...mount.plate.map(([, z]) => z))
  const lift = pegHeight(board)
  return { y: [-away, 0], z: [-lift, lift], tilt: [0, 60] }
}

/** A straight pull: lifting and lowering allowed, but little tilt. */
function pullOut(contact: Contact, mount: Mount, board: Board): Pick<HangingPlan, 'held' | 'play'> {
  const lift = pegHeight(board)
  const bounds: Bounds = { y: [-depth(mount) - 1, 0], z: [-lift, lift], tilt: [-WOBBLE, WOBBLE] }
  const { path, furthest } = searchPath(contact, bounds, board.hole.diameter / 32, 1)
  return { held: path === undefined, play: furthest }
}
