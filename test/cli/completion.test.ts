import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { boards } from '#pegboard'
import { catalogue } from '../../src/index.ts'
import { missing } from '../external/programs.ts'
import { loadedBy } from '../support/loaded-by.ts'
import { emptyFolder } from '../support/pegsmith.ts'
import { fileWith } from '../support/settings.ts'
import { offered, type Ready, ready, type Shell } from '../support/shells.ts'

const shells: readonly Shell[] = ['bash', 'zsh', 'fish']
const absent = missing(...shells, 'script')
if (process.env.CI && absent.length > 0) throw new Error(`not installed: ${absent.join(', ')}`)

const project = `
part = [{ Name = "aa", design = "battery-holder", parameters = { columns = [2, 4] } }, { design = "blank" }, { design = "./My_Hook.js" }]
`

describe.each(shells)('%s', (shell) => {
  describe.skipIf(absent.includes(shell) || absent.includes('script'))('offers', () => {
    const files = ['my-hook.js', 'owl.stl']
    const wall = dirname(fileWith('pegsmith.toml', project))
    fileWith('shed.yaml', 'part: [{ name: racks, design: [blank, outlet] }, nonsense]', wall)
    let at: Ready
    beforeAll(async () => {
      const folder = emptyFolder()
      for (const name of files) writeFileSync(join(folder, name), '')
      at = await ready(shell, folder)
    })

    test('commands', async () => {
      expect(await offered(at, 'pegsmith ')).toEqual(expect.arrayContaining(['completion', 'generate', 'list', 'show']))
      expect(await offered(at, 'pegsmith gen')).toEqual(['generate'])
    })

    test('designs of the catalogue, and files where a path is begun', async () => {
      expect(await offered(at, 'pegsmith generate ')).toEqual(catalogue.map(({ name }) => name).sort())
      expect(await offered(at, 'pegsmith generate blank')).toEqual(['blank'])
      expect(await offered(at, 'pegsmith show out')).toEqual(['outlet'])
      expect(await offered(at, 'pegsmith generate my')).toEqual(['my-hook.js'])
      expect(await offered(at, 'pegsmith generate ./my')).toEqual(['./my-hook.js'])
    })

    test('parameters of the design that were not given yet', async () => {
      expect(await offered(at, 'pegsmith generate blank --bo')).toEqual(['--board', '--board-thickness'])
      expect(await offered(at, 'pegsmith generate blank --board skadis --bo')).toEqual(['--board-thickness'])
      expect(await offered(at, 'pegsmith generate goat-hook --no')).toEqual(['--no-beard', '--no-conf'])
      expect(await offered(at, 'pegsmith generate hex-bit-rack ')).toEqual(
        expect.arrayContaining(['--bit', '--columns', '--help', '--output']),
      )
    })

    test('values of a choice', async () => {
      expect(await offered(at, 'pegsmith generate blank --board ')).toEqual(Object.keys(boards).sort())
      expect(await offered(at, 'pegsmith generate blank --board us')).toEqual(['us-eighth-inch', 'us-quarter-inch'])
      expect(await offered(at, 'pegsmith generate blank --board=m')).toEqual(['--board=metric-25'])
      const joined = await offered(at, 'pegsmith generate blank --board=')
      expect(joined.map((word) => word.replace('--board=', '')).sort()).toEqual(Object.keys(boards).sort())
      expect(await offered(at, 'pegsmith generate --format=stl --board m')).toEqual(['metric-25'])
    })

    test('files where one is asked for', async () => {
      expect(await offered(at, 'pegsmith generate blank --output ')).toEqual(files)
      expect(await offered(at, 'pegsmith generate blank -o ow')).toEqual(['owl.stl'])
      expect(await offered(at, 'pegsmith generate blank --output=ow')).toEqual(['--output=owl.stl'])
      expect(await offered(at, 'pegsmith generate goat-hook --sculpture ')).toEqual(files)
      expect(await offered(at, 'pegsmith init ')).toEqual(files)
    })

    test('parts of the project that were not named yet, and files where there is none', async () => {
      expect(await offered(at, 'pegsmith build ')).toEqual(files)
      const walled = { ...at, folder: wall }
      expect(await offered(walled, 'pegsmith build ')).toEqual(['aa', 'blank', 'my-hook'])
      expect(await offered(walled, 'pegsmith status my')).toEqual(['my-hook'])
      expect(await offered(walled, 'pegsmith build aa ')).toEqual(['blank', 'my-hook'])
      expect(await offered(walled, 'pegsmith build --conf shed.yaml ')).toEqual(['racks'])
      expect(await offered(walled, 'pegsmith build she')).toEqual(['shed.yaml'])
    })

    test('settings of builds, and parameters of all designs', async () => {
      expect(await offered(at, 'pegsmith build --pl')).toEqual(['--plate-spacing', '--plate-thickness', '--plates', '--play']) // prettier-ignore
      expect(await offered(at, 'pegsmith build --retry ')).toEqual(['forever', 'limited', 'none'])
      expect(await offered(at, 'pegsmith build --bed prusa-m')).toEqual(['prusa-mini', 'prusa-mk3', 'prusa-mk4'])
    })

    // fish is asked without a terminal, where the cursor is at the end.
    if (shell === 'fish') return
    test('the same whatever is behind the cursor', async () => {
      expect(await offered(at, 'pegsmith generate blank --board m', ' --columns 3')).toEqual(['metric-25'])
    })
  })
})

test('no more is loaded than for a list of the designs', async () => {
  const words = ['pegsmith', 'generate', 'blank', '--board', '']
  expect(await loadedBy(['--get-yargs-completions', ...words])).toEqual(await loadedBy(['list']))
})
