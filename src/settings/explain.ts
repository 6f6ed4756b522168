import { followed, kebabCase, type Parameters, type PlainValue, plainValue, type Resolved, standards } from '#design'
import type { Layer, LayerName } from './layer.ts'

/** Where the value of a parameter comes from. */
export interface Explanation {
  /** In kebab case. */
  readonly parameter: string
  readonly value: PlainValue
  readonly layer: LayerName
  /** The variable's name, the file and its line, the preset, the option; for a default that follows from others, which they are. */
  readonly from: string
}

/** Explains every parameter. */
export function explainSettings(parameters: Parameters, resolved: Resolved, settings: Layer): Explanation[] {
  const standard = standards(parameters)
  return Object.keys(parameters).map((name) => {
    const setting = settings.get(name)
    const follows = followed(standard[name])
    const from = setting ? (setting.place ?? setting.name) : follows && `follows ${follows}`
    return { parameter: kebabCase(name), value: plainValue(resolved[name]), layer: setting?.layer ?? 'default', from }
  })
}
