import { kebabCase } from '../../design/parameter.ts'
import type { GivenText } from '../protocol.ts'

/** What the address says: the design, and what is given for its parameters. */
export interface Place {
  readonly design: string
  readonly given: GivenText
}

/** Reads the part of an address from its `#`: `#/battery-holder?columns=4&battery=AA`. Names are taken in camelCase, too; of one that comes twice, the last counts. */
export function readAddress(hash: string): Place {
  const [path, query = ''] = splitOnce(hash.replace(/^#?\/?/, ''), '?')
  // Between two `&` there may be nothing.
  const given = [...new URLSearchParams(query)].filter(([name, value]) => name !== '' || value !== '')
  return { design: decoded(path), given: Object.fromEntries(given.map(([name, value]) => [kebabCase(name), value])) }
}

/** The reverse of {@link readAddress}. */
export function writeAddress({ design, given }: Place): string {
  // Commas need no escape there, and addresses are read by people.
  const query = new URLSearchParams(given).toString().replaceAll('%2C', ',')
  return `#/${encodeURIComponent(design)}${query && `?${query}`}`
}

function splitOnce(text: string, at: string): [string, string?] {
  const place = text.indexOf(at)
  return place < 0 ? [text] : [text.slice(0, place), text.slice(place + 1)]
}

/** Anything may stand in an address. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
