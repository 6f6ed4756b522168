import { type Design, kebabCase } from '#design'
import { elsewhere } from '../../settings/part-schema.ts'
import { type Held, isTable } from '../../settings/table.ts'
import { byName, type Found, type Tell } from './by-name.ts'

/** Something that may differ from part to part, with all the values that it is to have. */
export interface Axis extends Found {
  /** The key in kebab case. */
  readonly name: string
  readonly isParameter: boolean
  readonly values: readonly Held[]
  /** Whether parts are named after their value: there are others in the file. */
  readonly isNamed: boolean
}

/** How a part is made, which a part may say along with the parameters of its design. */
const MAKING = ['orientation', 'quality']

/**
 * What the file has one value for, or a list that makes a part for each of its values.
 *
 * @param own What stands in the part.
 * @param among How many designs the part is made of.
 * @returns In the order of the file; nothing if a list in it makes no parts.
 */
export function axesOf(own: ReadonlyMap<string, Found>, design: Design, among: number, tell: Tell): Axis[] | undefined {
  const axes = [...own].flatMap(([name, found]): (Axis | undefined)[] => {
    const axis = { ...found, name, isParameter: false }
    if (name === 'design') return [{ ...axis, values: [design.name], isNamed: among > 1 }]
    if (name === 'copies' || name === 'preset') return [withValues(axis, false, tell)]
    return name === 'parameters' ? parameterAxes(found, design, tell) : []
  })
  return axes.every((axis) => axis !== undefined) ? axes : undefined
}

function parameterAxes({ key, value, line }: Found, design: Design, tell: Tell): (Axis | undefined)[] {
  if (!isTable(value)) {
    tell(line, `${key} is no table`)
    return []
  }
  const kinds = new Map(Object.entries(design.parameters).map(([name, { kind }]) => [kebabCase(name), kind]))
  const unknown = (other: string, near: string) => {
    const place = elsewhere.get(kebabCase(other))
    return `${design.name} has no ${other}${place ? `: ${place}` : near}`
  }
  return [...byName(value, [...kinds.keys(), ...MAKING], tell, unknown)].map(([name, found]) => {
    const isTriple = ['point', 'turn'].includes(kinds.get(name) ?? '')
    return withValues({ ...found, name, isParameter: true }, isTriple, tell)
  })
}

/** @param isTriple Whether one value is three numbers, of which a list or a text with commas is another way to write them. */
function withValues(axis: Omit<Axis, 'values' | 'isNamed'>, isTriple: boolean, tell: Tell): Axis | undefined {
  const { key, value, line } = axis
  const isList = Array.isArray(value) && !(isTriple && value.length > 0 && !value.some(hasSeveral))
  const values: readonly Held[] = isList ? value : [value]
  if (values.length === 0) {
    tell(line, `${key} is an empty list: give it a value, or several to make a part for each`)
    return undefined
  }
  if (isList && values.some((each) => each === null || isTable(each) || (Array.isArray(each) && !isTriple))) {
    tell(line, `${key} is a list, to make a part for each of its values: those are numbers, texts, true or false`)
    return undefined
  }
  return { ...axis, values, isNamed: values.length > 1 }
}

const hasSeveral = (value: Held) => Array.isArray(value) || (typeof value === 'string' && value.includes(','))
