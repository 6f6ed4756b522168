import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Report } from '../../src/index.ts'
import { pegsmith, program, shell, start } from '../support/pegsmith.ts'
import { busyFor, bytesIn, cube, eventsOf, ofKind, project } from '../support/project.ts'
import { fileWith } from '../support/settings.ts'

/** The first takes longest. */
const parts = [
  { name: 'slow', design: './slow.js', copies: 3 },
  { name: 'b', parameters: { edge: 20 }, formats: ['stl-ascii'] },
  { name: 'a', parameters: { edge: [10, 15] }, copies: 2 },
]
const files = { 'slow.js': cube(busyFor(1)) }
const names = ['slow', 'b', 'a-edge-10', 'a-edge-15']
const paths = names.flatMap((name) => [`out/${name}.stl`, `out/${name}.json`])

test.concurrent(
  'stdout holds the paths of what was made, in the order of the project, whatever is done first',
  async () => {
    const folder = project(parts, files)
    const { code, stdout, stderr } = await pegsmith(['build', '--jobs', '2'], folder)
    expect({ code, stdout }).toEqual({ code: 0, stdout: paths.map((path) => `${path}\n`).join('') })
    expect(Object.keys(bytesIn(join(folder, 'out')))).toEqual(
      ['.pegsmith/state.json', ...paths.map((path) => path.replace('out/', ''))].sort(),
    )
    // For people, line by line: nothing is coloured or moves.
    expect(stderr.replaceAll(/\d+\.\d s/g, '… s').replace(/;.*/, '; …')).toBe(
      ['4 of 4 parts to make', ...names.map((name) => `${name}: made in … s (never made)`), ''].join('\n') +
        '4 made, 0 unchanged in … s; …\n',
    )
    const timesDone = eventsOf(await pegsmith(['build', '--jobs', '2', '--all', '--json'], folder))
    const ended = ofKind(timesDone, 'ended').map(({ part }) => part)
    expect(ended.indexOf('slow')).toBeGreaterThan(0)
    expect(ofKind(timesDone, 'made').map(({ part }) => part)).toEqual(names)
  },
)

test.concurrent('--json tells events and nothing else, and their numbers are true', async () => {
  const folder = project(parts, files, { price: 50 })
  const begun = performance.now()
  const outcome = await pegsmith(['build', '--json'], folder)
  const took = (performance.now() - begun) / 1000
  expect(outcome).toMatchObject({ code: 0, stderr: '' })
  const events = eventsOf(outcome)
  expect([events[0].event, events.at(-1)!.event]).toEqual(['planned', 'done'])
  expect(ofKind(events, 'planned')[0].parts.map(({ part }) => part)).toEqual(names)
  const reports = names.map((name) => JSON.parse(readFileSync(join(folder, `out/${name}.json`), 'utf8')) as Report)
  const masses = reports.map(({ print }) => print.mass)
  for (const [i, made] of ofKind(events, 'made').entries()) {
    expect(made).toMatchObject({ part: names[i], mass: masses[i], warnings: reports[i].warnings })
    expect(made.files.map(({ path }) => `out/${path}`)).toEqual(paths.slice(2 * i, 2 * i + 2))
    for (const { path, bytes } of made.files) expect(readFileSync(join(folder, 'out', path))).toHaveLength(bytes)
  }
  const { summary } = ofKind(events, 'done')[0]
  const mass = 3 * masses[0] + masses[1] + 2 * masses[2] + 2 * masses[3]
  expect(summary).toMatchObject({ made: 4, unchanged: 0, failed: 0, skipped: 0, waited: 0 })
  expect(summary.mass).toBeCloseTo(mass, 6)
  expect(summary.cost).toBeCloseTo((mass / 1000) * 50, 6)
  expect(summary.seconds).toBeGreaterThan(1)
  expect(summary.seconds).toBeLessThan(took)
  // The same without anything to do: what lies there is what is to be printed.
  const again = eventsOf(await pegsmith(['build', '--json'], folder))
  expect(again.map(({ event }) => event)).toEqual(['planned', ...names.map(() => 'unchanged'), 'done'])
  expect(ofKind(again, 'done')[0].summary).toMatchObject({ made: 0, unchanged: 4, mass: summary.mass })
})

test.concurrent('a reader that has seen enough is no error, and all is made', async () => {
  const folder = project(parts, files)
  const { code, stdout } = await shell('pegsmith build --all 2>&1 | head -1', folder)
  expect({ code, stdout }).toEqual({ code: 0, stdout: '4 of 4 parts to make\n' })
  expect((await shell('pegsmith build --json --all | head -c 10; echo ${PIPESTATUS[0]}', folder)).stdout).toBe(
    '{"event":"0\n',
  )
  expect((await pegsmith(['build'], folder)).stderr).toMatch(/^0 made, 4 unchanged/)
})

/** What a terminal is sent. */
async function onTerminal(folder: string, size: string, env = '') {
  fileWith('run.sh', `stty ${size}; '${process.execPath}' '${program}' build --jobs 2`, folder)
  return (await shell(`${env} script -qefc 'bash run.sh' /dev/null < /dev/null`, folder)).stdout
}

test.concurrent('on a terminal, lines below tell what each worker does, and are gone in the end', async () => {
  for (const size of ['rows 0 columns 0', 'rows 24 columns 80', 'rows 3 columns 12']) {
    const sent = await onTerminal(project(parts, files), size)
    const narrow = size.endsWith('12')
    expect(sent, size).toMatch(narrow ? / {2}1 {2}slow {2}\n?/ : / {2}1 {2}slow {2}0\.\d s\r\n/)
    expect(sent, size).toMatch(/[0-3] of 4\r\n/)
    expect(screenOf(sent).map((line) => line.replaceAll(/\d+\.\d s/g, '… s').replace(/;.*/, ''))).toEqual([
      '4 of 4 parts to make',
      ...names.flatMap((name) => [`${name}: made in … s (never made)`, `out/${name}.stl`, `out/${name}.json`]),
      '4 made, 0 unchanged in … s',
    ])
  }
})

test.concurrent.each(['NO_COLOR=1', 'TERM=dumb'])('with %s nothing moves on a terminal either', async (env) => {
  const sent = await onTerminal(project(parts, files), 'rows 24 columns 80', env)
  expect(sent).not.toContain('\u001b')
  expect(sent).toContain('4 made, 0 unchanged')
})

/** The lines that are seen when all is said: of a terminal that is as high as one likes, and knows the two things that are sent. */
function screenOf(sent: string): string[] {
  const lines = ['']
  let row = 0
  for (const [token] of sent.matchAll(/\u001b\[(\d+)A|\u001b\[0J|\r\n|[^\u001b\r\n]+|[^]/g)) {
    const up = /^\u001b\[(\d+)A$/.exec(token)
    if (up) row -= Number(up[1])
    else if (token === '\u001b[0J') lines.length = row + 1
    else if (token === '\r\n') row++
    else lines[row] = (lines[row] ?? '') + token
    if (token === '\u001b[0J') lines[row] = ''
  }
  return lines.filter((line) => line !== '' && line !== undefined)
}

test.concurrent('paths are seen from the working folder', async () => {
  const folder = project([{ name: 'a' }], { 'deep/er/x': '' })
  expect((await pegsmith(['build', '-o', join(folder, 'abs')], folder)).stdout).toBe(
    `${join(folder, 'abs/a.stl')}\n${join(folder, 'abs/a.json')}\n`,
  )
  expect((await pegsmith(['build'], join(folder, 'deep/er'))).stdout).toBe('../../out/a.stl\n../../out/a.json\n')
})

test.concurrent('two builds at once: the second is refused, and the first goes on', async () => {
  const folder = project(parts, { 'slow.js': cube(busyFor(3)) })
  const first = start(['build'], folder)
  await first.wrote('to make')
  const before = performance.now()
  const second = await pegsmith(['build'], folder)
  expect(performance.now() - before).toBeLessThan(2500)
  expect(second).toMatchObject({ code: 1, stdout: '' })
  expect(second.stderr).toMatch(
    /^pegsmith: out\/\.pegsmith: a build has been going on here since \S+ \(process \d+ on \S+\): wait for its end\n$/,
  )
  expect(second.stderr).toContain(`process ${first.child.pid} `)
  expect((await pegsmith(['build', '--recover'], folder)).code).toBe(1)
  // Looking is no building.
  expect((await pegsmith(['status'], folder)).code).toBe(0)
  expect((await pegsmith(['build', '--dry-run'], folder)).code).toBe(0)
  expect(await first.ended).toMatchObject({ code: 0, stdout: paths.map((path) => `${path}\n`).join('') })
  expect((await pegsmith(['build'], folder)).stderr).toMatch(/^0 made, 4 unchanged/)
})
