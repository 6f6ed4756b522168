import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { decide } from '../../src/build/decide.ts'
import { emptyFolder } from '../support/pegsmith.ts'

test('of a part that has changed it is told which parameters have, and which are new', () => {
  const output = emptyFolder()
  writeFileSync(join(output, 'shelf.json'), JSON.stringify({ parameters: { width: 20, 'hook-size': 3 } }))
  const state = { made: { fingerprint: 'before', files: [] }, attempts: 1 }
  const job = { name: 'shelf', fingerprint: 'now', parameters: { width: 30, hookSize: 3, depth: 5 } }
  expect(decide(job, state, output, false)).toEqual({
    make: true,
    reason: 'changed',
    details: ['width 20 → 30', 'depth is new'],
  })
})
