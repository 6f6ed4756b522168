import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { emptyFolder } from '../support/pegsmith.ts'

/** The package unpacked as npm would publish it, in a project that has nothing else installed. */
function installed(): { project: string; bytes: number } {
  const project = emptyFolder()
  const home = join(project, 'node_modules/pegsmith')
  mkdirSync(home, { recursive: true })
  const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', project], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [{ filename, size }] = Object.values(JSON.parse(packed) as Record<string, { filename: string; size: number }>)
  execFileSync('tar', ['xzf', join(project, filename), '-C', home, '--strip-components=1'])
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }')
  return { project, bytes: size }
}

const program = `
import { catalogue, encode, findDesign, make, type Part, report, type Report, RequestProblem, write } from 'pegsmith'

const part: Part = await make('blank', { columns: 3, 'plate-thickness': '7' }, { orientation: 'hung' })
const told: Report = report(part, [await write(part, 'out/', { format: 'stl-ascii' })])
const bytes: Uint8Array = await encode(part, 'stl')
const names: string[] = catalogue.map(({ name }) => name)
const most: number | undefined = findDesign('blank').parameters.columns.max
const refused: string = await make('blank', { columns: 'x' }).then(String, (error) => (error as RequestProblem).problems[0].reason)
console.log(JSON.stringify([told.files[0].path, bytes.length > 84, names.includes('blank'), most, refused]))
// @ts-expect-error there is no such format
export const wrong = () => encode(part, 'gcode')
`

test('the package is small, needs no other, carries the licences of what is in it, and its types hold for a strict user', () => {
  expect(manifest).not.toHaveProperty('dependencies')
  const { project, bytes } = installed()
  expect(bytes).toBeLessThan(3e6)
  const licences = readFileSync(join(project, 'node_modules/pegsmith/dist/LICENSES.md'), 'utf8')
  for (const name of ['@jscad/modeling', '@jscad/stl-serializer', 'manifold-3d', 'yargs', 'yargs-parser', 'cliui']) {
    expect(licences).toMatch(new RegExp(`^## ${name} - `, 'm'))
  }
  expect(licences).toMatch(/Apache License\s+Version 2\.0/)

  const source = join(project, 'program.ts')
  writeFileSync(source, program)
  const compiled = ts.createProgram([source], {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    types: [],
  })
  const complaints = ts.getPreEmitDiagnostics(compiled).map(({ messageText }) => messageText)
  expect(complaints).toEqual([])
  compiled.emit()
  const output = execFileSync(process.execPath, ['program.js'], { cwd: project, encoding: 'utf8' })
  expect(JSON.parse(output)).toEqual(['out/blank.stl', true, true, 12, 'is not a number; give one from 1 to 12'])
})
