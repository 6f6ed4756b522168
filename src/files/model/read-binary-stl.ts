import { type Facets, refuseTooMany, UnreadableModel } from './facets.ts'

/** Bytes of the header, of the number of facets after it, and of a facet. */
const [HEADER, COUNT, FACET] = [80, 4, 50]

/** How many facets a binary STL says that it has. */
export const promisedFacets = (bytes: Uint8Array) =>
  bytes.length < HEADER + COUNT ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(HEADER, true)

/** Bytes of a binary STL of so many facets. */
export const lengthOfStl = (facets: number) => HEADER + COUNT + FACET * facets

/** @throws {UnreadableModel} if facets are missing, or there are none. */
export async function readBinaryStl(bytes: Uint8Array): Promise<Facets> {
  const promised = promisedFacets(bytes)
  const held = Math.floor((bytes.length - HEADER - COUNT) / FACET)
  if (promised === 0) throw new UnreadableModel('is an STL without facets')
  if (promised > held) {
    const [told, there] = [promised, held].map((count) => count.toLocaleString('en'))
    throw new UnreadableModel(`is cut short: it tells of ${told} facets and holds ${there}; fetch or export it again`)
  }
  refuseTooMany(promised)
  const { STLLoader } = await import('three/examples/jsm/loaders/STLLoader.js')
  // By its exact length, and by nothing else, the loader knows a binary file whose header begins with `solid`. A copy, and not by `slice`: a
  // Buffer's shares memory with other files.
  const whole = new Uint8Array(bytes.subarray(0, lengthOfStl(promised))).buffer
  return { points: new STLLoader().parse(whole).getAttribute('position').array as Float32Array }
}
