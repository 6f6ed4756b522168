import { type ChildProcess, execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

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

/** A run of the program that goes on. */
export interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<Outcome>
  /** Waits until it has written something, on stdout or stderr, so many times; or has ended. */
  readonly wrote: (text: string, times?: number) => Promise<void>
}

/** Starts the built program, and lets it run. A signal that ends it is told as a shell does. */
export function start(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Running {
  let written = ''
  let child!: ChildProcess
  const ended = end(process.execPath, [program, ...args], cwd, env, (started) => (child = started))
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (data) => (written += String(data)))
  const wrote = async (text: string, times = 1) => {
    while (written.split(text).length <= times) {
      if (child.exitCode !== null || child.signalCode !== null) return
      await pause(10)
    }
  }
  return { child, ended, wrote }
}

function end(
  file: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  started: (child: ChildProcess) => void = () => {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = execFile(file, args, { cwd, env: { ...process.env, ...env } }, (error, stdout, stderr) => {
      const signal = error?.signal && constants.signals[error.signal]
      if (error && !signal && typeof error.code !== 'number') reject(error)
      else resolve({ code: signal ? 128 + signal : Number(error?.code ?? 0), stdout, stderr })
    })
    started(child)
  })
}
