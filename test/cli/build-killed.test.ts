import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { fileStands } from '../../src/build/store/made-file.ts'
import { readState } from '../../src/build/store/read-state.ts'
import { openStore } from '../../src/build/store/store.ts'
import { pegsmith, start } from '../support/pegsmith.ts'
import { bytesIn, cube, project, rewrite } from '../support/project.ts'

/** Parts, of which each edition has other files, many and larger than a page of memory. */
const parts = (edition: number) => [
  { name: 'sweep', parameters: { edge: Array.from({ length: 12 }, (_, i) => i + 2 + edition / 4) } },
  { name: 'late', needs: ['sweep'], parameters: { edge: 20 + edition } },
]

test('killed at any instant, a build leaves each part old or new, and the next build leaves what one would have that was let alone', async () => {
  const undisturbed = [0, 1].map((edition) => project(parts(edition)))
  for (const folder of undisturbed) expect((await pegsmith(['build'], folder)).code).toBe(0)
  const editions = undisturbed.map((folder) => bytesIn(join(folder, 'out')))
  const folder = project(parts(0))
  const out = join(folder, 'out')
  expect((await pegsmith(['build'], folder)).code).toBe(0)
  const seen = new Set<string>()
  for (let i = 1; i <= 16; i++) {
    rewrite(folder, parts(i % 2))
    const run = start(['build', '--jobs', '2'], folder)
    // From the beginning of its work to its end, evenly, and a little by chance.
    if (i % 10 !== 0) await run.wrote('to make')
    await pause(Math.random() * 20 + (i / 16) * 350)
    run.child.kill('SIGKILL')
    await run.ended
    // What the journal promised is finished first: then each part is whole, as before or as it is to be.
    await (await openStore(out)).close()
    const { parts: known, waiting, news } = readState(out)
    expect({ waiting, news }).toEqual({ waiting: [], news: [] })
    for (const { made } of known.values()) for (const file of made!.files) expect(fileStands(out, file)).toBe('as made')
    const found = bytesIn(out)
    const names = Object.keys(found).filter((name) => name.endsWith('.stl'))
    const now = names.map((name) => {
      const mates = [name, name.replace('.stl', '.json')]
      const of = editions.findIndex((edition) => mates.every((mate) => found[mate] === edition[mate]))
      expect(of, `${name} is of one edition`).toBeGreaterThanOrEqual(0)
      return of
    })
    seen.add([...new Set(now)].sort().join())
    if (i % 5 !== 0) continue
    const { code, stderr } = await pegsmith(['build', '--prune'], folder)
    expect(code, stderr).toBe(0)
    expect(bytesIn(out)).toEqual(editions[i % 2])
  }
  expect(seen.size, 'some kills came in the middle').toBeGreaterThan(1)
}, 120_000)

test.concurrent('the lock of a killed build is taken over, and that is told', async () => {
  const folder = project([{ name: 'a', design: './a.js' }, { name: 'b' }], { 'a.js': cube('for (;;);') })
  const run = start(['build'], folder)
  await run.wrote('to make')
  run.child.kill('SIGKILL')
  expect((await run.ended).code).toBe(137)
  expect(existsSync(join(folder, 'out/.pegsmith/lock'))).toBe(true)
  const { code, stderr } = await pegsmith(['build', 'b'], folder)
  expect(code).toBe(0)
  expect(stderr).toMatch(
    new RegExp(
      `^pegsmith: build: warning: the build that began here at \\S+ \\(process ${run.child.pid}\\) did not come to its end\\n`,
    ),
  )
  expect(Object.keys(bytesIn(join(folder, 'out')))).toEqual(['.pegsmith/state.json', 'b.json', 'b.stl'])
})
