import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pegsmith } from '../support/pegsmith.ts'
import { bytesIn, cube, eventsOf, madeBy, ofKind, project } from '../support/project.ts'

/** Designs that do what none should, and what is told of them. */
const troubles: Record<string, [code: string, error: RegExp]> = {
  throws: ['throw new Error("no such shape\\nat all")', /^throws\.js:5: no such shape$/],
  'throws-nothing': ['throw undefined', /^throws-nothing\.js: undefined$/],
  exits: ['process.exit(0)', /^exits\.js:5: the design ended its process$/],
  'exits-later': ['setTimeout(() => process.exit(3))', /^the design ended its process with 3$/],
  aborts: ['process.abort()', /^aborts\.js:5: process\.abort\(\) is not supported in workers$/],
  'throws-later': ['setTimeout(() => { throw new Error("too late") })', /^too late$/],
  rejects: ['Promise.reject(new Error("nobody waits"))', /^nobody waits$/],
  runs: ['for (;;);', /^took longer than 5 s, and was given up$/],
  hungry: [
    'const all = []; for (;;) all.push(new Array(1e5).fill(all.length + 0.5))',
    /^Worker terminated due to reaching memory limit/,
  ],
  'shapes-none': ['return []', /./],
}

test('a part that throws, ends its process or its thread, never ends, or takes all memory fails alone', async () => {
  const names = Object.keys(troubles)
  const files = Object.fromEntries(names.map((name) => [`${name}.js`, cube(troubles[name][0])]))
  const parts = names.flatMap((name, i) => [
    { name, design: `./${name}.js` },
    { name: `fine-${i}`, parameters: { edge: i + 1 } },
  ])
  const folder = project(parts, files)
  // Memory that is soon full.
  const env = { NODE_OPTIONS: '--max-old-space-size=60' }
  const outcome = await pegsmith(['build', '--json', '--jobs', '2', '--timeout', '5'], folder, env)
  expect(outcome.code, outcome.stderr).toBe(1)
  const events = eventsOf(outcome)
  const failed = Object.fromEntries(ofKind(events, 'failed').map(({ part, error }) => [part, error]))
  expect(Object.keys(failed)).toEqual(names)
  for (const name of names) expect(failed[name]).toMatch(troubles[name][1])
  expect(Object.keys(madeBy(outcome))).toEqual(names.map((_, i) => `fine-${i}`))
  const out = Object.keys(bytesIn(join(folder, 'out')))
  expect(out.filter((name) => !name.startsWith('fine-'))).toEqual(['.pegsmith/state.json'])
  expect(outcome.stderr).toBe('')
})

test.concurrent(
  'a design that ends the process while it is read is refused, and the others are not made either',
  async () => {
    const folder = project([{ name: 'a', design: './a.js' }, { name: 'b' }], { 'a.js': 'process.exit(0)' })
    const { code, stdout, stderr } = await pegsmith(['build'], folder)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toBe('pegsmith: a.js:1: the design ended its process\n')
  },
)

test.concurrent('what designs write to the console is no part of the output', async () => {
  const folder = project([{ name: 'a', design: './a.js' }], {
    'a.js': `console.log('loading')\n${cube("console.log('drawing'); process.stdout.write('really')")}`,
  })
  const { code, stdout, stderr } = await pegsmith(['build'], folder)
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'out/a.stl\nout/a.json\n' })
  expect(stderr).toContain('drawing')
  expect(stderr).toContain('really')
})
