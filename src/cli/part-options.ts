import type { Parameters } from '#design'
import { catalogue } from '../../designs/index.ts'

/** Every parameter that a part of the catalogue may have: each can be set for all parts of a project. */
export const partOptions = (): Parameters => Object.assign({}, ...catalogue.map(({ parameters }) => parameters))
