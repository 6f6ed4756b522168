import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readState } from '../../src/build/store/read-state.ts'
import { openStore } from '../../src/build/store/store.ts'
import { randomNumbers } from '../support/breakage.ts'
import { emptyFolder } from '../support/pegsmith.ts'
import { bundled, ended, start } from '../support/run-script.ts'
import { filesBy, outputOf } from './wall.ts'

/** Processes at a time, each with an output folder of its own, and how often each is killed. */
const [LANES, KILLS] = [4, 35]

/** How many parts a process makes at the most before it is killed, and milliseconds for which it goes on after the last of them at the most. */
const [MOST, LONGEST] = [3, 20]

test('killed at any moment under load, hundreds of times, no part is mixed and none that was told to be made is lost', async () => {
  const work = await bundled('test/build/work.ts')
  let [made, interrupted] = [0, 0]

  async function lane(seed: number): Promise<void> {
    const random = randomNumbers(seed)
    const output = join(emptyFolder(), 'out')
    const told = new Map<string, number>()
    for (let i = 0; i < KILLS; i++) {
      const child = start(work, ['endless', output])
      let left = random() * MOST
      child.stdout!.on('data', (data: Buffer) => {
        left -= data.toString().split('\n').length - 1
        if (left <= 0) setTimeout(() => child.kill('SIGKILL'), random() * LONGEST)
      })
      const { by, lines } = await ended(child)
      expect([by, lines[0]]).toEqual(['SIGKILL', 'ready'])
      for (const [what, part, version] of lines.slice(1).map((line) => line.split(' '))) {
        expect(what).toBe('made')
        told.set(part, Number(version))
      }
      made += lines.length - 1
      interrupted += readState(output).waiting.length > 0 ? 1 : 0
      // Else the next process finishes what this one had promised, and may be killed while it does.
      if (i % 2 === 0) await expectWhole(output, told)
    }
    await expectWhole(output, told)
  }

  await Promise.all(Array.from({ length: LANES }, (_, seed) => lane(seed)))
  expect(made).toBeGreaterThanOrEqual(LANES * KILLS)
  expect(interrupted).toBeGreaterThan(KILLS / 10)
}, 240_000)

async function expectWhole(output: string, told: ReadonlyMap<string, number>): Promise<void> {
  const store = await openStore(output)
  expect(outputOf(output)).toEqual(filesBy(store.parts, new Map()))
  await store.close()
  for (const [part, version] of told)
    expect(Number(store.parts.get(part)!.made!.fingerprint)).toBeGreaterThanOrEqual(version)
  expect(existsSync(join(output, '.pegsmith/staging'))).toBe(false)
}
