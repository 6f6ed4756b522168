import { expect, test } from 'vitest'
import { emptyFolder, pegsmith, shell } from '../support/pegsmith.ts'

/** What the shell offers after some words. */
const completions = async (...words: string[]) =>
  (await pegsmith(['--get-yargs-completions', 'pegsmith', ...words], emptyFolder(), { SHELL: '/bin/bash' })).stdout
    .trimEnd()
    .split('\n')

test.concurrent('the script suits the shell, and bash takes it', async () => {
  const bash = await pegsmith(['completion'], emptyFolder(), { SHELL: '/bin/bash' })
  expect(bash).toMatchObject({ code: 0, stderr: '' })
  expect(await shell(`bash -n <(cat <<'EOF'\n${bash.stdout}EOF\n)`.replaceAll('pegsmith', 'p'))).toMatchObject({
    code: 0,
  })
  const zsh = await pegsmith(['completion'], emptyFolder(), { SHELL: '/bin/zsh' })
  expect(zsh.stdout).toContain('#compdef pegsmith')
})

test.concurrent('where a file is asked for, the shell is left to offer its files', async () => {
  for (const option of ['--output', '-o']) {
    expect(await completions('generate', 'blank', option, '')).toEqual([''])
    expect(await completions('generate', 'blank', option, 'b')).toEqual([''])
  }
})

test.concurrent('commands, designs, options and the values of choices are offered', async () => {
  expect(await completions('')).toEqual(expect.arrayContaining(['list', 'show', 'generate', 'completion']))
  expect(await completions('generate', '')).toEqual(expect.arrayContaining(['blank', 'hex-bit-rack']))
  expect(await completions('show', 'out')).toEqual(['outlet'])
  expect(await completions('generate', 'blank', '--')).toEqual(
    expect.arrayContaining(['--columns', '--board', '--output']),
  )
  expect(await completions('generate', 'blank', '--board', '')).toEqual([
    'us-quarter-inch',
    'us-eighth-inch',
    'metric-25',
    'skadis',
  ])
})
