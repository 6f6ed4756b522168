import { type Problem, RequestProblem } from '#design'
import { fitOf } from '../../check/fit.ts'
import { lengthText } from '../../figures.ts'
import { type Bed, sizeText } from './bed.ts'
import { type Cell, coveredBy, pack } from './pack.ts'

/** A part, and how many of it are to be printed. */
export interface Item {
  readonly name: string
  readonly copies: number
  /** On the bed, in millimetres. */
  readonly size: readonly [number, number, number]
}

/** One of the copies of a part, where it lies on a bed. */
export interface LaidPart {
  readonly part: string
  /** From 1, in the order of the plates and of what lies on them. */
  readonly copy: number
  /** Its middle, in millimetres from the middle of the bed. */
  readonly x: number
  readonly y: number
  /** Degrees by which it is turned, counter-clockwise as seen from above. */
  readonly turn: 0 | 90
  /** In millimetres, as it lies, turned or not. */
  readonly size: readonly [number, number, number]
}

/** What lies on one bed, in the order of the project. */
export type Plate = readonly LaidPart[]

/**
 * Lays parts out on as few beds as are found, each plate as a whole in the middle of its bed.
 *
 * Between two parts is at least `spacing`, and half of it between a part and the bed's edge, so that a brim of that width has room around each.
 * A part that is too large to keep away from the edge so far, but no larger than the bed, comes as close to it as it must.
 * The same parts are always laid out alike. Plates are in the order of the first part on each; lengths are told to the thousandth of a millimetre.
 *
 * @param items By different names.
 * @param spacing In millimetres, more than 0.
 * @throws {RequestProblem} that names every part that is larger than the bed.
 */
export function layOut(items: readonly Item[], bed: Bed, spacing: number): readonly Plate[] {
  const problems = items.flatMap((item) => (cellOf(item.size, bed, spacing) ? [] : [tooLarge(item, bed)]))
  if (problems.length > 0) throw new RequestProblem('', problems)
  const cells = items.flatMap((item, index) =>
    Array<ItemCell>(item.copies).fill({ ...cellOf(item.size, bed, spacing)!, item, index }),
  )
  const plates = pack(cells, { width: steps(bed.x), depth: steps(bed.y) })
    .map((plate) => plate.toSorted((a, b) => a.index - b.index || a.y - b.y || a.x - b.x))
    .sort((a, b) => a[0].index - b[0].index || b.length - a.length)
  const copies = new Map<string, number>()
  return plates.map((plate) => {
    const { width, depth } = coveredBy(plate)
    return plate.map((cell): LaidPart => {
      const { name, size } = cell.item
      const [x, y, z] = size.map((each) => Math.round(each * 1000) / 1000)
      copies.set(name, (copies.get(name) ?? 0) + 1)
      return {
        part: name,
        copy: copies.get(name)!,
        x: (cell.x + (cell.width - width) / 2) / STEPS,
        y: (cell.y + (cell.depth - depth) / 2) / STEPS,
        turn: cell.turned ? 90 : 0,
        size: cell.turned ? [y, x, z] : [x, y, z],
      }
    })
  })
}

interface ItemCell extends Cell {
  readonly item: Item
  readonly index: number
}

/** In a millimetre: half a step, which the middle of a part may be at, is a thousandth. */
const STEPS = 500

const steps = (length: number) => Math.round(length * STEPS)

/** The room for a part and half the spacing around it, in steps; undefined if it is larger than the bed. */
function cellOf([x, y, z]: Item['size'], bed: Bed, spacing: number): Cell | undefined {
  if (steps(z) > steps(bed.z ?? Infinity)) return undefined
  const [width, depth] = [steps(bed.x), steps(bed.y)]
  const fitting = (room: number) =>
    [
      { width: steps(x + room), depth: steps(y + room), turned: false },
      { width: steps(y + room), depth: steps(x + room), turned: true },
    ].find((cell) => cell.width <= width && cell.depth <= depth)
  const roomy = fitting(spacing)
  if (roomy) return { ...roomy, mayTurn: true }
  const tight = fitting(0)
  const padded = (length: number, most: number) => Math.min(length + steps(spacing), most)
  // Nothing comes beside what takes all of the bed that way. Turned, it might not do so.
  return tight && { ...tight, width: padded(tight.width, width), depth: padded(tight.depth, depth), mayTurn: false }
}

function tooLarge({ name, size }: Item, bed: Bed): Problem {
  const { turn } = fitOf({ min: [0, 0, 0], max: size }, { ...bed, z: bed.z ?? Infinity })
  const askew = turn === undefined ? '' : `; by itself it does, turned by ${turn}°`
  const reason = `${name} is ${lengthText(size, 'mm')} and does not fit a bed of ${sizeText(bed)}${askew}`
  return { parameters: [], reason }
}
