import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { figure, median, table, times } from './measure.js'

const node = process.execPath
const pegsmith = join(import.meta.dirname, '../../dist/pegsmith.js')
const steps = (from, step, count) => Array.from({ length: count }, (_, i) => Number((from + i * step).toFixed(2)))

/** Parameters of small parts: as many as that, each another one. */
const sweep = (parts) => ({
  columns: [1, 2],
  rows: [1, 2],
  'plate-thickness': steps(6, 0.2, 25),
  clearance: steps(0.3, 0.02, parts / 100),
})

/** What a process takes: seconds from start to exit, and megabytes at the most. */
function measured(command, folder) {
  const began = performance.now()
  const { stderr, status } = spawnSync(node, command, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: { ...process.env, NODE_OPTIONS: `--import ${join(import.meta.dirname, 'tell-memory.js')}` },
  })
  const seconds = (performance.now() - began) / 1000
  if (status !== 0) throw new Error(stderr)
  return { seconds, megabytes: Number(/most memory: (\d+)/.exec(stderr)[1]) }
}

/**
 * Builds of a thousand small parts: by two workers and by one, again when all is made, and beside a program that makes the same parts one after the
 * other and writes the same files, with no staging, no journal, no state, no threads.
 */
export function builds(out) {
  const rounds = 3
  const taken = {}
  const note = (name, result) => (taken[name] ??= []).push(result)
  for (const parts of [250, 1000]) {
    const folder = out(`wall-${parts}`)
    mkdirSync(folder, { recursive: true })
    const project = { part: [{ name: 'b', design: 'blank', parameters: sweep(parts) }] }
    writeFileSync(join(folder, 'pegsmith.json'), JSON.stringify(project))
    // A folder of its own for each: file systems take their time over places of files that were deleted a moment ago.
    let outputs = 0
    const output = () => ['--output', `output-${++outputs}`]
    for (let round = 0; round < (parts === 1000 ? rounds : 1); round++) {
      for (const jobs of parts === 1000 ? [1, 2] : [2]) {
        note(`${parts} parts, --jobs ${jobs}`, measured([pegsmith, 'build', '--jobs', `${jobs}`, ...output()], folder))
      }
      if (parts < 1000) continue
      const same = ['--output', `output-${outputs}`]
      note('1000 parts, nothing to do', measured([pegsmith, 'build', ...same], folder))
      note(
        '1000 parts, one after the other, plainly',
        measured([join(import.meta.dirname, 'plainly.js'), output()[1]], folder),
      )
    }
  }
  const of = (name, what) => median(taken[name].map((each) => each[what]))
  const [one, plain] = ['1000 parts, --jobs 1', '1000 parts, one after the other, plainly']
  table(
    'Builds of small parts (bars: --jobs 2 at least 1.8 × as fast as --jobs 1, nothing to do under 1 s, --jobs 1 at most 1.10 × plainly)',
    ['', 's', 'MB', 'of --jobs 1', 'of plainly'],
    Object.keys(taken).map((name) => [
      name,
      figure(of(name, 'seconds')),
      figure(of(name, 'megabytes'), 0),
      name.startsWith('1000') ? times(of(name, 'seconds'), of(one, 'seconds')) : undefined,
      name.startsWith('1000') ? times(of(name, 'seconds'), of(plain, 'seconds')) : undefined,
    ]),
  )
  console.log(
    `  --jobs 2 is ${figure(of(one, 'seconds') / of('1000 parts, --jobs 2', 'seconds'))} × as fast as --jobs 1`,
  )
}
