import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fileStands } from '../../src/build/store/made-file.ts'
import { readState } from '../../src/build/store/read-state.ts'
import { openStore, type Store } from '../../src/build/store/store.ts'
import { emptyFolder } from '../support/pegsmith.ts'
import { filesIn, filesOf, lay, madeOf, makePart, outputOf } from './wall.ts'

let output: string
beforeEach(() => (output = join(emptyFolder(), 'garage/wall')))
afterEach(() => vi.useRealTimers())

const at = (path: string) => join(output, path)
const stateOf = (folder: string) => readFileSync(join(folder, '.pegsmith/state.json'), 'utf8')

/** Works with a store, which is closed in the end. */
async function within<T>(work: (store: Store) => T | Promise<T>, folder = output): Promise<T> {
  const store = await openStore(folder)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

const makes = (part: string, version: number, force = false) => within((store) => makePart(store, part, version, force))

test('the files of a part come to the output folder, which is made, and the next build knows them', async () => {
  await within(async (store) => {
    await makePart(store, 'a', 1)
    expect(outputOf(output)).toEqual(filesOf('a', 1))
    expect(store.parts.get('a')).toEqual({ made: madeOf(filesOf('a', 1), '1'), attempts: 1 })
  })
  expect([...filesIn(output).keys()]).toEqual(['.pegsmith/state.json', 'a.json', 'a.obj', 'a.stl'])
  await within((store) => {
    expect(store.parts.get('a')!.made!.files.map((file) => fileStands(output, file))).toEqual(Array(3).fill('as made'))
    expect(store.news).toEqual([])
  })
})

test('a new version replaces the files of the old one, and deletes those that it has no more, but for one that was edited', async () => {
  await makes('a', 1)
  await makes('plates/', 1)
  await makes('a', 2)
  expect(outputOf(output)).toEqual(new Map([...filesOf('a', 2), ...filesOf('plates/', 1)]))
  writeFileSync(at('plates/plate.obj'), 'edited')
  await makes('plates/', 2)
  expect(outputOf(output).get('plates/plate.obj')).toBe('edited')
})

test('a part is made anew where its file was edited or deleted', async () => {
  await makes('a', 2)
  const [stl, json] = readState(output).parts.get('a')!.made!.files
  writeFileSync(at('a.stl'), 'edited')
  rmSync(at('a.json'))
  expect([fileStands(output, stl), fileStands(output, json)]).toEqual(['damaged', 'missing'])
  await makes('a', 2)
  expect([fileStands(output, stl), fileStands(output, json)]).toEqual(['as made', 'as made'])
})

test('a file that no part made is in the way; with force it is replaced', async () => {
  lay(output, new Map([['a.json', 'mine']]))
  await expect(makes('a', 1)).rejects.toThrow(/a\.json: was not made by pegsmith.*--force/)
  expect(outputOf(output)).toEqual(new Map([['a.json', 'mine']]))
  await makes('b', 2)
  writeFileSync(at('a.stl'), 'of part b')
  await makes('a', 1, true)
  expect(outputOf(output)).toEqual(new Map([...filesOf('a', 1), ...filesOf('b', 2)].toSorted()))
})

test('a file of another part is in the way like any other', async () => {
  await makes('a', 1)
  await within(async (store) => {
    const folder = store.stage('b')
    lay(folder, new Map([['a.stl', 'of b']]))
    await expect(store.commit('b', madeOf(new Map([['a.stl', 'of b']]), 'b'), folder, { attempts: 1 })).rejects.toThrow(
      /a\.stl: was not made/,
    )
  })
  expect(outputOf(output)).toEqual(filesOf('a', 1))
})

test('without a state, files of the same bytes are taken for what they are: the state comes back as it was', async () => {
  await makes('a', 1)
  const state = stateOf(output)
  rmSync(at('.pegsmith'), { recursive: true })
  await makes('a', 1)
  expect(stateOf(output)).toBe(state)
})

test('links, folders and pipes in a place are left alone, with force, too', async () => {
  const elsewhere = emptyFolder()
  lay(elsewhere, new Map([['far.stl', 'far']]))
  mkdirSync(at('b.stl'), { recursive: true })
  symlinkSync(join(elsewhere, 'far.stl'), at('a.stl'))
  symlinkSync(join(elsewhere, 'nothing'), at('c.stl'))
  symlinkSync(elsewhere, at('plates'))
  execFileSync('mkfifo', [at('d.stl')])
  for (const part of ['a', 'b', 'c', 'd', 'plates/'])
    for (const force of [false, true]) await expect(makes(part, 2, force)).rejects.toThrow(/is no plain file/)
  expect(filesIn(elsewhere)).toEqual(new Map([['far.stl', 'far']]))
  expect(outputOf(output).size).toBe(0)
})

test('a file that its owner protected is not replaced', async () => {
  await makes('a', 1)
  chmodSync(at('a.stl'), 0o444)
  await expect(makes('a', 2)).rejects.toThrow(/a\.stl: is read-only/)
  expect(outputOf(output)).toEqual(filesOf('a', 1))
})

test('what was staged by others, or damaged on its way, is refused', async () => {
  await within(async (store) => {
    const folder = store.stage('a')
    lay(folder, filesOf('a', 1))
    writeFileSync(join(folder, 'a.json'), 'other')
    const commit = store.commit('a', madeOf(filesOf('a', 1), '1'), folder, { attempts: 1 })
    await expect(commit).rejects.toThrow(/a\.json: is not what was made/)
  })
  expect(outputOf(output).size).toBe(0)
})

test('what could not be read back is not written down', async () => {
  for (const path of ['../a.stl', '/tmp/a.stl', '.pegsmith/a.stl', 'a//b']) {
    const files = new Map([['a.stl', 'x']])
    const made = { ...madeOf(files, '1'), files: [{ ...madeOf(files, '1').files[0], path }] }
    await within(async (store) => {
      const folder = store.stage('a')
      lay(folder, new Map([['b/a.stl', 'x'], ...files]))
      await expect(store.commit('a', made, join(folder, 'b'), { attempts: 1 })).rejects.toThrow()
      expect(store.parts.size).toBe(0)
    })
    expect([...filesIn(join(output, '..')).keys()]).toEqual([expect.stringMatching(/\/\.pegsmith\/state\.json$/)])
  }
})

/** Makes the output folder a file system of 64 kB; false where none can be mounted. */
function mountTiny(): boolean {
  mkdirSync(output, { recursive: true })
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', output], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test('on a full disk what is there stays, and the build goes on when there is room again', async ({ skip }) => {
  if (!mountTiny()) skip('no file system can be mounted here')
  try {
    await makes('a', 1)
    const room = at('room')
    writeFileSync(room, Buffer.alloc(24_000))
    await within(async (store) => {
      await expect(makePart(store, 'a', 6)).rejects.toThrow(/no space is left on the device/)
      expect(outputOf(output).get('a.stl')).toBe(filesOf('a', 1).get('a.stl'))
      rmSync(room)
      await makePart(store, 'a', 6)
    })
    expect(outputOf(output)).toEqual(filesOf('a', 6))
  } finally {
    execFileSync('umount', [output])
  }
})

test('in a read-only folder a store can be read but not opened', async ({ skip }) => {
  if (!mountTiny()) skip('no file system can be mounted here')
  try {
    await makes('a', 1)
    execFileSync('mount', ['-o', 'remount,ro', output])
    await expect(openStore(output)).rejects.toThrow(/\/wall\/\S*: is on a read-only file system/)
    expect([...readState(output).parts.keys()]).toEqual(['a'])
  } finally {
    execFileSync('umount', [output])
  }
})

test('a failure is kept with what was made before, until the part is made', async () => {
  const failure = { error: 'columns 99 is too much', at: '2026-01-02T03:04:05Z' }
  await makes('a', 1)
  await within((store) => store.fail('a', failure, 3))
  const made = madeOf(filesOf('a', 1), '1')
  await within((store) => expect(store.parts.get('a')).toEqual({ made, failure, attempts: 3 }))
  expect(outputOf(output)).toEqual(filesOf('a', 1))
  await makes('a', 1)
  await within((store) => expect(store.parts.get('a')).toEqual({ made, attempts: 1 }))
})

test('a part that is removed takes its files with it, but not one that was edited, unless it is forced', async () => {
  await makes('a', 1)
  await makes('plates/', 1)
  lay(output, new Map([['mine', '1']]))
  writeFileSync(at('a.stl'), 'edited')
  writeFileSync(at('plates/plate.stl'), 'edited')
  expect(await within((store) => store.remove('a'))).toEqual(['a.stl'])
  expect(await within((store) => store.remove('plates/', { force: true }))).toEqual([])
  expect(filesIn(output)).toEqual(
    new Map([
      ['.pegsmith/state.json', stateOf(output)],
      ['a.stl', 'edited'],
      ['mine', '1'],
    ]),
  )
  expect(JSON.parse(stateOf(output))).toEqual({ version: 1, parts: {} })
})

test('an attempt that came to nothing leaves nothing behind, however often it is repeated', async () => {
  await within((store) => {
    for (let attempt = 0; attempt < 5; attempt++) lay(store.stage('a'), filesOf('a', 1))
    expect(filesIn(at('.pegsmith/staging')).size).toBe(3)
  })
  expect([...filesIn(output).keys()]).toEqual(['.pegsmith/state.json'])
})

test('where no part was to be made, the state says so', async () => {
  await within(() => {})
  expect(JSON.parse(stateOf(output))).toEqual({ version: 1, parts: {} })
})

test('a build with nothing to do writes nothing', async () => {
  await makes('a', 1)
  const before = readFileSync(at('.pegsmith/state.json'))
  utimesSync(at('.pegsmith/state.json'), 1, 1)
  await within(() => {})
  expect(readFileSync(at('.pegsmith/state.json'))).toEqual(before)
  expect(readState(output).waiting).toEqual([])
  expect(fileStands(at('.pegsmith'), { path: 'state.json', sha256: '', bytes: 0 })).toBe('damaged')
})

const names = ['__proto__', 'constructor', 'toString', 'aa', '10', '9', 'ü', 'a b', 'plates/']

test('the same parts give the same state, whatever they are called and in whichever order they are made', async () => {
  const wanted = names.toSorted()
  const made = async (order: readonly string[]) => {
    const folder = emptyFolder()
    await within((store) => Promise.all(order.map((name) => makePart(store, name, 2))), folder)
    expect([...readState(folder).parts.keys()].toSorted()).toEqual(wanted)
    return stateOf(folder)
  }
  const state = await made(names)
  expect(Object.getPrototypeOf({})).toBe(Object.prototype)
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(names, { minLength: names.length }), async (order) => {
      expect(await made(order)).toBe(state)
    }),
    { numRuns: 10 },
  )
})

test('no clock decides: it may be set back by years, and files may be of any time', async () => {
  await makes('a', 1)
  const state = stateOf(output)
  vi.useFakeTimers({ toFake: ['Date'], now: 0 })
  for (const name of ['a.stl', 'a.json']) utimesSync(at(name), 4e9, 4e9)
  await within(async (store) => {
    expect(store.parts.get('a')!.made!.files.every((file) => fileStands(output, file) === 'as made')).toBe(true)
    await makePart(store, 'a', 2)
    await makePart(store, 'a', 1)
  })
  expect(stateOf(output)).toBe(state)
  expect(outputOf(output)).toEqual(filesOf('a', 1))
})

test('a store takes nothing once it is closed', async () => {
  const store = await openStore(output)
  await store.close()
  await expect(makePart(store, 'a', 1)).rejects.toThrow('the store is closed')
  expect(outputOf(output).size).toBe(0)
})

test('closing waits for what is under way', async () => {
  const store = await openStore(output)
  const making = Promise.all(['a', 'b', 'c'].map((part) => makePart(store, part, 2)))
  await store.close()
  await making
  expect([...readState(output).parts.keys()]).toEqual(['a', 'b', 'c'])
  expect(outputOf(output).size).toBe(6)
})

test('a link, a file or a pipe where the store keeps its own is refused', async () => {
  const elsewhere = emptyFolder()
  const strange: Record<string, (path: string) => void> = {
    '.pegsmith': (path) => symlinkSync(elsewhere, path),
    '.pegsmith/staging': (path) => symlinkSync(elsewhere, path),
    '.pegsmith/state.json': (path) => mkdirSync(path),
    '.pegsmith/journal': (path) => execFileSync('mkfifo', [path]),
  }
  for (const [name, put] of Object.entries(strange)) {
    const folder = emptyFolder()
    if (name.includes('/')) mkdirSync(join(folder, '.pegsmith'))
    put(join(folder, name))
    await expect(openStore(folder)).rejects.toThrow(/is no plain (file|folder): move it away/)
    expect(() => readState(folder)).toThrow(/is no plain/)
  }
  writeFileSync(join(elsewhere, '.pegsmith'), '')
  await expect(openStore(elsewhere)).rejects.toThrow(/\.pegsmith: is no plain folder/)
  await expect(openStore(join(elsewhere, '.pegsmith', 'x'))).rejects.toThrow(
    /leads through something that is no folder/,
  )
})
