import { build, measure, meshOf, type Solid, soundMesh } from '#solid'

/** Builds a solid on the real kernel and measures what a file of it would hold. */
export const measured = (make: () => Solid) => measure(soundMesh(build(() => meshOf(make()))))
