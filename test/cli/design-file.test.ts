import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Report } from '../../src/index.ts'
import { emptyFolder, pegsmith } from '../support/pegsmith.ts'
import { measureFacets, readBinaryStl } from '../support/read-stl.ts'

/** A folder with files in it, far from any installed package. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = emptyFolder()
  mkdirSync(join(folder, 'lib'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

/** A drilled block, drawn with JSCAD's own boolean, in each of the ways in which such files are written. */
const drilled = (size: string) => `booleans.subtract(
  primitives.cuboid({ size: [${size}, 20, 10] }), primitives.cylinder({ radius: 4, height: 20, segments: 32 }))`
const definitions = `[{ name: 'boxWidth', type: 'int', initial: 30, min: 10, max: 60, caption: 'Width of the block' },
  { name: 'hollow', type: 'checkbox', checked: false }]`
const files = {
  'block.js': `const { booleans, primitives } = require('@jscad/modeling')
    const main = ({ boxWidth }) => ${drilled('boxWidth')}
    module.exports = { main, getParameterDefinitions: () => ${definitions} }`,
  'block.cjs': `const { drill } = require('./lib/drill')
    module.exports = { main: (p) => [drill(p.boxWidth)], getParameterDefinitions: () => ${definitions} }`,
  'block.mjs': `import { drill } from './lib/drill.js'
    export const main = ({ boxWidth }) => drill(boxWidth)
    export function getParameterDefinitions() { return ${definitions} }`,
  'block.ts': `import modeling, { primitives, booleans } from '@jscad/modeling'
    interface Given { boxWidth: number }
    export const main = ({ boxWidth }: Given): unknown => modeling.transforms.translateZ(3, ${drilled('boxWidth')})
    export const getParameterDefinitions = () => ${definitions}`,
  'lib/drill.js': `const { booleans, primitives } = require('@jscad/modeling')
    exports.drill = (size) => ${drilled('size')}`,
}
const bore = (32 / 2) * 16 * Math.sin((2 * Math.PI) / 32)

test.concurrent('a JSCAD file is a design: CommonJS, ES module or TypeScript, with JSCAD at hand', async () => {
  const folder = folderWith(files)
  for (const name of ['block.js', 'block.cjs', 'block.mjs', './block.ts']) {
    const { code, stdout, stderr } = await pegsmith(['generate', name, '--box-width', '40', '--json'], folder)
    expect({ code, stderr }, name).toEqual({ code: 0, stderr: '' })
    const { design, parameters, mesh } = JSON.parse(stdout) as Report
    expect({ design, parameters }).toEqual({ design: 'block', parameters: { 'box-width': 40, hollow: false } })
    expect(mesh).toMatchObject({ bodies: 1, genus: 1 })
    expect(mesh.volume).toBeCloseTo(10 * (40 * 20 - bore), 1)
    expect(mesh.bounds.min[2]).toBe(0)
    expect(measureFacets(readBinaryStl(readFileSync(join(folder, 'output/block.stl'))).facets)).toEqual(mesh)
  }
})

test.concurrent('show and --help tell its parameters; wrong ones are refused like those of any design', async () => {
  const folder = folderWith(files)
  const shown = await pegsmith(['show', 'block.js', '--json'], folder)
  expect(JSON.parse(shown.stdout)).toEqual([
    { name: 'box-width', kind: 'count', default: 30, min: 10, max: 60, description: 'Width of the block' },
    { name: 'hollow', kind: 'flag', default: false, description: 'hollow' },
  ])
  expect((await pegsmith(['generate', 'block.js', '--help'], folder)).stdout).toMatch(
    /--box-width +Width of the block, 10 to 60/,
  )
  const wrong = await pegsmith(['generate', 'block.js', '--box-width', '99', '--box-widht=1'], folder)
  expect(wrong).toMatchObject({ code: 2, stdout: '' })
  expect(wrong.stderr).toBe(
    'pegsmith: block: unknown parameter --box-widht; did you mean --box-width?\n' +
      'pegsmith: block: --box-width 99 is too large: from 10 to 60; try --box-width 60\n',
  )
})

test.concurrent(
  'what a design file writes to the console goes to stderr, and it may export its main by default',
  async () => {
    const folder = folderWith({
      'talks.js': `import { primitives } from '@jscad/modeling'
      console.log('loading')
      const main = () => { console.info('drawing'); return primitives.cube({ size: 9 }) }
      export default { main }`,
    })
    const { code, stdout, stderr } = await pegsmith(['generate', 'talks.js', '--json'], folder)
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'loading\ndrawing\n' })
    expect((JSON.parse(stdout) as Report).mesh.volume).toBeCloseTo(729, 3)
  },
)

test.concurrent('what is no design, or throws, is one line', async () => {
  const folder = folderWith({
    'empty.js': '',
    'syntax.js': 'const =',
    'throws.js': 'throw new Error("not today")',
    'nothing.js': 'exports.main = () => []',
    'fails.js': 'const why = "no such shape\\n  in two lines"\nexports.main = () => {\n  throw new Error(why)\n}',
    'package.js': 'require("no-such-package")',
    'lib.js': 'require("./gone.js")',
    'inside.js': 'exports.main = require("./lib/broken").main',
    'lib/broken.ts': 'type Size = number\n\nexports.main = () => undefined.size',
    'null.js': 'module.exports = null',
    'list.js': 'exports.main = () => []; exports.getParameterDefinitions = () => ({ size: 3 })',
    'twice.js':
      'exports.main = () => []; exports.getParameterDefinitions = () => ["boxWidth", "box-width"].map((name) => ({ name, type: "int" }))',
    'choice.js':
      'exports.main = () => []; exports.getParameterDefinitions = () => [{ name: "a", type: "choice", values: 3 }]',
    'nameless.js': 'exports.main = () => []; exports.getParameterDefinitions = () => [{ type: "int" }]',
    'options.js':
      'exports.main = () => []; exports.getParameterDefinitions = () => ["quality", "size", "h"].map((name) => ({ name, type: "text" }))',
    'async.js': 'exports.main = async () => { throw new Error("nobody waits") }',
    'flat.js': 'exports.main = require("@jscad/modeling").primitives.square',
    'wordless.js': 'throw new TypeError()',
    'later.js': 'Promise.reject(new Error("later\\nin two lines")); exports.main = () => []',
    'event.js': 'process.nextTick(() => { throw new Error("in an event") }); exports.main = () => []',
  })
  mkdirSync(join(folder, 'fold.js'))
  const told: Record<string, [number, RegExp]> = {
    'gone.js': [2, /^pegsmith: gone\.js: no such file\n$/],
    'empty.js': [2, /^pegsmith: empty\.js: is no JSCAD design: it must export main\(parameters\)\n$/],
    'syntax.js': [1, /^pegsmith: syntax\.js:1: (?!.*syntax).*\n$/],
    'throws.js': [1, /^pegsmith: throws\.js:1: not today\n$/],
    'nothing.js': [1, /^pegsmith: nothing: main returned no solid\n$/],
    'fails.js': [1, /^pegsmith: fails\.js:3: no such shape\n$/],
    'package.js': [1, /^pegsmith: package\.js:1: Cannot find module 'no-such-package'\n$/],
    'fold.js': [2, /^pegsmith: fold\.js: is a folder\n$/],
    'null.js': [2, /^pegsmith: null\.js: is no JSCAD design: it must export main\(parameters\)\n$/],
    'list.js': [2, /^pegsmith: list: getParameterDefinitions must return a list\n$/],
    'twice.js': [2, /^pegsmith: twice: getParameterDefinitions: there are two of the name box-width\n$/],
    'choice.js': [2, /^pegsmith: choice: getParameterDefinitions: a is a choice without a list of values\n$/],
    'nameless.js': [2, /^pegsmith: nameless: getParameterDefinitions: definition 1 has no name\n$/],
    'options.js': [2, /^(pegsmith: options\.js: its parameter (quality|h) is an option of pegsmith: rename it\n){2}$/],
    'async.js': [1, /^pegsmith: async: main returned a promise: .*\n$/],
    'flat.js': [1, /^pegsmith: flat: main returned a flat shape: extrude it\n$/],
    'wordless.js': [1, /^pegsmith: wordless\.js:1: TypeError without a message\n$/],
    'later.js': [1, /^pegsmith: later\n$/],
    'event.js': [1, /^pegsmith: in an event\n$/],
    'lib.js': [1, /^pegsmith: gone\.js: no such file or folder\n$/],
    'inside.js': [1, /^pegsmith: lib\/broken\.ts:3: Cannot read properties of undefined .*\n$/],
  }
  for (const [file, [code, message]] of Object.entries(told)) {
    const outcome = await pegsmith(['generate', file], folder)
    expect(outcome.stderr, file).toMatch(message)
    expect(outcome).toMatchObject({ code, stdout: '' })
  }
})
