import type { Model } from '#design'

/** Reads a sculpture: binary or text STL, OBJ, or 3MF. */
export function readModel(bytes: Uint8Array, name: string): Promise<Model> {
  throw new Error(`${name}: ${bytes.length} bytes cannot be read yet`)
}
