import { execFile } from 'node:child_process'
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { emptyFolder, type Outcome, pegsmith, program } from '../support/pegsmith.ts'

/** The README's chapter on projects as its examples: the language of each, and what it says. */
const examples = (() => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const chapter = readme.split('\n## A whole wall\n')[1].split('\n## ')[0]
  return [...chapter.matchAll(/^```(\w+)\n(.*?)^```/gms)].map(([, language, text]) => ({ language, text }))
})()

const textsIn = (language: string) => examples.flatMap((each) => (each.language === language ? [each.text] : []))

/** A folder in which `npx pegsmith` is the built program. */
const bin = emptyFolder()
writeFileSync(join(bin, 'npx'), `#!/bin/sh\nshift\nexec '${process.execPath}' '${program}' "$@"\n`, { mode: 0o755 })

/** Runs a line of shell as somebody would who has read the README. */
const typed = (line: string, folder: string, env: NodeJS.ProcessEnv = {}): Promise<Outcome> => {
  const path = { PATH: `${bin}:${process.env.PATH}` }
  return new Promise((resolve) => {
    execFile('sh', ['-c', line], { cwd: folder, env: { ...process.env, ...env, ...path } }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), stdout, stderr })
    })
  })
}

/** What differs from run to run, alike. */
const timeless = (text: string) =>
  text.replace(/\d+(\.\d)? s\b/g, '# s').replace(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/g, '# UTC')

/** A folder in which everything was done that the README says, and what each command printed. */
async function walked() {
  const folder = emptyFolder()
  const told: string[] = []
  const codes: number[] = []
  for (const { language, text } of examples) {
    if (language === 'js') writeFileSync(join(folder, 'shelf.js'), text)
    if (language === 'toml') appendFileSync(join(folder, 'pegsmith.toml'), text)
    if (language !== 'console') continue
    for (const [, line] of text.matchAll(/^\$ (.*)$/gm)) {
      const { code, stdout, stderr } = await typed(line, folder)
      const files = stdout.replace(/^output\/garage\/.*\n/gm, '')
      told.push(timeless(`$ ${line}\n${files}${stderr}`))
      codes.push(code)
    }
  }
  return { folder, told, codes }
}

test('the wall of the README is built as it says, and all that is kept of builds can be deleted', async () => {
  const { folder, told, codes } = await walked()
  expect(told.join('')).toBe(timeless(textsIn('console').join('')))
  expect(codes.filter((code) => code !== 0)).toEqual([1])
  const output = join(folder, 'output/garage')
  const list = JSON.parse(readFileSync(join(output, 'plates/plates.json'), 'utf8')) as { plates: unknown[] }
  expect(list.plates.length).toBe(1)

  const before = readFileSync(join(output, 'bits.stl'))
  rmSync(join(output, '.pegsmith'), { recursive: true })
  const { code, stderr } = await pegsmith(['build'], folder)
  expect([code, stderr]).toEqual([0, expect.stringContaining('6 made, 0 unchanged')])
  expect(readFileSync(join(output, 'bits.stl')).equals(before)).toBe(true)
})

test('shards are made by the lines of the README, and joined into what one machine makes', async () => {
  const [actions, job] = textsIn('yaml')
  const { strategy, steps } = (parse(actions) as { jobs: { wall: Workflow } }).jobs.wall
  const { spec } = parse(job) as { spec: Indexed }
  const run = steps.find((step) => step.run?.includes('pegsmith'))!.run!
  const [shell, option, line] = spec.template.spec.containers[0].command
  const [parallel, merge] = textsIn('sh')
  expect([shell, option, spec.completionMode]).toEqual(['sh', '-c', 'Indexed'])
  // Where there is no GNU parallel, another program does what it does with this line.
  const likewise = parallel.replace('parallel npx', 'xargs -P 2 -I {} npx')

  const whole = emptyFolder()
  await pegsmith(['init'], whole)
  expect((await pegsmith(['build'], whole)).code).toBe(0)
  const ways: readonly (readonly (readonly [line: string, env?: NodeJS.ProcessEnv])[])[] = [
    strategy.matrix.shard.map((shard) => [run.replaceAll('${{ matrix.shard }}', String(shard))] as const),
    [[likewise]],
    Array.from({ length: spec.completions }, (_, i) => [line, { JOB_COMPLETION_INDEX: String(i) }] as const),
  ]
  for (const lines of ways) {
    const folder = emptyFolder()
    await pegsmith(['init'], folder)
    const shards = await Promise.all(lines.map(([each, env]) => typed(each, folder, env)))
    expect(shards.filter(({ code }) => code !== 0)).toEqual([])
    expect(await typed(merge, folder)).toMatchObject({ code: 0 })
    expect((await typed(`diff -r output '${join(whole, 'output')}'`, folder)).stdout).toBe('')
    expect(existsSync(join(folder, 'output/garage/.pegsmith/state.json'))).toBe(true)
  }
  // What the state is in begins with a dot, and would be left behind.
  expect(steps.at(-1)!.with).toMatchObject({ 'include-hidden-files': true })
})

interface Workflow {
  readonly strategy: { readonly matrix: { readonly shard: readonly number[] } }
  readonly steps: readonly { readonly run?: string; readonly with?: object }[]
}

interface Indexed {
  readonly completions: number
  readonly completionMode: string
  readonly template: { readonly spec: { readonly containers: readonly { readonly command: readonly string[] }[] } }
}
