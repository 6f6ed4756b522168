import { Console } from 'node:console'
import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { transform } from 'sucrase'
import { type Design, fromJscad, type JscadDesign, kebabCase, RequestProblem } from '#design'
import { FileProblem } from '../files/problem.ts'
import { placed } from './failure.ts'

const endings = ['.js', '.cjs', '.mjs', '.ts']

/**
 * The design in a JSCAD file: a module that exports `main` and, if it has parameters, `getParameterDefinitions`. It may be written with
 * `require` or `import`, in TypeScript, too, and load files beside it; `@jscad/modeling` is there for it, installed or not. What it writes to
 * the console goes to stderr from then on: stdout is for the part.
 *
 * @throws {FileProblem} if it cannot be read.
 * @throws {RequestProblem} if it is no JSCAD design.
 * @throws {Failure} if its own code throws.
 */
export async function loadDesignFile(path: string): Promise<Design> {
  const there = statSync(path, { throwIfNoEntry: false })
  if (!there?.isFile()) throw request(path, there?.isDirectory() ? 'is a folder' : 'no such file')
  globalThis.console = new Console(process.stderr)
  const jscad = await import('@jscad/modeling')
  const exported = load(resolve(path), path, new Map(), 'default' in jscad ? jscad.default : jscad)
  const found = [exported, (exported as { default?: unknown } | undefined | null)?.default].find(isDesign)
  if (!found) throw request(path, 'is no JSCAD design: it must export main(parameters)')
  try {
    const name = kebabCase(basename(path, extname(path)))
    return fromJscad(name, found)
  } catch (error) {
    throw placed(path, error)
  }
}

const isDesign = (exported: unknown): exported is JscadDesign =>
  typeof (exported as Partial<JscadDesign> | undefined | null)?.main === 'function'

const request = (path: string, reason: string) => new RequestProblem(path, [{ parameters: [], reason }])

type Modules = Map<string, { exports: unknown }>

/** Runs a module, and the files that it requires, as CommonJS in this process: nothing need be installed or compiled for it. */
function load(file: string, shown: string, modules: Modules, jscad: unknown): unknown {
  const known = modules.get(file)
  if (known) return known.exports
  const module = { exports: {} as unknown }
  modules.set(file, module)
  const installed = createRequire(file)
  const requireHere = (name: string): unknown => {
    if (name === '@jscad/modeling') return jscad
    if (!name.startsWith('.')) return installed(name)
    const found = findFile(join(dirname(file), name))
    return found.endsWith('.json') ? JSON.parse(read(found, found)) : load(found, found, modules, jscad)
  }
  const source = read(file, shown)
  try {
    const { code } = transform(source, { transforms: ['typescript', 'imports'], production: true })
    const run = new Function(
      'exports',
      'require',
      'module',
      '__filename',
      '__dirname',
      `${code}\n//# sourceURL=${file}`,
    )
    run.call(module.exports, module.exports, requireHere, module, file, dirname(file))
  } catch (error) {
    throw placed(shown, error)
  }
  return module.exports
}

/** The file that a relative name means, with its ending or without. */
function findFile(path: string): string {
  const candidates = ['', ...endings, '.json', ...endings.map((ending) => `/index${ending}`)].map((end) => path + end)
  return candidates.find((each) => statSync(each, { throwIfNoEntry: false })?.isFile()) ?? path
}

function read(file: string, shown: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new FileProblem(shown, error)
  }
}
