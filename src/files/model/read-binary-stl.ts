import { STLLoader } from 'three/examples/jsm/loaders/STLLoader.js'
import { type Facets, refuseTooMany, UnreadableModel } from './facets.ts'
import { FACET, lengthOfStl, promisedFacets } from './kind.ts'

/** @throws {UnreadableModel} if facets are missing or more than told, or there are none. */
export function readBinaryStl(bytes: Uint8Array): Facets {
  const promised = promisedFacets(bytes)
  const held = Math.floor((bytes.length - lengthOfStl(0)) / FACET)
  if (promised === 0) throw new UnreadableModel('is an STL without facets')
  // Some programs append a few bytes of their own; whole facets too many are a count that is wrong.
  if (promised > held || (promised < held && bytes.length === lengthOfStl(held))) {
    const [told, there] = [promised, held].map((count) => count.toLocaleString('en'))
    const fault = promised > held ? 'is cut short' : 'errs in its count'
    throw new UnreadableModel(`${fault}: it tells of ${told} facets and holds ${there}; fetch or export it again`)
  }
  refuseTooMany(promised)
  // By its exact length, and by nothing else, the loader knows a binary file whose header begins with `solid`. A copy, and not by `slice`: a
  // Buffer's shares memory with other files.
  const whole = new Uint8Array(bytes.subarray(0, lengthOfStl(promised))).buffer
  return { points: new STLLoader().parse(whole).getAttribute('position').array as Float32Array }
}
