import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { pegsmith, start } from '../support/pegsmith.ts'
import { busyFor, bytesIn, cube, eventsOf, madeBy, ofKind, project } from '../support/project.ts'
import { fileWith } from '../support/settings.ts'

/** Fails so often, as if a file were busy, and keeps count. */
const busy = (times: number) => `appendFileSync(at('tries'), '.')
  if (readFileSync(at('tries')).length <= ${times}) throw Object.assign(new Error('EBUSY: resource busy'), { code: 'EBUSY' })`

const parts = [{ name: 'busy', design: './busy.js' }, { name: 'after', needs: ['busy'] }, { name: 'other' }]
const busyProject = (times: number, more = {}) => project(parts, { 'busy.js': cube(busy(times)) }, more)

describe.concurrent('a trouble that may pass', () => {
  test('is tried again after each pause, and the waits are told', async () => {
    const folder = busyProject(2)
    const outcome = await pegsmith(['build', '--retry', 'limited', '--backoff', '2,0.2', '--json'], folder)
    const events = eventsOf(outcome)
    expect(outcome.code).toBe(0)
    const error = 'busy.js:6: EBUSY: resource busy'
    expect(ofKind(events, 'waiting')).toEqual([
      { event: 'waiting', part: 'busy', error, waited: 0, wait: 2 },
      { event: 'waiting', part: 'busy', error, waited: 1, wait: 2 },
      { event: 'waiting', part: 'busy', error, waited: 0, wait: 0.2 },
    ])
    const tries = ofKind(events, 'started').filter(({ part }) => part === 'busy')
    expect(tries.map(({ attempt }) => attempt)).toEqual([1, 2, 3])
    const { waited, made, seconds } = ofKind(events, 'done')[0].summary
    expect(made).toBe(3)
    expect(waited).toBeGreaterThan(2.1)
    expect(waited).toBeLessThan(seconds)
    // Nothing else waited for that.
    const told = events.flatMap((each) => ('part' in each ? [`${each.event} ${each.part}`] : []))
    expect(told.indexOf('ended other')).toBeLessThan(told.lastIndexOf('waiting busy'))
  })

  test('is tried as often as there are pauses with limited, without end with forever, once with none', async () => {
    const tries = async (times: number, ...args: string[]) => {
      const folder = busyProject(times)
      const { code, stderr } = await pegsmith(['build', ...args], folder)
      return [code, readFileSync(join(folder, 'tries')).length, /tried (\d) times/.exec(stderr)?.[1]]
    }
    expect(await tries(9, '--retry', 'limited', '--backoff', '0,0.1,0')).toEqual([1, 4, '4'])
    expect(await tries(7, '--retry', 'forever', '--backoff', '0.1,0')).toEqual([0, 8, undefined])
    expect(await tries(1, '--retry', 'none', '--backoff', '0')).toEqual([1, 1, undefined])
    expect(await tries(1, '--backoff', '0')).toEqual([1, 1, undefined])
  })

  test('can be a part that takes too long', async () => {
    const slow = cube(`appendFileSync(at('tries'), '.'); if (readFileSync(at('tries')).length === 1) for (;;);`)
    const folder = project(
      [{ name: 'slow', design: './slow.js' }],
      { 'slow.js': slow },
      { retry: 'limited', backoff: '0' },
    )
    const outcome = await pegsmith(['build', '--timeout', '1.5', '--json'], folder)
    expect(madeBy(outcome)).toEqual({ slow: 'never made' })
    expect(ofKind(eventsOf(outcome), 'started')).toMatchObject([{ attempt: 1 }, { attempt: 2 }])
  })

  test('is told to people in plain lines', async () => {
    const { code, stderr } = await pegsmith(['build', '--retry', 'limited', '--backoff', '1'], busyProject(1))
    expect(code).toBe(0)
    expect(stderr).toContain('pegsmith: busy: busy.js:6: EBUSY: resource busy; waiting 0 of 1 s\n')
    expect(stderr).toMatch(/3 made, 0 unchanged in \d\.\d s, 1\.\d s of waiting; /)
  })
})

test.concurrent('what will not pass is tried once', async () => {
  const folder = project(
    [
      { name: 'throws', design: './throws.js' },
      { name: 'denied', design: './denied.js' },
      { name: 'exits', design: './exits.js' },
    ],
    {
      'throws.js': cube('throw new Error("no such shape")'),
      'denied.js': cube('throw Object.assign(new Error("EACCES: denied"), { code: "EACCES" })'),
      'exits.js': cube('process.exit(0)'),
    },
    { retry: 'forever', backoff: '0' },
  )
  const outcome = await pegsmith(['build', '--json'], folder)
  expect(outcome.code).toBe(1)
  expect(ofKind(eventsOf(outcome), 'failed').map(({ part, error, attempts }) => [part, error, attempts])).toEqual([
    ['throws', 'throws.js:5: no such shape', 1],
    ['denied', 'denied.js:5: EACCES: denied', 1],
    ['exits', 'exits.js:5: the design ended its process', 1],
  ])
})

describe.concurrent('who asks to stop is heard at once, all is whole, and the next build goes on', () => {
  const waits = ['--retry', 'limited', '--backoff', '60']
  test.each([
    ['while a part waits', 'SIGINT', busy(1), waits, 'waiting 0 of 60 s', 130],
    ['while a part is made', 'SIGINT', busyFor(30), [], '3 of 3 parts to make', 130],
    ['while a part is made, by another program', 'SIGTERM', busyFor(30), [], '3 of 3 parts to make', 143],
  ] as const)('%s', async (_, signal, before, args, telling, code) => {
    const folder = project(parts, { 'busy.js': cube(before) })
    const run = start(['build', ...args], folder)
    await run.wrote(telling)
    await pause(300)
    const begun = performance.now()
    run.child.kill(signal)
    const ended = await run.ended
    expect(performance.now() - begun).toBeLessThan(2000)
    expect(ended.code).toBe(code)
    expect(ended.stderr).toMatch(/stopped; \d parts? left for the next build\n$/)
    // Of what was not done there is no trace.
    const left = Object.keys(bytesIn(join(folder, 'out')))
    expect(left.filter((name) => !['.pegsmith/state.json', 'other.json', 'other.stl'].includes(name))).toEqual([])

    fileWith('busy.js', cube(), folder)
    expect((await pegsmith(['build'], folder)).code).toBe(0)
    expect((await pegsmith(['build', '-o', 'fresh'], folder)).code).toBe(0)
    expect(bytesIn(join(folder, 'out'))).toEqual(bytesIn(join(folder, 'fresh')))
  })
})
