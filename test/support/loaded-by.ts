import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { emptyFolder, pegsmith } from './pegsmith.ts'

interface Coverage {
  readonly result: readonly { readonly url: string }[]
}

/** The files of the bundle that a run of the program loads, by what the engine says it compiled. */
export async function loadedBy(args: readonly string[]): Promise<string[]> {
  const folder = emptyFolder()
  await pegsmith(args, emptyFolder(), { NODE_V8_COVERAGE: folder })
  const scripts = readdirSync(folder).flatMap(
    (name) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as Coverage).result,
  )
  return scripts.map(({ url }) => basename(url))
}
