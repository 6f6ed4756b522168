import type { Board } from './boards.ts'

/** Why no hook fits a board: the figure to change, why, and the nearest value that works. */
export interface HookProblem {
  readonly parameter: 'boardThickness' | 'holeDiameter' | 'clearance' | 'pitch'
  readonly reason: string
  readonly suggestion: number
}

/** Thinnest peg worth printing, six lines of 0.4 mm. */
const LEAST_PEG = 2.4
/** Smallest and largest hole. A larger hook would touch a wall 12.7 behind the board. */
const HOLE = [3, 10] as const
/** Loosest fit: beyond it a hook rattles more than it holds. */
const MOST_CLEARANCE = 1.2
const MOST_CLEARANCE_PER_HOLE = 0.25
/** Thinnest board, sheet steel. */
const LEAST_BOARD = 1
/** Thickest board for a round hole, in hole diameters: beyond it the bend jams before the tail is through. */
const BOARD_PER_HOLE = 1.15
/** Board for a slot, as a part of the slot's height: a thinner one lets the wedge slide out slantwise, a thicker one leaves it no neck at the plate. */
const BOARD_PER_SLOT = [0.15, 0.54] as const
/** Shortest slot, in widths. */
const SLOT_HEIGHT = 2.4
const PITCH = [12, 60] as const
/** Least plate between two holes: the roots of two pegs and a web. */
const WEB = 5

/**
 * Whether hooks can be made for a board, by formula; every board accepted is one on which the planner hangs them.
 *
 * @returns The first problem in the order hole, clearance, thickness, pitch; each suggestion holds for the figures before it.
 */
export function hookProblem({ hole, thickness, clearance, pitch }: Board): HookProblem | undefined {
  const { diameter } = hole
  const slot = hole.shape === 'slot'
  const widest = slot ? Math.min(HOLE[1], floor(hole.height / SLOT_HEIGHT)) : HOLE[1]
  const thickest = floor(slot ? BOARD_PER_SLOT[1] * hole.height : BOARD_PER_HOLE * diameter)
  const thinnest = slot ? ceil(BOARD_PER_SLOT[0] * hole.height) : LEAST_BOARD
  const loosest = floor(Math.min(MOST_CLEARANCE, MOST_CLEARANCE_PER_HOLE * diameter, diameter - LEAST_PEG))
  const closest = Math.max(PITCH[0], ceil((slot ? hole.height : diameter) + WEB))
  const size = slot ? `a slot ${diameter} wide` : `a ${diameter} hole`
  const wrong = (parameter: HookProblem['parameter'], reason: string, suggestion: number) => ({
    parameter,
    reason,
    suggestion,
  })
  if (!(diameter >= HOLE[0]))
    return wrong('holeDiameter', `a peg for ${size} is too thin to print and to hold`, HOLE[0])
  if (!(diameter <= widest))
    return wrong('holeDiameter', `a hook for ${size} would need more room behind the board or above`, widest)
  if (!(clearance >= 0)) return wrong('clearance', `a peg cannot be thicker than its hole`, 0)
  if (!(clearance <= loosest))
    return wrong('clearance', `a peg ${clearance} thinner than ${size} would break or rattle`, loosest)
  if (!(thickness >= thinnest))
    return wrong('boardThickness', `a board ${thickness} thick is too thin to hold a hook`, thinnest)
  if (!(thickness <= thickest))
    return wrong('boardThickness', `a rigid hook cannot be put through ${size} in a board ${thickness} thick`, thickest)
  if (!(pitch >= closest))
    return wrong('pitch', `holes ${pitch} apart leave the plate no room between the pegs`, closest)
  if (!(pitch <= PITCH[1])) return wrong('pitch', `holes ${pitch} apart make a plate too tall to tilt in`, PITCH[1])
  return undefined
}

/** Down or up to a tenth, so that what is suggested is a figure to type and still within the limit. */
const floor = (value: number) => Math.floor(value * 10 + 1e-9) / 10
const ceil = (value: number) => -floor(-value)
