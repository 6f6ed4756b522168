import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { transform } from 'sucrase'
import { expect, test } from 'vitest'
import { emptyFolder, shell } from '../support/pegsmith.ts'

const source = new URL('../../src/cli/progress.ts', import.meta.url)
const { code } = transform(readFileSync(source, 'utf8'), { transforms: ['typescript', 'imports'] })

type Steps = [string, number][]

/** Runs a program that does steps, each of which keeps its thread busy for so many milliseconds. */
function run(steps: Steps, redirection = '') {
  const folder = emptyFolder()
  writeFileSync(
    join(folder, 'work.cjs'),
    `${code}
    for (const [step, milliseconds] of ${JSON.stringify(steps)}) {
      exports.progress(step)
      const end = performance.now() + milliseconds
      while (performance.now() < end);
    }`,
  )
  return shell(`node work.cjs ${redirection}`, folder)
}

test.concurrent('work that takes less than a second is silent', async () => {
  const work: Steps = [
    ['bust.stl: reading', 100],
    ['bust.stl: checking', 100],
  ]
  expect(await run(work)).toEqual({ code: 0, stdout: '', stderr: '' })
})

test.concurrent('of longer work, the step at its first second and each later one is told as it goes on', async () => {
  const work: Steps = [
    ['bust.stl: reading', 200],
    ['bust.stl: checking', 2600],
    ['bust.stl: mending', 400],
  ]
  const told = 'pegsmith: bust.stl: checking …\npegsmith: bust.stl: mending …\n'
  expect(await run(work)).toEqual({ code: 0, stdout: '', stderr: told })
})

test.concurrent('nobody need listen', async () => {
  const work: Steps = [['bust.stl: reading', 2000]]
  for (const redirection of ['2>&-', '2>/dev/full']) expect(await run(work, redirection)).toMatchObject({ code: 0 })
})
