import { changed } from './changed.ts'
import type { Design } from './define.ts'
import { kebabCase } from './parameter.ts'
import type { Resolved } from './resolve.ts'
import { type Value, valueText } from './value.ts'

/** A part in one line: `blank columns=4 mount=integral`, naming what is not at its default. */
export const titleOf = (design: Design, values: Resolved): string =>
  [design.name, ...changed(design, values).map((name) => `${kebabCase(name)}=${wordOf(values[name])}`)].join(' ')

/** A value without spaces, so that the line can be cut between words. */
const wordOf = (value: Value) => valueText(value).replaceAll(' ', '_')
