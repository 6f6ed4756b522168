import { MaxRectsBin } from 'maxrects-packer/dist/maxrects-packer.mjs'

/** Room for something on a bed, as wide and deep as it lies: whole numbers, for with fractions what just fits would not. */
export interface Cell {
  readonly width: number
  readonly depth: number
  /** Whether it lies turned by a right angle. */
  readonly turned: boolean
  /** Whether it may be turned. */
  readonly mayTurn: boolean
}

/** A cell where it lies: its corner at the front left, seen from that of the bed. */
export type Packed<C extends Cell> = C & { readonly x: number; readonly y: number }

type Order = (a: Cell, b: Cell) => number
type Area = Pick<Cell, 'width' | 'depth'>

/** Large ones first, by what may be meant by large. */
const orders: readonly Order[] = [
  (a, b) => areaOf(b) - areaOf(a),
  (a, b) => Math.max(b.width, b.depth) - Math.max(a.width, a.depth),
  (a, b) => Math.min(b.width, b.depth) - Math.min(a.width, a.depth),
  (a, b) => b.width + b.depth - a.width - a.depth,
]

/** How cells lie at first: as they were given, all with the long side to the right, all with it to the back. */
const poses: readonly ((cell: Cell) => boolean)[] = [
  () => false,
  ({ width, depth }) => width < depth,
  ({ width, depth }) => width > depth,
]

/** Ways to pack; without any of these choices, some wall of parts takes a bed more. What comes earlier wins a tie. */
const ways = [false, true].flatMap((turning) =>
  poses.flatMap((turnFirst) =>
    orders.flatMap((order) =>
      // What shall be left least of the free rectangle that a cell goes into: of its edge, or of its area. The library's third saved no bed.
      ([1, 0] as const).flatMap((logic) =>
        // Whether the used part of a bed grows with what is on it, or is the whole bed from the start.
        [true, false].map((grows) => ({ turning, turnFirst, order, logic, grows })),
      ),
    ),
  ),
)

type Way = (typeof ways)[number]

/**
 * Packs cells onto as few beds as are found by trying every way; of those with as few, onto the least ground.
 *
 * @param cells Each no larger than the bed as it lies.
 * @returns What lies on each bed.
 */
export function pack<C extends Cell>(cells: readonly C[], bed: Area): readonly (readonly Packed<C>[])[] {
  const tried = (way: Way) => {
    const beds = packBy(way, cells, bed)
    return { beds, ground: beds.reduce((sum, packed) => sum + areaOf(coveredBy(packed)), 0) }
  }
  let best = tried(ways[0])
  for (const way of ways.slice(1)) {
    const other = tried(way)
    const fewer = other.beds.length - best.beds.length
    if (fewer < 0 || (fewer === 0 && other.ground < best.ground)) best = other
  }
  return best.beds
}

/** Each cell goes onto the first bed that has room for it. */
function packBy<C extends Cell>({ turning, turnFirst, order, logic, grows }: Way, cells: readonly C[], bed: Area) {
  const beds: MaxRectsBin<{ cell: C; allowRotation: boolean }>[] = []
  const options = { smart: grows, pot: false, allowRotation: turning, logic }
  const posed = cells.map((cell) => (turnFirst(cell) && canTurn(cell, bed) ? quarterTurned(cell) : cell))
  let at = 0
  for (const [i, cell] of posed.sort(order).entries()) {
    // Where one had no room, another of its size has none.
    if (i > 0 && !isAlike(cell, posed[i - 1])) at = 0
    const fits = () => beds[at].add(cell.width, cell.depth, { cell, allowRotation: turning && cell.mayTurn })
    while (at < beds.length && !fits()) at++
    if (at < beds.length) continue
    beds.push(new MaxRectsBin(bed.width, bed.depth, 0, options))
    fits()
  }
  return beds.map(({ rects }) =>
    rects.map(({ x, y, rot, data: { cell } }): Packed<C> => ({ ...(rot ? quarterTurned(cell) : cell), x, y })),
  )
}

const isAlike = (a: Cell, b: Cell) => a.width === b.width && a.depth === b.depth && a.mayTurn === b.mayTurn

const canTurn = ({ width, depth, mayTurn }: Cell, bed: Area) => mayTurn && depth <= bed.width && width <= bed.depth

const quarterTurned = <C extends Cell>(cell: C): C => ({
  ...cell,
  width: cell.depth,
  depth: cell.width,
  turned: !cell.turned,
})

const areaOf = ({ width, depth }: Area) => width * depth

/** What all of them cover together, from the corner of the bed. */
export const coveredBy = (packed: readonly Packed<Cell>[]): Area => ({
  width: packed.reduce((most, { x, width }) => Math.max(most, x + width), 0),
  depth: packed.reduce((most, { y, depth }) => Math.max(most, y + depth), 0),
})
