/** What was found on the ways from names to what they need. */
export interface Walk {
  /** Every name on the ways. */
  readonly met: ReadonlySet<string>
  /** Ways that lead back to where they begin, which stands at both ends. */
  readonly circles: readonly (readonly string[])[]
}

/** Goes from names to what they need, and on from there. The way is kept in a list, for a chain of parts may be longer than the stack is deep. */
export function walk(names: Iterable<string>, needsOf: (name: string) => readonly string[]): Walk {
  const met = new Set<string>()
  const circles: string[][] = []
  for (const start of names) {
    const open = new Map<string, Iterator<string>>()
    const way: string[] = []
    const enter = (name: string) => {
      way.push(name)
      open.set(name, needsOf(name).values())
    }
    if (!met.has(start)) enter(start)
    for (let here = way.at(-1); here !== undefined; here = way.at(-1)) {
      const need = open.get(here)!.next()
      if (need.done) {
        met.add(here)
        open.delete(here)
        way.pop()
      } else if (open.has(need.value)) circles.push([...way.slice(way.indexOf(need.value)), need.value])
      else if (!met.has(need.value)) enter(need.value)
    }
  }
  return { met, circles }
}
