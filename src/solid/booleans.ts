import type { CrossSection, Manifold } from 'manifold-3d'
import { fromCrossSection, fromManifold, toCrossSection, toManifold } from './bridge.ts'
import { manifold } from './kernel.ts'
import { GeometryProblem } from './problem.ts'
import { isProfile, isSolid, type Profile, type Solid } from './types.ts'

/**
 * How far solids that are to become one should reach into each other, and cutters beyond what they cut, in millimetres.
 * Faces that merely coincide are joined only where their numbers agree exactly.
 */
export const OVERLAP = 0.01

type Operation = 'union' | 'difference' | 'intersection'

/** One boolean over a whole list, in 3D or in 2D: cheaper than a chain, and one place where operands are checked. */
function combine<T extends Solid | Profile>(name: string, operation: Operation, geometries: readonly T[]): T {
  if (geometries.length === 0) throw new GeometryProblem(`${name}: there is nothing to combine`)
  const { Manifold, CrossSection } = manifold()
  if (geometries.every(isSolid)) {
    const solids = convert(name, geometries as readonly Solid[], toManifold)
    return (solids.length === 1 ? geometries[0] : fromManifold(Manifold[operation](solids))) as T
  }
  if (geometries.every(isProfile)) {
    const profiles = convert(name, geometries as readonly Profile[], toCrossSection)
    return (profiles.length === 1 ? geometries[0] : fromCrossSection(CrossSection[operation](profiles))) as T
  }
  throw new GeometryProblem(`${name}: all operands must be solids, or all profiles`)
}

function convert<T extends Solid | Profile, H extends Manifold | CrossSection>(
  name: string,
  geometries: readonly T[],
  into: (geometry: T) => H,
): H[] {
  return geometries.map((geometry, i) => {
    try {
      return into(geometry)
    } catch (error) {
      if (!(error instanceof GeometryProblem)) throw error
      throw new GeometryProblem(`${name}: operand ${i + 1} of ${geometries.length}: ${error.message}`)
    }
  })
}

/**
 * Joins solids, or profiles, that overlap into one.
 *
 * @param geometries In millimetres; at least one. What merely touches is joined only where faces coincide exactly: overlap by {@link OVERLAP}.
 * @throws {GeometryProblem} if one is open, empty, inside out or not finite; names its position in the list.
 */
export const union = <T extends Solid | Profile>(...geometries: readonly T[]): T =>
  combine('union', 'union', geometries)

/**
 * Cuts all others from the first.
 *
 * @throws {GeometryProblem} as {@link union} does.
 */
export const subtract = <T extends Solid | Profile>(from: T, ...cutters: readonly T[]): T =>
  combine('subtract', 'difference', [from, ...cutters])

/**
 * What all have in common.
 *
 * @throws {GeometryProblem} as {@link union} does.
 */
export const intersect = <T extends Solid | Profile>(...geometries: readonly T[]): T =>
  combine('intersect', 'intersection', geometries)
