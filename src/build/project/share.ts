import { createHash } from 'node:crypto'
import type { Entry } from './entry.ts'

type Needing = Pick<Entry, 'name' | 'needs'>

/** Which share of a project a machine makes. */
export interface Share {
  /** From 1. */
  readonly index: number
  readonly of: number
}

/** Shares beyond which most would be empty whatever the project. */
const MOST = 10_000

/** Reads a share: `2/5`. */
export function readShare(text: string): Share | { readonly reason: string } {
  const [, index, of] = (/^\s*(\d+)\s*\/\s*(\d+)\s*$/.exec(text) ?? []).map(Number)
  if (of === undefined) return { reason: 'is no share: write 2/5 for the second of five' }
  if (of < 1 || of > MOST) return { reason: `has ${of} shares: there can be 1 to ${MOST}` }
  if (index < 1 || index > of) return { reason: `is none of ${of}: they count from 1/${of} to ${of}/${of}` }
  return { index, of }
}

/**
 * The parts that one of several machines makes: those of whole chains of needs. Every machine finds the same shares, whatever the order of the file; no part is in
 * two, none is left out, and as far as chains allow, no share has more than the even number of parts. A part that is added moves few of the others.
 *
 * @param entries All parts, with their needs by name.
 */
export function shareOf<E extends Needing>(entries: readonly E[], { index, of }: Share): E[] {
  const room = Math.ceil(entries.length / of)
  const loads = new Array<number>(of).fill(0)
  const own = new Set<string>()
  for (const chain of chainsOf(entries)) {
    const best = bestOf(hashOf(chain[0]), room - chain.length, loads)
    loads[best] += chain.length
    if (best === index - 1) for (const name of chain) own.add(name)
  }
  return entries.filter(({ name }) => own.has(name))
}

/** The share that a hash likes most, of those that have room: of no more than a load, or else the least. */
function bestOf(hash: number, most: number, loads: readonly number[]): number {
  const limit = Math.max(most, Math.min(...loads))
  let [best, liking] = [-1, -1]
  for (const [share, load] of loads.entries()) {
    const likes = load <= limit ? mixed(hash, share) : -1
    if (likes > liking) [best, liking] = [share, likes]
  }
  return best
}

/** The names of parts that are joined by needs, sorted; the longest such chain first. */
function chainsOf(entries: readonly Needing[]): string[][] {
  const above = new Map<string, string>()
  const rootOf = (name: string) => {
    let root = name
    for (let next = above.get(root); next !== undefined; next = above.get(root)) root = next
    // The way is shortened for whoever comes next.
    for (let here = name; here !== root;) {
      const next = above.get(here)!
      above.set(here, root)
      here = next
    }
    return root
  }
  const join = (one: string, other: string) => {
    if (rootOf(one) !== rootOf(other)) above.set(rootOf(one), rootOf(other))
  }
  // All parts of a sweep have one list of needs, which may be as long as they are many.
  for (const needs of new Set(entries.map((entry) => entry.needs))) for (const need of needs) join(needs[0], need)
  for (const { name, needs } of entries) if (needs.length > 0) join(name, needs[0])
  const chains = new Map<string, string[]>()
  // Not in the order of some language, which machines have each their own of.
  for (const name of entries.map((entry) => entry.name).sort()) {
    const root = rootOf(name)
    const chain = chains.get(root)
    if (chain) chain.push(name)
    else chains.set(root, [name])
  }
  return [...chains.values()].sort((a, b) => b.length - a.length)
}

const hashOf = (name: string) => createHash('sha256').update(name).digest().readUInt32LE()

/** A whole number from 0 to 2³² that a hash and a number give, and no other is likely to. */
function mixed(hash: number, number: number): number {
  let bits = hash ^ Math.imul(number + 1, 0x9e3779b1)
  for (let round = 0; round < 2; round++) bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d)
  return (bits ^ (bits >>> 15)) >>> 0
}
