import { type Board, filletRadius, hookPeg, type Peg, pinPeg } from '#pegboard'
import { letteringWidth } from '#solid'

/** What a bore takes. */
export interface Item {
  readonly hexagonal: boolean
  /** Across its flats, or its diameter. */
  readonly size: number
}

/** A peg outside, a bore inside, and between them the value that both are made with. */
export interface Spoke {
  readonly value: number
  /** The value, with as many decimals as all others. */
  readonly label: string
  readonly peg: Peg
  /** Degrees from the hook. */
  readonly angle: number
}

/** A gauge and its sizes, lying on z = 0, the middle of the wheel at the origin and its hook pointing along x. */
export interface Wheel {
  readonly spokes: readonly Spoke[]
  readonly hook: Peg
  /** Edges of the regular polygon that the wheel would be, had it no hook: one for each spoke, and an empty one on either side of the hook. */
  readonly sides: number
  /** From the middle to an edge. */
  readonly apothem: number
  /** From the middle to the hook's edge, where the corner between the empty ones is cut off. */
  readonly hookAt: number
  readonly thickness: number
  readonly boresAt: number
  readonly labelsAt: number
  /** Radius of the hole in the middle. */
  readonly eye: number
  /** How deep an edge is notched for the rounded root of a peg. */
  readonly notch: number
}

export const LABEL_HEIGHT = 3.8
/** Width of the strokes of labels. */
export const STROKE = 0.9
/** Enough for a bore to guide what is tried in it; thick pegs stand above it. */
const THICKNESS = 3
/** Least wall around a bore. */
const WALL = 1.6
/** Room on either side of a label, half its stroke included. */
const GAP = 1.3
/** Least length of an edge beside its peg, which bears on the board. */
const BEARING = 2
/** Half the length of the hook's edge, at least. */
const HOOK_EDGE = 8
/** How far all other pegs stay away from the board while one is tried. */
const CLEAR = 1
/** How far faces stay apart that would otherwise lie in each other: what merely touches is not joined. */
export const APART = 0.05
/** Fewest edges: with fewer the wheel would be all corners. */
const LEAST_SIDES = 8

/** The values of a gauge, to a hundredth of a millimetre: what is printed is what was made. */
export const valuesOf = ({ from, step, steps }: { from: number; step: number; steps: number }): number[] =>
  Array.from({ length: steps }, (_, i) => Number((from + i * step).toFixed(2)))

/** Half the thickness of a peg, which is what it lies on. */
export const halfOf = ({ section }: Peg) => section[section.length - 1][0]

/** How far the root of a peg reaches below and above it. */
export function rootOf({ profile }: Peg) {
  const heights = profile.filter(([y]) => y <= 0).map(([, z]) => z)
  return { low: Math.min(...heights), high: Math.max(...heights) }
}

/** How far a bore reaches from its middle, along its spoke and across. */
export const reachOf = ({ hexagonal, size }: Item, value: number) => ({
  along: (size + value) / 2,
  across: (size + value) / 2 / (hexagonal ? Math.cos(Math.PI / 6) : 1),
})

export function wheelOf(values: readonly number[], item: Item, board: Board): Wheel {
  const sides = Math.max(LEAST_SIDES, values.length + 2)
  const turn = (2 * Math.PI) / sides
  const decimals = Math.max(...values.map((value) => String(value).split('.')[1]?.length ?? 0))
  const spokes = values.map((value, i): Spoke => ({
    value,
    label: value.toFixed(decimals),
    peg: pinPeg({ ...board, clearance: value }),
    angle: ((i + 1.5) * 360) / sides,
  }))
  const hook = hookPeg(board)
  const pegs = [hook, ...spokes.map(({ peg }) => peg)]
  const root = Math.max(...pegs.flatMap((peg) => Object.values(rootOf(peg)).map(Math.abs)))
  const rootDepth = Math.max(...pegs.map(({ profile }) => -Math.min(...profile.map(([y]) => y))))

  const bore = reachOf(item, Math.max(...values))
  const inner = (bore.across + WALL / 2) / Math.sin(turn / 2)
  const widest = Math.max(...spokes.map(({ label }) => letteringWidth(label, LABEL_HEIGHT)))
  // Where the inner corners of neighbouring labels are a stroke apart.
  const labelled = (widest / 2 + STROKE) / Math.tan(turn / 2) + (LABEL_HEIGHT + STROKE) / 2
  const rim = LABEL_HEIGHT / 2 + GAP + rootDepth
  const outer = bore.along + GAP + LABEL_HEIGHT / 2 + rim
  const apothem = Math.max(
    inner + outer,
    labelled + rim,
    (root + BEARING) / Math.tan(turn / 2),
    keepsAway(hook, 1.5 * turn),
    ...spokes.map(({ peg }) => keepsAway(peg, turn)),
  )
  const boresAt = apothem - outer
  const labelsAt = boresAt + bore.along + GAP + LABEL_HEIGHT / 2
  return {
    spokes,
    hook,
    sides,
    apothem,
    hookAt: (apothem - Math.max(HOOK_EDGE, root + BEARING) * Math.sin(turn / 2)) / Math.cos(turn / 2),
    thickness: Math.min(THICKNESS, ...pegs.map((peg) => 2 * halfOf(peg) - APART)),
    boresAt,
    labelsAt,
    eye: boresAt - bore.along - WALL,
    notch: Math.max(...[board.clearance, ...values].map((clearance) => filletRadius({ ...board, clearance }))) - APART,
  }
}

/** Least apothem at which a peg of a wheel stays clear of the board that another is put in, `away` radians from it. */
const keepsAway = ({ profile }: Peg, away: number) =>
  Math.max(
    ...profile.map(([y, z]) => (y * Math.cos(away) + Math.abs(z) * Math.sin(away) + CLEAR) / (1 - Math.cos(away))),
  )
