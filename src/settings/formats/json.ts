import type { ConfFormat } from './format.ts'
import { placeJson } from './place-json.ts'
import { readJson } from './read-json.ts'

const formatOf = (comments: boolean): ConfFormat => ({
  read: (text) => readJson(text, comments),
  place: (text, name, lines) => placeJson(text, name, lines, comments),
})

export const json = formatOf(false)
export const jsonc = formatOf(true)
