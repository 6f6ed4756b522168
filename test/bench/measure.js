import { spawnSync } from 'node:child_process'

export const percentile = (values, share) => values.toSorted((a, b) => a - b)[Math.floor(values.length * share)]
export const median = (values) => percentile(values, 0.5)

/** Seconds that a whole process takes, start to exit; nothing, if it cannot be run. */
function seconds([program, ...given]) {
  const start = performance.now()
  const { status } = spawnSync(program, given, { stdio: 'ignore' })
  return status === 0 ? (performance.now() - start) / 1000 : undefined
}

/**
 * Medians of whole processes, run in turns so that a busy moment of the machine meets all of them.
 *
 * @param commands By name: program and arguments.
 * @param rounds Measured ones; one more goes before, to warm the disk's cache.
 */
export function wholeProcesses(commands, rounds) {
  const times = new Map(Object.keys(commands).map((name) => [name, []]))
  for (let round = 0; round <= rounds; round++) {
    for (const [name, command] of Object.entries(commands)) {
      const taken = seconds(command)
      if (round > 0 || taken === undefined) times.get(name).push(taken)
    }
  }
  return Object.fromEntries([...times].map(([name, all]) => [name, all.includes(undefined) ? undefined : median(all)]))
}

/** Median milliseconds of each work, warm, in turns. */
export async function warm(works, rounds) {
  const times = new Map(Object.keys(works).map((name) => [name, []]))
  for (let round = -Math.ceil(rounds / 2); round < rounds; round++) {
    for (const [name, work] of Object.entries(works)) {
      const start = performance.now()
      await work()
      if (round >= 0) times.get(name).push(performance.now() - start)
    }
  }
  return Object.fromEntries([...times].map(([name, all]) => [name, median(all)]))
}

/** Prints rows in columns; the first is a name, the others are figures. */
export function table(title, head, rows) {
  const lines = [head, ...rows].map((row) => row.map((cell) => cell ?? '–'))
  const widths = head.map((_, i) => Math.max(...lines.map((line) => String(line[i]).length)))
  console.log(`\n${title}`)
  for (const line of lines) {
    console.log(
      `  ${line.map((cell, i) => (i ? String(cell).padStart(widths[i]) : String(cell).padEnd(widths[i]))).join('  ')}`,
    )
  }
}

export const figure = (value, digits = 2) => (value === undefined ? undefined : value.toFixed(digits))
export const times = (value, of) =>
  value === undefined || of === undefined ? undefined : `${(value / of).toFixed(2)} ×`
