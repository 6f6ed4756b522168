import type { Problem } from '#design'
import type { Entry } from './entry.ts'
import { folded, nameProblem } from './name.ts'

type Named = Pick<Entry, 'name' | 'group' | 'place'>

/**
 * What is wrong with the names of parts: those that are no names of files, and those that would be the same file, or mean two things where parts are asked for.
 * Of a sweep, the first that is wrong is told.
 *
 * @param parts Each as the file lists it: all parts of a sweep together.
 */
export function namesProblems(parts: readonly (readonly Named[])[]): Problem[] {
  const taken = new Map<string, Named>()
  return parts.flatMap((part) => {
    const own = new Map<string, Named>()
    const faultOf = (name: string) => {
      const [other, twin] = [taken.get(folded(name)), own.get(folded(name))]
      return nameProblem(name) ?? (other ? takenBy(other, name) : twin && TWINS)
    }
    // The name of a sweep stands for all its parts, which no other part can be called.
    const words = part.flatMap((each, i) =>
      i === 0 && each.group !== each.name ? [{ ...each, name: each.group }, each] : [each],
    )
    const wrong = words.flatMap((each): Problem[] => {
      const reason = faultOf(each.name)
      own.set(folded(each.name), each)
      return reason === undefined ? [] : [{ parameters: [], place: each.place, value: each.name, reason }]
    })
    for (const [word, each] of own) taken.set(word, each)
    return wrong.slice(0, 1)
  })
}

const TWINS = 'is the name of two of its parts: values of a sweep must differ in letters or digits'

const takenBy = (other: Named, name: string) =>
  other.name === name
    ? `is taken: ${other.place} has it, too`
    : `is the same file as ${JSON.stringify(other.name)} on some systems: ${other.place} has that`
