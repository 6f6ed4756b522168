import { didYouMean, type Problem, RequestProblem } from '#design'
import type { Entry } from './entry.ts'
import { walk } from './walk.ts'

type Named = Pick<Entry, 'name' | 'group'>
type Needing = Named & Pick<Entry, 'needs'>

/** What the words mean by which parts are needed or asked for: a name that part, the name of a sweep all of its parts. */
function membersOf(entries: readonly Named[]): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>()
  for (const { name, group } of entries) {
    for (const word of new Set([name, group])) {
      const there = members.get(word)
      if (there) there.push(name)
      else members.set(word, [name])
    }
  }
  return members
}

/** What is wrong with what parts need: names that there are not, and parts that wait for each other in a circle. Of a sweep it is told once. */
export function needsProblems(entries: readonly (Needing & Pick<Entry, 'place'>)[]): Problem[] {
  const groups = new Map(entries.map(({ group }) => [group, group]))
  for (const { name, group } of entries) groups.set(name, group)
  // All parts of a sweep need the same: a circle of parts is one of sweeps, and the other way round.
  const first = new Map(entries.toReversed().map((entry) => [entry.group, entry]))
  const told = (group: string, reason: string): Problem => ({
    parameters: [],
    place: first.get(group)!.place,
    reason: `${group} ${reason}`,
  })
  const ways = new Map([...first].map(([group, { needs }]) => [group, needs.flatMap((need) => groups.get(need) ?? [])]))
  const unknown = [...first.values()].flatMap(({ group, needs }) =>
    needs
      .filter((need) => !groups.has(need))
      .map((need) =>
        told(group, `needs ${JSON.stringify(need)}, which is no part${didYouMean(need, [...groups.keys()])}`),
      ),
  )
  const { circles } = walk(groups.values(), (group) => ways.get(group)!)
  return [...unknown, ...circles.map((circle) => told(circle[0], circleText(circle)))]
}

/** Names of a circle that are told; with more, who reads it has lost the thread. */
const MOST = 10

function circleText(circle: readonly string[]): string {
  if (circle.length === 2) return 'needs itself'
  const shown = circle.length > MOST ? [...circle.slice(0, MOST - 1), '…', circle[0]] : circle
  return `waits for itself: ${shown.join(' → ')}`
}

/** Entries whose needs name parts alone, in place of sweeps. */
export function withNeeds<E extends Needing>(entries: readonly E[]): E[] {
  const members = membersOf(entries)
  // A thousand parts of a sweep need the same thousand of another: they share one list.
  const lists = new Map<string, readonly string[]>()
  return entries.map((entry) => {
    const { group, needs } = entry
    const known = lists.get(group) ?? [...new Set(needs.flatMap((need) => members.get(need) ?? []))]
    lists.set(group, known)
    return { ...entry, needs: known }
  })
}

/**
 * The parts that are asked for, by their names or those of sweeps, and all that they need, in the order of the project.
 *
 * @throws {RequestProblem} with each word that is no part.
 */
export function closureOf<E extends Needing>(entries: readonly E[], words: readonly string[]): E[] {
  const members = membersOf(entries)
  const unknown = words.filter((word) => !members.has(word))
  if (unknown.length > 0) {
    const told = (word: string): Problem => ({
      parameters: [],
      value: word,
      reason: `is no part of the project${didYouMean(word, [...members.keys()]) || '; pegsmith status lists them'}`,
    })
    throw new RequestProblem('build', unknown.map(told))
  }
  const needs = new Map(entries.map((entry) => [entry.name, entry.needs]))
  const { met } = walk(
    words.flatMap((word) => members.get(word)!),
    (name) => needs.get(name)!,
  )
  return entries.filter(({ name }) => met.has(name))
}
