import { accept, kebabCase, length, nearest } from '#design'
import { type BuildVolume, type PrinterName, printers } from '../../check/printers.ts'
import { quantityIn } from '../../design/unit.ts'

/** The bed of a printer, in millimetres. */
export interface Bed {
  /** The printer's, or the bed's size in words. */
  readonly name: string
  readonly x: number
  readonly y: number
  /** How high it prints; left out where that was not said. */
  readonly z?: number
}

/** Room between parts on a bed: by default a brim of 3 around each. */
export const spacing = length('Room between parts on a bed', { default: 6, min: 1, max: 100 })

/** A bed, or why it is none. */
type AcceptedBed =
  | { readonly value: Bed; readonly reason?: undefined }
  | { readonly value?: undefined; readonly reason: string; readonly suggestion?: string }

/** Reads `220x220`, `220 × 220 × 250 mm`, `8 x 8 in`, or the name of a printer: `prusa-mk4`, `Prusa MK4`. */
export const readBed = (text: string): AcceptedBed => (/^\s*[\d.]/.test(text) ? readSize(text) : findPrinter(text))

const side = length('A side of a bed', { default: 220, min: 10, max: 10_000 })

/** A unit behind the last number is that of all that have none. */
function readSize(text: string): AcceptedBed {
  const texts = text.split(/[x×]/i)
  if (texts.length < 2 || texts.length > 3)
    return { reason: 'is not the size of a bed, such as 220x220 or 220x220x250' }
  const unit = quantityIn(texts.at(-1)!)?.unit ?? ''
  const sides = texts.map((each) => accept(side, quantityIn(each)?.unit === '' ? each + unit : each.trim()))
  const wrong = sides.findIndex(({ reason }) => reason !== undefined)
  if (wrong >= 0) return { reason: `has a ${['width', 'depth', 'height'][wrong]} that ${sides[wrong].reason}` }
  const [x, y, z] = sides.map(({ value }) => value as number)
  return { value: { name: sizeText({ x, y, z }), x, y, ...(z !== undefined && { z }) } }
}

/** Printers by what people type; two that are listed as one, each by its own name. */
const named = new Map(
  (Object.keys(printers) as PrinterName[]).flatMap((listed) => {
    const [first, ...others] = listed.split(', ')
    const [maker] = first.split(' ')
    return [first, ...others.map((other) => `${maker} ${other}`)].map((name) => [kebabCase(name), { listed, name }])
  }),
)

/** What a bed may be called. */
export const printerNames: readonly string[] = [...named.keys()]

function findPrinter(text: string): AcceptedBed {
  const bare = (name: string) => name.toLowerCase().replace(/[^a-z\d]/g, '')
  const known = printerNames.find((name) => bare(name) === bare(text))
  if (known !== undefined) {
    const { listed, name } = named.get(known)!
    return { value: { name, ...printers[listed] } }
  }
  const near = nearest(kebabCase(text), printerNames)
  if (near !== undefined) return { reason: 'is no printer that is known', suggestion: near }
  return {
    reason: `is neither the size of a bed, such as 220x220, nor a printer that is known: ${printerNames.join(', ')}`,
  }
}

/** `220 × 220 mm`. */
export const sizeText = ({ x, y, z }: Omit<BuildVolume, 'z'> & { readonly z?: number }) =>
  `${[x, y, ...(z === undefined ? [] : [z])].join(' × ')} mm`
