import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { start } from '../support/pegsmith.ts'
import { block, bytesIn, cube, project, rewrite } from '../support/project.ts'
import { fileWith } from '../support/settings.ts'

test('--watch builds again when the project, a design, what it requires or a model changes, until it is told to stop', async () => {
  const parts = [
    { name: 'a', design: './a.js' },
    { name: 'b' },
    { name: 'bust', design: 'goat-hook', parameters: { sculpture: 'm.obj' } },
  ]
  const more = { quality: 'draft' }
  const folder = project(
    parts,
    {
      'a.js': `const { size } = require('./size')\n${cube('edge = size')}`,
      'size.js': 'exports.size = 6',
      'm.obj': block(50),
    },
    more,
  )
  const run = start(['build', '--watch'], folder)
  let builds = 0
  const rebuilt = async (summary: string) => {
    await run.wrote(' g of filament', ++builds)
    await run.wrote(summary)
    expect(run.child.exitCode).toBeNull()
  }
  await rebuilt('3 made, 0 unchanged')
  await run.wrote('Waiting for changes; press Ctrl-C to stop.')

  writeFileSync(join(folder, 'size.js'), 'exports.size = 9')
  await rebuilt('a: made')
  expect(JSON.parse(readFileSync(join(folder, 'out/a.json'), 'utf8'))).toMatchObject({
    mesh: { bounds: { max: [4.5, 4.5, 9] } },
  })
  fileWith('m.obj', block(55), folder)
  await rebuilt('bust: made')
  rewrite(folder, [...parts.slice(0, 2), { name: 'c' }], more)
  await rebuilt('c: made')
  await run.wrote('bust: no longer in the project')

  // What is broken is told, and building goes on when it is mended.
  fileWith('pegsmith.json', '{ "output": "out", part: }', folder)
  await run.wrote('pegsmith.json:1')
  fileWith('a.js', cube('throw new Error("not today")'), folder)
  rewrite(folder, parts.slice(0, 2), more)
  await rebuilt('a.js:5: not today')
  rmSync(join(folder, 'a.js'))
  await run.wrote('a.js: no such file')
  fileWith('a.js', cube(), folder)
  await rebuilt('(failed before)')

  run.child.kill('SIGINT')
  const { code, stderr } = await run.ended
  expect(code).toBe(0)
  expect(stderr.match(/ g of filament/g)).toHaveLength(builds)
  expect(Object.keys(bytesIn(join(folder, 'out/.pegsmith')))).toEqual(['state.json'])
})
