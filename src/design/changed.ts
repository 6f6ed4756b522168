import { defaultOf } from './defaults.ts'
import type { Design } from './define.ts'
import type { Resolved } from './resolve.ts'
import { valueText } from './value.ts'

/** The parameters, by camelCase name, that are not at their defaults beside the values of the others: giving these makes the same part. */
export const changed = (design: Design, values: Resolved): string[] =>
  Object.entries(design.parameters)
    .filter(([name, parameter]) => valueText(values[name]) !== valueText(defaultOf(parameter, values)))
    .map(([name]) => name)
