import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BuildEvent } from '../../src/build/event.ts'
import { emptyFolder } from './pegsmith.ts'
import { fileWith } from './settings.ts'

/** A JSCAD design of a cube, made in a moment, that does something before. */
export const cube = (before = '') => `const { primitives } = require('@jscad/modeling')
const { appendFileSync, existsSync, readFileSync } = require('node:fs')
const at = (name) => __dirname + '/' + name
exports.getParameterDefinitions = () => [{ name: 'edge', type: 'float', initial: 5, min: 1, max: 50 }]
exports.main = ({ edge }) => { ${before}
  return primitives.cube({ size: edge }) }`

/** A block to stand on a plate, as an OBJ file. */
export const block = (height: number) =>
  [0, height].map((z) => `v 0 0 ${z}\nv 40 0 ${z}\nv 40 40 ${z}\nv 0 40 ${z}\n`).join('') +
  'f 4 3 2 1\nf 5 6 7 8\nf 1 2 6 5\nf 2 3 7 6\nf 3 4 8 7\nf 4 1 5 8\n'

/** Code that goes on for so many seconds. */
export const busyFor = (seconds: number) => `for (const begun = Date.now(); Date.now() - begun < ${seconds * 1000};);`

/** Code that throws until a file is there. */
export const unless = (file: string) => `if (!existsSync(at('${file}'))) throw new Error('there is no ${file}')`

/** A folder with a project of some parts, cubes unless they say otherwise, whose files go to `out`. */
export function project(
  parts: readonly Readonly<Record<string, unknown>>[],
  files: Readonly<Record<string, string>> = {},
  more: Readonly<Record<string, unknown>> = {},
): string {
  const folder = emptyFolder()
  rewrite(folder, parts, more)
  for (const [name, text] of Object.entries({ 'cube.js': cube(), ...files })) fileWith(name, text, folder)
  return folder
}

/** Writes the project file of a folder anew. */
export function rewrite(
  folder: string,
  parts: readonly Readonly<Record<string, unknown>>[],
  more: Readonly<Record<string, unknown>> = {},
): void {
  const part = parts.map((each) => ({ design: './cube.js', ...each }))
  fileWith('pegsmith.json', JSON.stringify({ output: 'out', ...more, part }, null, 1), folder)
}

/** Every file in a folder, hidden ones, too, by its path, with its bytes as text. */
export const bytesIn = (folder: string) => inFolder(folder, (path) => readFileSync(path, 'latin1'))

/** Every file in a folder with what changes when somebody writes there, even the same bytes. */
export const touchesIn = (folder: string) =>
  inFolder(folder, (path) => {
    const { ino, mtimeMs, ctimeMs } = lstatSync(path)
    return [ino, mtimeMs, ctimeMs].join()
  })

const inFolder = (folder: string, told: (path: string) => string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .filter((name) => !lstatSync(join(folder, name)).isDirectory())
      .map((name) => [name, told(join(folder, name))]),
  )

/** What `--json` told, every line of it. */
export const eventsOf = ({ stdout }: { readonly stdout: string }) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as BuildEvent)

/** Of some events those of a kind. */
export const ofKind = <K extends BuildEvent['event']>(events: readonly BuildEvent[], kind: K) =>
  events.filter((each): each is Extract<BuildEvent, { event: K }> => each.event === kind)

/** The names of parts that a run made, and why. */
export const madeBy = (outcome: { readonly stdout: string }) =>
  Object.fromEntries(ofKind(eventsOf(outcome), 'made').map(({ part, reason }) => [part, reason]))
