/** Facets as a file holds them, before anything is known of their soundness. */
export interface Facets {
  /** x, y, z of each corner or shared point, in the file's own unit, at the file's precision or float32. */
  readonly points: Float32Array | Float64Array
  /** Three points a facet; without it each three points are one. */
  readonly triangles?: Uint32Array
  /** Millimetres that the file's unit is long, where the file tells. */
  readonly unit?: number
}

/** What is wrong with the bytes of a file, in words that follow its name. */
export class UnreadableModel extends Error {
  override readonly name = 'UnreadableModel'
}

/** The largest model that is read: a scan of 2 million facets, which takes 1.4 GB, and some more. */
export const MOST_FACETS = 2_500_000

/** @throws {UnreadableModel} if a model has more facets than are read. */
export function refuseTooMany(facets: number): void {
  if (facets <= MOST_FACETS) return
  const [given, most] = [facets, MOST_FACETS].map((count) => count.toLocaleString('en'))
  throw new UnreadableModel(`has ${given} facets, more than the ${most} that are read: thin it out (decimate it) first`)
}

/** A piece of a file in an error's one line: short, and without signs that cannot be seen. */
export const quoted = (text: string | undefined) =>
  JSON.stringify((text ?? '').slice(0, 40)).replace(/\\u\w{4}|[\x7f-\x9f\ufffd\u2028\u2029]/g, '?')
