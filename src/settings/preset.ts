import { type Design, didYouMean, type Problem } from '#design'
import type { ConfFile } from './conf-file.ts'
import type { Layer, Setting } from './layer.ts'
import { tableLayer, type Wanted } from './table-layer.ts'
import { isTable, type Table } from './table.ts'

/** Where presets stand in a configuration file. */
export const PRESETS = 'presets'
/** The key by which a preset in a file begins with what another one says. */
export const BASE = 'preset'

/** The presets that a design can be made with: its own, and those of the configuration file. */
export const presetsOf = (design: Pick<Design, 'presets'>, file: ConfFile | undefined): string[] => [
  ...new Set([...Object.keys(design.presets ?? {}), ...tablesIn(file).keys()]),
]

function tablesIn(file: ConfFile | undefined): ReadonlyMap<string, Table> {
  const presets = file?.table.get(PRESETS)?.value
  if (!isTable(presets)) return new Map()
  return new Map([...presets].flatMap(([name, { value }]) => (isTable(value) ? [[name, value]] : [])))
}

/** What a preset says, one in the file before one of the design's own. */
export function presetLayer(
  name: string,
  design: Pick<Design, 'presets'>,
  file: ConfFile | undefined,
  wanted: Wanted,
): { readonly layer: Layer; readonly problems: readonly Problem[] } {
  const known = presetsOf(design, file)
  const missing = (preset: string) =>
    `is none of ${known.join(', ') || 'the presets, for there are none'}${didYouMean(preset, known)}`
  if (!known.includes(name)) {
    return { layer: new Map(), problems: [{ parameters: ['preset'], value: name, reason: missing(name) }] }
  }
  const problems: Problem[] = []
  const layersOf = (chain: readonly string[]): Layer[] => {
    const preset = chain.at(-1)!
    const found = tablesIn(file).get(preset)
    if (!found) return [ownPreset(preset, design)]
    const { layer, problems: wrong } = tableLayer(found, file!.path, wanted, 'preset')
    problems.push(...wrong)
    const base = found.get(BASE)
    if (!base) return [layer]
    const place = `${file!.path}:${base.line}`
    const next = base.value
    if (typeof next !== 'string') {
      problems.push({ parameters: [], place, reason: `${BASE} is the name of another one, in quotes` })
      return [layer]
    }
    const further = [...chain, next]
    if (known.includes(next) && !chain.includes(next)) return [...layersOf(further), layer]
    const fault = known.includes(next) ? `leads back to itself: ${further.join(' → ')}` : missing(next)
    problems.push({ parameters: [], place, reason: `preset ${next} ${fault}` })
    return [layer]
  }
  return { layer: new Map(layersOf([name]).flatMap((layer) => [...layer])), problems }
}

function ownPreset(name: string, { presets = {} }: Pick<Design, 'presets'>): Layer {
  const values = Object.hasOwn(presets, name) ? presets[name] : {}
  return new Map(
    Object.entries(values).map(([key, value]): [string, Setting] => [
      key,
      { value, layer: 'preset', name: key, place: `preset ${name}` },
    ]),
  )
}
