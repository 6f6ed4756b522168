import type { Facets } from './facets.ts'
import { modelKind } from './kind.ts'

/**
 * The facets in a file of any kind that is read.
 *
 * @throws {UnreadableModel} with words for a person, less the file's name.
 */
export async function readFacets(bytes: Uint8Array): Promise<Facets> {
  switch (modelKind(bytes)) {
    case 'binary-stl':
      return (await import('./read-binary-stl.ts')).readBinaryStl(bytes)
    case 'text-stl':
      return (await import('./read-text-stl.ts')).readTextStl(bytes)
    case 'obj':
      return (await import('./read-obj.ts')).readObj(bytes)
    case '3mf':
      return (await import('./read-3mf.ts')).read3mf(bytes)
  }
}
