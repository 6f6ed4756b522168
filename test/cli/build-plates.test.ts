import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { BuildEvent } from '../../src/build/event.ts'
import { filesIn } from '../build/wall.ts'
import { emptyFolder, pegsmith } from '../support/pegsmith.ts'

const project = `
[[part]]
name = "small"
design = "blank"
copies = 3
parameters = { columns = 1, rows = 1 }
[[part]]
name = "wide"
design = "blank"
`

function wall(): string {
  const folder = emptyFolder()
  writeFileSync(join(folder, 'pegsmith.toml'), project)
  return folder
}

test('plates hold every copy, are made anew only when something changed, and lie in a folder of their own', async () => {
  const folder = wall()
  const first = await pegsmith(['build', '--plates', '--bed', 'prusa-mk4'], folder)
  expect(first.code).toBe(0)
  const made = ['plates/plate-1.stl', 'plates/plates.json'].map((path) => join('output', path))
  expect(first.stdout.trim().split('\n').slice(-2)).toEqual(made)
  expect(first.stderr).toMatch(/^plate-1\.stl: small ×3, wide; \d+ % of 250 × 210 mm used$/m)
  const list = JSON.parse(readFileSync(join(folder, made[1]), 'utf8')) as { plates: { parts: { part: string }[] }[] }
  expect(list.plates.map(({ parts }) => parts.map(({ part }) => part))).toEqual([['small', 'small', 'small', 'wide']])

  const before = filesIn(join(folder, 'output'))
  const second = await pegsmith(['build', '--plates', '--bed', 'prusa-mk4'], folder)
  expect([second.code, second.stdout]).toEqual([0, ''])
  expect(filesIn(join(folder, 'output'))).toEqual(before)

  writeFileSync(join(folder, 'pegsmith.toml'), project.replace('copies = 3', 'copies = 4'))
  const third = await pegsmith(['build', '--plates', '--bed', 'prusa-mk4'], folder)
  expect(third.stderr).toMatch(/^plate-1\.stl: small ×4, wide;/m)
  expect(third.stdout.trim().split('\n')).toEqual(made)
})

test('a part that is larger than the bed is told, and so is what was made all the same', async () => {
  const folder = wall()
  const { code, stdout } = await pegsmith(['build', '--plates', '--bed', '60x50', '--json'], folder)
  expect(code).toBe(1)
  const events = stdout.trim().split('\n').map((line) => JSON.parse(line) as BuildEvent) // prettier-ignore
  expect(events.flatMap((each) => (each.event === 'failed' ? [each] : []))).toEqual([
    expect.objectContaining({
      part: 'plates',
      error: expect.stringMatching(/^wide is .* does not fit a bed of 60 × 50 mm$/) as string,
    }),
  ])
  expect(events.at(-1)).toMatchObject({ event: 'done', summary: { made: 2, failed: 0 } })
  expect(existsSync(join(folder, 'output/plates'))).toBe(false)
})

test('shards are joined one by one, too', async () => {
  const folder = wall()
  for (const shard of [1, 2]) {
    expect((await pegsmith(['build', '--shard', `${shard}/2`, '-o', `shard-${shard}`], folder)).code).toBe(0)
  }
  expect((await pegsmith(['build', '--merge', 'shard-1'], folder)).code).toBe(1)
  const { code, stderr } = await pegsmith(['build', '--merge', 'shard-2'], folder)
  expect([code, stderr]).toEqual([0, '2 of 2 parts joined\n'])
})
