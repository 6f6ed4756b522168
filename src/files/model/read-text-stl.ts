import { type Facets, quoted, refuseTooMany, UnreadableModel } from './facets.ts'
import { growingDecimals } from './growing.ts'
import { Words } from './text.ts'

/**
 * Reads text STL: letters of any size, any white space, any number of solids.
 *
 * Not by three's STLLoader, which reads binary STL here: for a million facets as text that takes 4 s and 1.3 GB, knows small letters alone,
 * passes over what it does not understand, and cannot say where it was.
 *
 * @throws {UnreadableModel} if the text ends or errs within a facet; names the line.
 */
export function readTextStl(bytes: Uint8Array): Facets {
  const words = new Words(bytes)
  const points = growingDecimals()
  const expect = (...expected: readonly string[]) => {
    for (const word of expected) if (!words.next() || !words.is(word)) throw unexpected(words, `"${word}"`)
  }
  const number = () => {
    const value = words.next() ? words.number() : NaN
    if (!Number.isFinite(value)) throw unexpected(words, 'a number')
    return value
  }
  while (words.next()) {
    if (words.is('solid') || words.is('endsolid')) words.skipLine()
    else if (words.is('facet')) {
      expect('normal')
      // Normals are not needed, and `nan` is what many a program writes for those of slivers.
      for (let axis = 0; axis < 3; axis++) words.next()
      expect('outer', 'loop')
      for (let corner = 0; corner < 3; corner++) {
        expect('vertex')
        for (let axis = 0; axis < 3; axis++) points.push(number())
      }
      expect('endloop', 'endfacet')
      refuseTooMany(points.length / 9)
    } else throw unexpected(words, '"facet"')
  }
  if (points.length === 0) throw new UnreadableModel('is an STL without facets')
  return { points: points.values }
}

const unexpected = (words: Words, expected: string) =>
  words.end === words.bytes.length
    ? new UnreadableModel(`is cut short: it ends in the middle of a facet, at line ${words.line}; export it again`)
    : new UnreadableModel(
        `errs in line ${words.line}: ${quoted(words.text)} stands where ${expected} should; export it again`,
      )
