import { nearestOrAll } from '#design'

/** Where the value of a setting can come from, lowest first. */
export const layerNames = ['default', 'preset', 'env', 'file', 'cli'] as const
export type LayerName = (typeof layerNames)[number]

/** A value that a layer has for a parameter, as it was given there. */
export interface Setting {
  readonly value: unknown
  readonly layer: LayerName
  /** What it is called there: `--columns`, `PEGSMITH_COLUMNS`, `columns`. */
  readonly name: string
  /** Where that is: `pegsmith.toml:3`; left out where the name says it all. */
  readonly place?: string
}

/** What a layer says, by camelCase name of the parameter. */
export type Layer = ReadonlyMap<string, Setting>

/**
 * The layers in one: of each setting, what the last layer says that has it.
 *
 * @param order The names of those that count, lowest first. What stands below `default` never counts, for the default has a value for everything.
 */
export const overlay = (layers: Partial<Record<LayerName, Layer>>, order: readonly LayerName[]): Layer =>
  new Map(order.slice(order.indexOf('default') + 1).flatMap((name) => [...(layers[name] ?? [])]))

/**
 * Reads an order of layers: `default,file,env,cli`. What is asked for in so many words counts though its layer is not named: what was typed then wins, and presets
 * stand right above the defaults, which are below all others. Other layers that are not named are not used.
 *
 * @returns The order, or what is wrong with it.
 */
export function readOrder(text: string): { readonly order: readonly LayerName[] } | { readonly reason: string } {
  const named = text.split(',').map((each) => each.trim()) as LayerName[]
  const unknown = named.find((each) => !layerNames.includes(each))
  if (unknown !== undefined) {
    return { reason: `has ${unknown || 'nothing'} for a layer; ${nearestOrAll(unknown, layerNames)}` }
  }
  const twice = named.find((each, i) => named.indexOf(each) < i)
  if (twice !== undefined) return { reason: `names ${twice} twice` }
  const order: LayerName[] = [...named]
  if (!order.includes('default')) order.unshift('default')
  if (!order.includes('preset')) order.splice(order.indexOf('default') + 1, 0, 'preset')
  if (!order.includes('cli')) order.push('cli')
  return { order }
}
