import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fileStands } from '../../src/build/store/made-file.ts'
import { openStore } from '../../src/build/store/store.ts'
import { filesIn } from '../build/wall.ts'
import { emptyFolder, pegsmith } from '../support/pegsmith.ts'

const KILLED = 137
const faults = join(import.meta.dirname, '../support/disk-faults.js')

const box = `
const { cuboid } = require('@jscad/modeling').primitives
exports.getParameterDefinitions = () => [{ name: 'size', type: 'number', initial: 10 }]
exports.main = ({ size }) => cuboid({ size: [size, size, size] })
`
const project = (size: number) => `
[[part]]
name = "first"
design = "box.js"
parameters = { size = ${size} }
[[part]]
name = "second"
design = "box.js"
needs = "first"
parameters = { size = ${size + 1} }
[[part]]
name = "third"
design = "box.js"
parameters = { size = ${size + 2} }
`
const parts = ['first', 'second', 'third']

/** A folder in which a project was built, and then changed; what its output was before, and what it is after another build. */
async function changedProject() {
  const folder = emptyFolder()
  writeFileSync(join(folder, 'box.js'), box)
  writeFileSync(join(folder, 'pegsmith.toml'), project(10))
  expect((await pegsmith(['build'], folder)).code).toBe(0)
  const before = filesIn(join(folder, 'output'))
  writeFileSync(join(folder, 'pegsmith.toml'), project(20))
  const built = copyOf(folder)
  expect((await pegsmith(['build'], built)).code).toBe(0)
  return { folder, before, after: filesIn(join(built, 'output')) }
}

function copyOf(folder: string): string {
  const copy = emptyFolder()
  cpSync(folder, copy, { recursive: true })
  return copy
}

/** What the next build finds, before it makes anything: every part as it was or as it is to be, the state knows which, and nothing else lies there. */
async function expectWhole(
  folder: string,
  { before, after }: Awaited<ReturnType<typeof changedProject>>,
): Promise<void> {
  const output = join(folder, 'output')
  const store = await openStore(output)
  await store.close()
  const found = filesIn(output)
  for (const part of parts) {
    const filesOf = (files: ReadonlyMap<string, string>) => ['stl', 'json'].map((each) => files.get(`${part}.${each}`))
    expect([filesOf(before), filesOf(after)]).toContainEqual(filesOf(found))
    for (const file of store.parts.get(part)!.made!.files) expect(fileStands(output, file)).toBe('as made')
  }
  expect([...found.keys()].sort()).toEqual([...before.keys()].sort())
}

/**
 * Builds while something goes wrong at a call that changes the disk: at the first, then at one further on, and so on, until a build comes to its end.
 *
 * @returns How each of the others ended.
 */
async function atEachCall(
  kind: string,
  { step = 1, thread = 'main' },
  check: (folder: string) => Promise<void>,
): Promise<number[]> {
  const codes: number[] = []
  for (let call = 1; ; call += step) {
    const folder = copyOf(changed.folder)
    const env = { NODE_OPTIONS: `--import ${faults}`, DISK_FAULT: kind.replace('*', String(call)), DISK_THREAD: thread }
    const { code } = await pegsmith(['build', '--jobs', '2'], folder, env)
    await check(folder)
    if (code === 0) return codes
    codes.push(code)
  }
}

const changed = await changedProject()

test('killed before any change of the disk, or amid what it writes, a build leaves each part as it was or as it is to be', async () => {
  const whole = (folder: string) => expectWhole(folder, changed)
  const kills = [
    await atEachCall('kill-before:*', { step: 4 }, whole),
    await atEachCall('kill-half:*', { step: 7 }, whole),
    await atEachCall('kill-before:*', { step: 2, thread: 'workers' }, whole),
  ]
  for (const codes of kills) expect(codes.length).toBeGreaterThan(3)
  for (const code of kills.flat()) expect(code).toBe(KILLED)
}, 180_000)

test('of a disk that is full from any change on, each part is whole, the build says so, and the next one makes the rest', async () => {
  const mended = async (folder: string) => {
    await expectWhole(folder, changed)
    expect((await pegsmith(['build'], folder)).code).toBe(0)
    expect(filesIn(join(folder, 'output'))).toEqual(changed.after)
  }
  const codes = [
    ...(await atEachCall('ENOSPC:*+', { step: 11 }, mended)),
    ...(await atEachCall('ENOSPC:*+', { step: 4, thread: 'workers' }, mended)),
  ]
  expect(codes.length).toBeGreaterThan(4)
  for (const code of codes) expect(code).toBe(1)
}, 180_000)
