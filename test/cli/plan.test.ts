import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emptyFolder, pegsmith } from '../support/pegsmith.ts'

const folderWith = (...names: readonly string[]) => {
  const folder = emptyFolder()
  list(folder, ...names)
  return folder
}

const list = (folder: string, ...names: readonly string[]) =>
  writeFileSync(
    join(folder, 'pegsmith.json'),
    JSON.stringify({ quality: 'draft', part: names.map((name) => ({ name, design: 'blank' })) }),
  )

test.concurrent(
  '--dry-run tells which parts are no longer in the project, and removes none, with --prune either',
  async () => {
    const folder = folderWith('kept', 'gone')
    expect((await pegsmith(['build'], folder)).code).toBe(0)
    list(folder, 'kept')
    const { code, stderr } = await pegsmith(['build', '--dry-run', '--prune'], folder)
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'pegsmith: gone: no longer in the project; --prune removes gone.stl, gone.json\n',
    })
    const { stdout } = await pegsmith(['build', '--dry-run', '--json'], folder)
    expect(stdout.split('\n', 2).map((line) => JSON.parse(line) as unknown)).toEqual([
      { event: 'orphan', part: 'gone', removed: false, files: ['gone.stl', 'gone.json'] },
      { event: 'planned', parts: [{ part: 'kept', make: false, reason: 'up to date', details: [] }] },
    ])
    expect(existsSync(join(folder, 'output/gone.stl'))).toBe(true)
  },
)

test.concurrent.each([
  [['--merge', '--plates', '--prune'], '--merge and --plates and --prune'],
  [['--merge', '--shard', '1/2'], '--merge and --shard'],
  [['--recover', '--all'], '--recover and --all'],
])('%j is refused: what makes nothing takes no word on how', async (asked, named) => {
  const { code, stderr } = await pegsmith(['build', ...asked], folderWith('plain'))
  expect({ code, stderr }).toEqual({ code: 2, stderr: `pegsmith: build: ${named} cannot go together\n` })
})
