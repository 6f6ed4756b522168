import { type Design, kebabCase, type Parameters } from '#design'

/** Whose settings stand in a table of its name, and which these are. */
export type Named = Pick<Design, 'name' | 'parameters'>

/** Everything that can be set, in kebab case. */
export interface KnownNames {
  /** For any design. */
  readonly designs: ReadonlySet<string>
  /** For any design, or whatever else has settings. */
  readonly general: ReadonlySet<string>
  /** For one of these, by its name. */
  readonly own: ReadonlyMap<string, ReadonlySet<string>>
}

/**
 * @param making What can be set besides the parameters of designs.
 * @param others What is no design and has settings, too.
 */
export function knownNames(designs: readonly Named[], making: Parameters, others: readonly Named[]): KnownNames {
  // Most names come in every design; each is put into kebab case once.
  const known = new Map<string, string>()
  const nameOf = (name: string) => known.get(name) ?? known.set(name, kebabCase(name)).get(name)!
  const namesOf = (parameters: Parameters) => new Set(Object.keys(parameters).map(nameOf))
  const ofDesigns = designs.map(({ name, parameters }) => [name, namesOf({ ...parameters, ...making })] as const)
  const forDesigns = new Set(known.values())
  const ofOthers = others.map(({ name, parameters }) => [name, namesOf(parameters)] as const)
  return { designs: forDesigns, general: new Set(known.values()), own: new Map([...ofOthers, ...ofDesigns]) }
}
