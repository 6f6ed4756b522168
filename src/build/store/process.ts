import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'

/** A process, told from every other that was or will be. */
export interface Process {
  readonly pid: number
  readonly host: string
  /** When it took what it holds: ISO 8601, in UTC; for people. */
  readonly since: string
  /** What tells it from a later process of the same number; empty where the system does not say. */
  readonly run: string
}

export const thisProcess = (): Process => ({
  pid: process.pid,
  host: hostname(),
  since: new Date().toISOString(),
  run: runOf(process.pid) ?? '',
})

/** Whether a process of this machine still runs. */
export function runs({ pid, run }: Process): boolean {
  const now = runOf(pid)
  if (run !== '' && now !== undefined) return run === now
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Where the numbers of a process begin that Linux tells behind its name: its state, and 19 further on the tick at which it was started. */
const [STATE, START] = [0, 19]

/** The start of the machine and of a process, where the system tells them; of one that has ended but is still listed, nothing that a running one has. */
function runOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const numbers = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (['Z', 'X'].includes(numbers[STATE])) return 'ended'
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${numbers[START]}`
  } catch {
    return undefined
  }
}
