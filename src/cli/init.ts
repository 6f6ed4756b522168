import { dirname } from 'node:path'
import { RequestProblem } from '#design'
import { example, starter } from '../build/project/starter.ts'
import { writeWhole } from '../files/whole.ts'
import type { ConfFormatName } from '../settings/formats/format.ts'
import { confFormat, confsIn, isThere, isUsual } from '../settings/conf-file.ts'
import type { Command } from './command.ts'
import { print, tell } from './output.ts'

/** What is written where nobody says otherwise. */
const USUAL = 'pegsmith.toml'

export const init: Command = {
  name: 'init',
  summary: `Write a project file to begin with, explained; ${USUAL} by default`,
  takesWords: { name: 'file', many: false },
  options: () => ({}),
  run: async (_values, _design, { words: [path = USUAL] }) => {
    const format = confFormat(path)
    if (format === 'ini')
      throw refusal(path, 'INI has no lists, and so no parts: end it in .toml, .yaml, .jsonc or .json')
    // Two files of the usual name side by side would be refused ever after.
    const there = isThere(path) ? path : isUsual(path) && confsIn(dirname(path))[0]
    if (there) throw refusal(there, `is there already: ${adding(confFormat(there))}name another file`)
    writeWhole(path, Buffer.from(starter(format)))
    await print(`${path}\n`)
    tell(`pegsmith build${isUsual(path) && dirname(path) === '.' ? '' : ` ${path}`} makes its parts.`)
  },
}

const adding = (format: ConfFormatName) => (format === 'ini' ? '' : `add parts to it, as in ${example(format)}, or `)

const refusal = (path: string, reason: string) => new RequestProblem(path, [{ parameters: [], reason }])
