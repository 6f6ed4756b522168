import { type ChildProcess, spawn } from 'node:child_process'
import { basename, join } from 'node:path'
import { build } from 'vite'
import { emptyFolder } from './pegsmith.ts'

/** Makes a script in TypeScript one that Node runs, and gives its path. */
export async function bundled(script: string): Promise<string> {
  const outDir = emptyFolder()
  await build({ configFile: false, logLevel: 'error', build: { ssr: script, outDir, target: 'node20', minify: false } })
  return join(outDir, basename(script).replace(/\.ts$/, '.js'))
}

const faults = join(import.meta.dirname, 'disk-faults.js')

/** Starts a script in which calls that change the disk can be made to go wrong: see `disk-faults.js`. */
export const start = (script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess =>
  spawn(process.execPath, [...(Object.keys(env).length > 0 ? ['--import', faults] : []), script, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })

/** How a script ended. */
export interface Ended {
  /** The signal that killed it, or its exit code. */
  readonly by: string | number
  readonly lines: readonly string[]
}

export const ended = (child: ChildProcess): Promise<Ended> =>
  new Promise((resolve) => {
    let text = ''
    child.stdout!.on('data', (data: Buffer) => (text += data.toString()))
    // A line that was not ended was not told.
    child.on('close', (code, signal) => resolve({ by: signal ?? code!, lines: text.split('\n').slice(0, -1) }))
  })

/** Does work for each of many, two at a time. */
export async function twoByTwo<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items]
  const lane = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item)
  }
  await Promise.all([lane(), lane()])
}
