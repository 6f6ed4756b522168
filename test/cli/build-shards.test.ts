import { appendFileSync, cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { emptyFolder, pegsmith } from '../support/pegsmith.ts'
import { bytesIn, cube, project, touchesIn, unless } from '../support/project.ts'

const parts = [
  { name: 'd', needs: ['c'] },
  { name: 'sweep', parameters: { edge: [2, 3, 4] } },
  { name: 'c', needs: ['a'], copies: 4 },
  { name: 'a', formats: ['stl-ascii'] },
  { name: 'x', needs: ['y'] },
  { name: 'y' },
]

/** Makes shares of a project, each on a machine of its own, and brings their outputs here. */
async function shardsOf(original: string, of: number, options: readonly string[] = []) {
  const folders: string[] = []
  for (let i = 1; i <= of; i++) {
    const machine = emptyFolder()
    cpSync(original, machine, { recursive: true })
    const outcome = await pegsmith(['build', '--shard', `${i}/${of}`, ...options], machine)
    expect(outcome.code, outcome.stderr).toBe(0)
    folders.push(join(machine, 'out'))
  }
  return folders
}

const original = project(parts)
const whole = emptyFolder()
let halves: string[]
beforeAll(async () => {
  cpSync(original, whole, { recursive: true })
  expect((await pegsmith(['build'], whole)).code).toBe(0)
  halves = await shardsOf(original, 2)
})

/** A machine that has the project, and nothing built. */
function merger(): string {
  const folder = emptyFolder()
  cpSync(original, folder, { recursive: true })
  return folder
}

test('shards are disjoint, hold whole chains, and joined they are what one machine leaves, byte for byte', async () => {
  for (const of of [1, 2, 3, 5]) {
    const shards = of === 2 ? halves : await shardsOf(original, of)
    const held = shards.map((shard) => (existsSync(shard) ? Object.keys(bytesIn(shard)) : []))
    const stls = held.flat().filter((name) => name.endsWith('.stl'))
    expect(stls.sort()).toEqual(Object.keys(bytesIn(join(whole, 'out'))).filter((name) => name.endsWith('.stl')))
    for (const chain of [
      ['a', 'c', 'd'],
      ['x', 'y'],
    ])
      expect(held.filter((names) => chain.some((name) => names.includes(`${name}.stl`)))).toHaveLength(1)
    const folder = merger()
    const { code, stdout, stderr } = await pegsmith(['build', '--merge', ...shards], folder)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '8 of 8 parts joined\n' })
    expect(stdout.split('\n')).toHaveLength(2 * 8 + 1)
    expect(bytesIn(join(folder, 'out'))).toEqual(bytesIn(join(whole, 'out')))
    expect((await pegsmith(['build'], folder)).stderr).toMatch(/^0 made, 8 unchanged/)
  }
})

describe.concurrent('what shards lack is told, and all else is joined', () => {
  test('a shard that is missing; merged later it completes the whole', async () => {
    const folder = merger()
    const first = await pegsmith(['build', '--merge', halves[0]], folder)
    expect(first.code).toBe(1)
    const missing = Object.keys(bytesIn(halves[1])).flatMap((name) =>
      name.endsWith('.stl') ? [name.slice(0, -4)] : [],
    )
    for (const name of missing) expect(first.stderr).toContain(`pegsmith: ${name}: no shard has made it\n`)
    expect(first.stderr).toContain(`${8 - missing.length} of 8 parts joined\n`)
    const second = await pegsmith(['build', '--merge', ...halves], folder)
    expect(second.code, second.stderr).toBe(0)
    const before = touchesIn(folder)
    expect((await pegsmith(['build', '--merge', ...halves.toReversed()], folder)).code).toBe(0)
    expect(bytesIn(join(folder, 'out'))).toEqual(bytesIn(join(whole, 'out')))
    expect(Object.keys(touchesIn(folder))).toEqual(Object.keys(before))
  })

  test('a file that was damaged on the way', async () => {
    const damaged = emptyFolder()
    cpSync(halves[0], damaged, { recursive: true })
    const name = Object.keys(bytesIn(damaged)).find((each) => each.endsWith('.stl'))!
    appendFileSync(join(damaged, name), 'x')
    const folder = merger()
    const { code, stderr } = await pegsmith(['build', '--merge', damaged, halves[1]], folder)
    expect(code).toBe(1)
    expect(stderr).toContain(`pegsmith: ${name.slice(0, -4)}: ${join(damaged, name)}: not as it was made\n`)
    expect(bytesIn(join(folder, 'out'))).not.toHaveProperty(name)
    expect((await pegsmith(['build'], folder)).stderr).toContain('1 made, 7 unchanged')
    expect(bytesIn(join(folder, 'out'))).toEqual(bytesIn(join(whole, 'out')))
  })

  test('a part that failed there: its error is known here, and the next build makes up for it', async () => {
    const failing = project(
      parts.map((part) => (part.name === 'a' ? { ...part, design: './a.js' } : part)),
      { 'a.js': cube(unless('glue')) },
    )
    const built = await pegsmith(['build', '--shard', '1/1', '-o', 'shard'], failing)
    expect(built.code).toBe(1)
    const merged = await pegsmith(['build', '--merge', 'shard', '--json'], failing)
    expect(merged.code).toBe(1)
    const told = merged.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { part: string; error?: string })
    expect(told.flatMap(({ part, error }) => (error === undefined ? [] : [[part, error]]))).toEqual([
      ['d', 'no shard has made it'],
      ['c', 'no shard has made it'],
      ['a', 'a.js:5: there is no glue'],
    ])
    expect(bytesIn(join(failing, 'out'))).toEqual(bytesIn(join(failing, 'shard')))
  })

  test('shards of a project that has changed since', async () => {
    const changed = merger()
    appendFileSync(join(changed, 'cube.js'), '// anew')
    const { code, stdout, stderr } = await pegsmith(['build', '--merge', ...halves], changed)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr.match(/made from another project, or by another version\n/g)).toHaveLength(8)
  })

  test('files in the output that pegsmith did not make stay', async () => {
    const folder = merger()
    cpSync(join(whole, 'out/a.stl'), join(folder, 'out/a.stl'))
    appendFileSync(join(folder, 'out/a.stl'), 'mine')
    const { code, stderr } = await pegsmith(['build', '--merge', ...halves], folder)
    expect(code).toBe(1)
    expect(stderr).toContain('pegsmith: a: out/a.stl: was not made by pegsmith')
    expect(bytesIn(join(folder, 'out'))['a.stl']).toMatch(/mine$/)
    expect((await pegsmith(['build', '--merge', '--force', ...halves], folder)).code).toBe(0)
    expect(bytesIn(join(folder, 'out'))).toEqual(bytesIn(join(whole, 'out')))
  })
})

test.concurrent('folders that are none, or no outputs of builds, are refused before anything is joined', async () => {
  const folder = merger()
  const before = touchesIn(folder)
  const refused = async (...args: string[]) => {
    const { code, stdout, stderr } = await pegsmith(['build', '--merge', ...args], folder)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    return stderr
  }
  expect(await refused('nowhere', 'cube.js', halves[0])).toBe(
    'pegsmith: build: nowhere is no output folder of a build\npegsmith: build: cube.js is no output folder of a build\n',
  )
  expect(await refused()).toBe('pegsmith: build: --merge lacks the folders of the shards\n')
  expect(await refused('--dry-run', halves[0])).toBe('pegsmith: build: --dry-run and --merge cannot go together\n')
  expect(touchesIn(folder)).toEqual(before)
})
