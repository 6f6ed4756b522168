import {
  type Design,
  makePart,
  nearestOrAll,
  type Orientation,
  type Part,
  type Quality,
  RequestProblem,
  resolveParameters,
} from '#design'
import { startKernel } from '#solid'
import { catalogue } from '../designs/index.ts'

/**
 * The design of a name.
 *
 * @throws {RequestProblem} with the nearest name if there is none.
 */
export function findDesign(name: string): Design {
  const found = catalogue.find((design) => design.name === name)
  if (found) return found
  const names = catalogue.map((design) => design.name)
  throw new RequestProblem(name, [{ parameters: [], reason: `no such design; ${nearestOrAll(name, names)}` }])
}

/** How a part is made. */
export interface MakeOptions {
  /** As it lies on the bed (default), or as it hangs on the board. */
  readonly orientation?: Orientation
  /** How finely curves are cut; default `normal`. */
  readonly quality?: Quality
}

/**
 * Makes a part. Starts the kernel if it is not running yet.
 *
 * @param design One of the catalogue, by name or itself, or one declared with `defineDesign`.
 * @param parameters By camelCase or kebab-case name, as values or their text; all others are at their defaults. Millimetres and degrees.
 * @throws {RequestProblem} with everything that is wrong with the parameters.
 * @throws {GeometryProblem} if the solid cannot be made sound.
 */
export async function make(
  design: Design | string,
  parameters: Readonly<Record<string, unknown>> = {},
  options: MakeOptions = {},
): Promise<Part> {
  const wanted = typeof design === 'string' ? findDesign(design) : design
  const resolved = resolveParameters(wanted, parameters)
  await startKernel()
  return makePart(wanted, resolved, options)
}
