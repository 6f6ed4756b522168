import type { Model } from '#design'

/** Reads a sculpture: binary or text STL, OBJ, or 3MF. */
export function readModel(
  bytes: Uint8Array,
  name: string,
  progress: (step: string) => void = () => {},
): Promise<Model> {
  progress('reading')
  throw new Error(`${name}: ${bytes.length} bytes cannot be read yet`)
}
