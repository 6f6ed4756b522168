import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The program as it is shipped. */
export const program = join(import.meta.dirname, '../../dist/pegsmith.js')

/** How a run of the program ended. */
export interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** An empty folder to run the program in. */
export const emptyFolder = () => mkdtempSync(join(tmpdir(), 'pegsmith-test-'))

/** Runs the built program, as a person would, in a folder of its own unless one is given. */
export const pegsmith = (args: readonly string[], cwd = emptyFolder(), env: NodeJS.ProcessEnv = {}): Promise<Outcome> =>
  end(process.execPath, [program, ...args], cwd, env)

/** Runs a line of shell in which `pegsmith` is the built program. */
export const shell = (line: string, cwd = emptyFolder()): Promise<Outcome> =>
  end('bash', ['-o', 'pipefail', '-c', line.replaceAll('pegsmith', `'${process.execPath}' '${program}'`)], cwd, {})

const end = (file: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    execFile(file, args, { cwd, env: { ...process.env, ...env } }, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(error)
      else resolve({ code: Number(error?.code ?? 0), stdout, stderr })
    })
  })
