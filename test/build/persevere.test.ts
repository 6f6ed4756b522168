import { expect, test } from 'vitest'
import { patience } from '../../src/build/patience.ts'
import { persevere } from '../../src/build/persevere.ts'

test('tries without a pause between them end, too, when somebody asks to stop', async () => {
  const asked = new AbortController()
  let tries = 0
  const refused = () => {
    // Without a turn for anything else in between, nobody could ask.
    if (++tries > 100_000) asked.abort()
    return Promise.reject(Object.assign(new Error('busy'), { code: 'EBUSY' }))
  }
  setTimeout(() => asked.abort(), 20)
  const perseverance = { patience: patience('forever', [0]), stop: asked.signal }
  await expect(persevere(refused, perseverance, () => {})).rejects.toThrow('busy')
  expect(tries).toBeGreaterThan(1)
  expect(tries).toBeLessThan(100_000)
})
