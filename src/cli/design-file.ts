import { Console } from 'node:console'
import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { compileFunction } from 'node:vm'
import { transform } from 'sucrase'
import { type Design, fromJscad, type JscadDesign, kebabCase, RequestProblem } from '#design'
import { editionOf } from '../files/edition.ts'
import { FileProblem } from '../files/problem.ts'
import { commands, common } from './commands.ts'
import { designFileName } from '../settings/paths.ts'
import { placed } from './failure.ts'
import { refuseExit } from './refuse-exit.ts'
import { shortNames } from './words.ts'

const endings = ['.js', '.cjs', '.mjs', '.ts']

/**
 * The design in a JSCAD file: a module that exports `main` and, if it has parameters, `getParameterDefinitions`. It may be written with
 * `require` or `import`, in TypeScript, too, and load files beside it; `@jscad/modeling` is there for it, installed or not. What it writes to
 * the console goes to stderr from then on: stdout is for the part.
 *
 * @param editions Takes up every path that was looked at, with the edition that was found there: when one of them changes, so may the design.
 * @throws {FileProblem} if it cannot be read.
 * @throws {RequestProblem} if it is no JSCAD design, or has parameters that options of commands are called like.
 * @throws {Failure} if its own code throws, with the line.
 */
export async function loadDesignFile(path: string, editions = new Map<string, string>()): Promise<Design> {
  const file = resolve(path)
  editions.set(file, editionOf(file))
  const there = statSync(path, { throwIfNoEntry: false })
  if (!there?.isFile()) throw request(path, there?.isDirectory() ? 'is a folder' : 'no such file')
  globalThis.console = new Console(process.stderr)
  const jscad = await import('@jscad/modeling')
  const shown = (other: string) => (other === file ? path : join(dirname(path), relative(dirname(file), other)))
  const loading = { modules: new Map(), editions, jscad: 'default' in jscad ? jscad.default : jscad, shown }
  const exported = load(file, loading)
  const found = [exported, (exported as { default?: unknown } | undefined | null)?.default].find(isDesign)
  if (!found) throw request(path, 'is no JSCAD design: it must export main(parameters)')
  const { main, getParameterDefinitions } = found
  const placing: JscadDesign = {
    main: (values) => tellingPlaces(loading, file, () => main(values)),
    ...(getParameterDefinitions && { getParameterDefinitions }),
  }
  const name = designFileName(path)
  const design = { ...tellingPlaces(loading, file, () => fromJscad(name, placing)), file: path }
  refuseNamesakes(path, design)
  return design
}

const isDesign = (exported: unknown): exported is JscadDesign =>
  typeof (exported as Partial<JscadDesign> | undefined | null)?.main === 'function'

/** Refuses parameters of a design file that could not be told from options of commands. */
function refuseNamesakes(path: string, { parameters }: Design): void {
  const options = Object.keys(
    Object.assign({}, common, ...commands.map((command) => ({ ...command.settings?.(), ...command.options() }))),
  )
  const taken = new Set([...options, ...Object.values(shortNames), 'help', 'h', 'version'].map(kebabCase))
  const namesakes = Object.keys(parameters).filter((name) => taken.has(kebabCase(name)))
  if (namesakes.length === 0) return
  const refused = (name: string) => ({
    parameters: [],
    reason: `its parameter ${name} is an option of pegsmith: rename it`,
  })
  throw new RequestProblem(path, namesakes.map(refused))
}

const request = (path: string, reason: string) => new RequestProblem(path, [{ parameters: [], reason }])

/** What belongs to the loading of one design. */
interface Loading {
  /** Its own files, by their absolute paths. */
  readonly modules: Map<string, { exports: unknown }>
  readonly editions: Map<string, string>
  readonly jscad: unknown
  /** What a file is called to people. */
  readonly shown: (file: string) => string
}

/** Runs a module, and the files that it requires, as CommonJS in this process: nothing need be installed or compiled for it. */
function load(file: string, loading: Loading): unknown {
  const { modules, jscad } = loading
  const known = modules.get(file)
  if (known) return known.exports
  const module = { exports: {} as unknown }
  modules.set(file, module)
  const installed = createRequire(file)
  const requireHere = (name: string): unknown => {
    if (name === '@jscad/modeling') return jscad
    if (!name.startsWith('.')) return installed(name)
    const found = findFile(join(dirname(file), name), loading)
    return found.endsWith('.json') ? JSON.parse(read(found, loading)) : load(found, loading)
  }
  const source = read(file, loading)
  tellingPlaces(loading, file, () => {
    const { code } = transform(source, { transforms: ['typescript', 'imports'], production: true })
    const names = ['exports', 'require', 'module', '__filename', '__dirname']
    const run = compileFunction(code, names, { filename: file })
    run.call(module.exports, module.exports, requireHere, module, file, dirname(file))
  })
  return module.exports
}

/** The file that a relative name means, with its ending or without. */
function findFile(path: string, { editions }: Loading): string {
  const candidates = ['', ...endings, '.json', ...endings.map((ending) => `/index${ending}`)].map((end) => path + end)
  const isThere = (each: string) => {
    editions.set(each, editionOf(each))
    return editions.get(each) !== ''
  }
  return candidates.find(isThere) ?? path
}

function read(file: string, { editions, shown }: Loading): string {
  try {
    editions.set(file, editionOf(file))
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new FileProblem(shown(file), error)
  }
}

/** Runs code of a design; what it throws is told with its place: the file and the line in it, if that is known. */
function tellingPlaces<T>({ modules, shown }: Loading, file: string, work: () => T): T {
  const { exit } = process
  process.exit = refuseExit
  try {
    return work()
  } catch (error) {
    const { stack = '', loc } = Object(error) as { stack?: string; loc?: { line: number } }
    if (loc) throw placed(`${shown(file)}:${loc.line}`, error)
    for (const frame of String(stack).split('\n')) {
      const inside = [...modules.keys()].find((each) => frame.includes(`${each}:`))
      const line = inside && /^\d+/.exec(frame.slice(frame.indexOf(`${inside}:`) + inside.length + 1))
      if (line) throw placed(`${shown(inside)}:${line[0]}`, error)
    }
    throw placed(shown(file), error)
  } finally {
    process.exit = exit
  }
}
