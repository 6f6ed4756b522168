import { measure, type Mesh, meshOf, type Solid } from '#solid'

/** Volume of a solid within a build; nothing for one that is empty, which the kernel would refuse to write. */
export function volumeOf(solid: Solid): number {
  let mesh: Mesh
  try {
    mesh = meshOf(solid)
  } catch (error) {
    if (/nothing is left/.test(String(error))) return 0
    throw error
  }
  return measure(mesh).volume
}
