import { type Design, kebabCase, type Parameters } from '#design'

/** Everything that can be set, in kebab case. */
export interface KnownNames {
  /** For any design. */
  readonly general: ReadonlySet<string>
  /** For one design, by its name. */
  readonly own: ReadonlyMap<string, ReadonlySet<string>>
}

/** @param making What can be set besides the parameters of designs. */
export function knownNames(designs: readonly Pick<Design, 'name' | 'parameters'>[], making: Parameters): KnownNames {
  // Most names come in every design; each is put into kebab case once.
  const known = new Map<string, string>()
  const nameOf = (name: string) => known.get(name) ?? known.set(name, kebabCase(name)).get(name)!
  const own = new Map(
    designs.map(({ name, parameters }) => [name, new Set(Object.keys({ ...parameters, ...making }).map(nameOf))]),
  )
  return { general: new Set(known.values()), own }
}
