import { drawnFromFront, lettering, letteringWidth, type Solid, translate } from '#solid'
import { columnAt, mouthOf, type Stand } from './stairs.ts'
import { type Choice, EDGE, SIDE_GAP, type Tiers } from './tiers.ts'

/** A hair over one line of 0.45: what a 0.4 nozzle draws as a letter this small. */
const STROKE = 0.6
/** Relief: three of the steps that its flanks are made of. */
const RELIEF = 0.45
/** Height of capitals, at the most and at the least that can be read. */
export const CAPITAL = { most: 4, least: 2.5 }
/** Bare riser above and below a label. */
const MARGIN = 0.6

/** What a label takes besides the centre lines of its strokes. */
const around = STROKE + 2 * RELIEF
/** What a riser needs besides capitals, its chamfered edge included. */
const aboveAndBelow = STROKE + 2 * MARGIN + EDGE
/** What a cell needs besides the widest label: the chamfers of the rack's sides, which the outermost must stay clear of. */
const aside = 2 * (SIDE_GAP + EDGE)

/** Least riser for capitals of a height. */
export const riserFor = (capital: number) => capital + aboveAndBelow

/** Least spacing for a label in capitals of a height. */
export const spacingFor = (label: string, capital: number) => letteringWidth(label, capital) + around + aside

/** The labels of a list, as read: the last tier, which is the top row, first. Blank ones leave a socket without. */
export const labelsOf = (list: string): string[] =>
  list.trim() === '' ? [] : list.split(',').map((label) => label.trim())

/** Height of capitals that suits the risers and the widest label. */
export function capitalFor(labels: readonly string[], { rows, spacing }: Choice, { riser, base }: Tiers): number {
  const room = (rows > 1 ? riser : base) - aboveAndBelow
  const widest = Math.max(...labels.map((label) => letteringWidth(label, 1)))
  return Math.min(CAPITAL.most, room, (spacing - around - aside) / widest)
}

/** Labels in relief on the risers, each below its socket. */
export function labelSolids(labels: readonly string[], choice: Choice, tiers: Tiers, stand: Stand): Solid[] {
  const height = capitalFor(labels, choice, tiers)
  return labels.flatMap((label, i) => {
    if (label === '') return []
    const row = Math.floor(i / choice.columns)
    const [y, z] = mouthOf(choice.rows - 1 - row, choice, tiers, stand)
    const top = z - tiers.front * tiers.slope - EDGE - MARGIN - STROKE / 2
    const letters = lettering(label, { height, stroke: STROKE, depth: RELIEF, on: 'wall' })
    return [
      translate([columnAt(i % choice.columns, choice), y - tiers.front, top - height / 2], drawnFromFront(letters)),
    ]
  })
}
