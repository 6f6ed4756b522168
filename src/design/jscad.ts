import { GeometryProblem, isSolid, mend, type Mesh, type Solid, union } from '#solid'
import { standards } from './defaults.ts'
import type { Design } from './define.ts'
import { kebabCase, type Parameter } from './parameter.ts'
import { makePart } from './part.ts'
import { RequestProblem } from './problem.ts'
import { resolveParameters } from './resolve.ts'
import { type Value, valueText } from './value.ts'

/** A parameter as JSCAD declares it; which keys there are depends on the type. */
export interface JscadParameter {
  readonly name: string
  readonly type: string
  readonly caption?: string
  readonly initial?: unknown
  readonly default?: unknown
  readonly checked?: unknown
  readonly min?: number
  readonly max?: number
  readonly step?: number
  readonly values?: readonly (string | number)[]
  readonly captions?: readonly string[]
}

/** A design as JSCAD programs know it: what its module exports. */
export interface JscadDesign {
  readonly main: (parameters: Readonly<Record<string, Value>>) => unknown
  readonly getParameterDefinitions?: () => readonly JscadParameter[]
}

/**
 * Takes a JSCAD design for one of ours. What its `main` returns is one part, in the pose in which it is drawn.
 *
 * @param name Its name, kebab-case.
 * @throws {RequestProblem} if what it declares are no parameters.
 */
export function fromJscad(name: string, { main, getParameterDefinitions }: JscadDesign): Design {
  const definitions = definitionsOf(name, getParameterDefinitions?.() ?? [])
  return {
    name,
    summary: 'A JSCAD design.',
    parameters: Object.fromEntries(definitions.map((each) => [each.name, parameterOf(each)])),
    check: () => [],
    held: () => [],
    main(values) {
      const shapes: unknown[] = [main({ ...values })].flat(Infinity)
      const solids = shapes.filter(isSolid)
      if (solids.length === 0) throw new GeometryProblem(`main returned ${insteadOfSolids(shapes)}`)
      return [{ solid: union(...solids.map(closed)), laid: 'upright' }]
    },
  }
}

/** The definitions of parameters; headings among them are left out. Whoever wrote the file may have declared anything. */
function definitionsOf(design: string, declared: unknown): JscadParameter[] {
  const refuse = (reason: string) => new RequestProblem(design, [{ parameters: [], reason }])
  if (!Array.isArray(declared)) throw refuse('getParameterDefinitions must return a list')
  const definitions = (declared as (JscadParameter | null)[]).filter((each) => each?.type !== 'group')
  const known = new Set<string>()
  return definitions.map((each, i) => {
    if (typeof each?.name !== 'string' || each.name === '') {
      throw refuse(`getParameterDefinitions: definition ${i + 1} has no name`)
    }
    const { name, type, values } = each
    if (known.has(kebabCase(name))) throw refuse(`getParameterDefinitions: there are two of the name ${name}`)
    if (['choice', 'radio'].includes(type) && !(Array.isArray(values) && values.length > 0)) {
      throw refuse(`getParameterDefinitions: ${name} is a choice without a list of values`)
    }
    known.add(kebabCase(name))
    return each
  })
}

/** What `main` returned that are no solids. */
function insteadOfSolids(shapes: readonly unknown[]): string {
  for (const shape of shapes) {
    if (shape instanceof Promise) {
      // It is told that there is a promise; what becomes of it does not matter.
      shape.catch(() => {})
      return 'a promise: it must return its solids at once, without async'
    }
    if (typeof shape === 'object' && shape !== null && ('sides' in shape || 'points' in shape))
      return 'a flat shape: extrude it'
  }
  return 'no solid'
}

/** The solid itself if the kernel takes it, else mended; what cannot be mended is refused by the union. */
function closed(solid: Solid): Solid {
  try {
    return union(solid)
  } catch {
    return mend(solid)
  }
}

function parameterOf(definition: JscadParameter): Parameter {
  const { name, type, caption = name, min, max, values = [], captions = [] } = definition
  const initial = definition.initial ?? definition.default
  const range = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
  switch (type) {
    case 'int':
      return { kind: 'count', description: caption, default: Number(initial ?? min ?? 0), ...range }
    case 'number':
    case 'float':
    case 'slider':
    case 'range':
      return { kind: 'number', description: caption, default: Number(initial ?? min ?? 0), ...range }
    case 'choice':
    case 'radio': {
      const meanings = values.map((value, i) => `${value} is ${captions[i]}`).join(', ')
      const description = captions.length === values.length && values.length > 0 ? `${caption}: ${meanings}` : caption
      return { kind: 'choice', description, choices: values, default: (initial as Value | undefined) ?? values[0] }
    }
    case 'checkbox': {
      const checked = definition.checked ?? initial
      return { kind: 'flag', description: caption, default: checked === true || checked === 'checked' }
    }
    default:
      return { kind: 'text', description: caption, default: String(initial ?? ''), maxLength: 200 }
  }
}

/**
 * Shows one of our designs to JSCAD programs. The kernel must be started.
 *
 * Such programs give all parameters back at every change. One that follows from others and still is where it began is taken as not given, so
 * that it goes on following. They have no parameter for a model, and for a point they have text.
 *
 * @returns `main` gives the part in print pose, as geometry that needs no kernel.
 */
export function toJscad(design: Design): Required<JscadDesign> {
  const begun = standards(design.parameters)
  return {
    getParameterDefinitions: () =>
      Object.entries(design.parameters)
        .filter(([, { kind }]) => kind !== 'model')
        .map(([name, parameter]) => definitionOf(name, parameter, begun[name].value)),
    main(parameters) {
      const given = Object.entries(parameters).filter(
        ([name, value]) => !(begun[name]?.follows.length > 0 && valueText(begun[name].value) === valueText(value)),
      )
      return [geometryOf(makePart(design, resolveParameters(design, Object.fromEntries(given))).mesh)]
    },
  }
}

function definitionOf(name: string, parameter: Parameter, initial: Value): JscadParameter {
  const { kind, description, unit, min, max, choices } = parameter
  const caption = unit ? `${description} (${unit})` : description
  const range = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
  switch (kind) {
    case 'count':
      return { name, type: 'int', caption, initial, ...range }
    case 'length':
    case 'angle':
    case 'number':
      return { name, type: 'number', caption, initial, step: 0.05, ...range }
    case 'choice':
      return { name, type: 'choice', caption, initial, values: choices, captions: choices?.map(String) }
    case 'flag':
      return { name, type: 'checkbox', caption, checked: initial }
    default:
      return { name, type: 'text', caption, initial: valueText(initial) }
  }
}

function geometryOf({ points, triangles }: Mesh): Solid {
  const corner = (i: number) => [0, 1, 2].map((axis) => points[triangles[i] * 3 + axis]) as [number, number, number]
  return {
    polygons: Array.from({ length: triangles.length / 3 }, (_, i) => ({
      vertices: [corner(3 * i), corner(3 * i + 1), corner(3 * i + 2)],
    })),
    transforms: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
  }
}
