import type { Table } from '../../settings/table.ts'
import type { Axis } from './axes.ts'
import type { Entry } from './entry.ts'
import { nameWord } from './name.ts'

/** A part as the file lists it, of one design, before its lists are taken apart. */
export interface Sweep extends Pick<Entry, 'group' | 'design' | 'place' | 'needs' | 'formats'> {
  /** In the order of the file. */
  readonly axes: readonly Axis[]
}

/** How many parts there are in a sweep. They need not be made to know that, and may be any number. */
export const countOf = ({ axes }: Sweep): number => axes.reduce((count, { values }) => count * values.length, 1)

/** The parts of a sweep, one for each combination of values; the last in the file changes first. */
export function entriesOf({ axes, ...common }: Sweep): Entry[] {
  return Array.from({ length: countOf({ axes, ...common }) }, (_, i) => {
    const chosen = chosenOf(axes, i)
    const words = chosen.flatMap(({ name, value, isNamed }) => (isNamed ? [name, nameWord(value)] : []))
    const parameters: Table = new Map(
      chosen.flatMap(({ key, value, line, isParameter }) => (isParameter ? [[key, { value, line }]] : [])),
    )
    const own = new Map(chosen.flatMap(({ name, value, isParameter }) => (isParameter ? [] : [[name, value]])))
    const preset = String(own.get('preset') ?? '')
    return {
      ...common,
      name: [common.group, ...words].join('-'),
      parameters,
      copies: Number(own.get('copies') ?? 1),
      ...(preset !== '' && { preset }),
    }
  })
}

/** What stands in the combination of some number, counted from 0. */
function chosenOf(axes: readonly Axis[], number: number): Axis[] {
  let left = number
  const fromLast = axes.toReversed().map((axis) => {
    const value = axis.values[left % axis.values.length]
    left = Math.floor(left / axis.values.length)
    return { ...axis, value }
  })
  return fromLast.toReversed()
}
