import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { writeWhole } from '../../src/files/whole.ts'
import { emptyFolder } from '../support/pegsmith.ts'

const bytes = new Uint8Array(100_000).fill(7)
let folder: string
beforeEach(() => (folder = emptyFolder()))

const at = (name: string) => join(folder, name)

test('folders on the way are made, and nothing but the file is left', () => {
  writeWhole(at('a/b/part.stl'), bytes)
  expect(readFileSync(at('a/b/part.stl'))).toEqual(Buffer.from(bytes))
  expect(readdirSync(at('a/b'))).toEqual(['part.stl'])
})

test('a file is replaced in one step: whoever has it open goes on reading the old one, and its mode stays', () => {
  writeFileSync(at('part.stl'), 'old')
  chmodSync(at('part.stl'), 0o640)
  const before = statSync(at('part.stl'))
  writeWhole(at('part.stl'), bytes)
  const after = statSync(at('part.stl'))
  expect(after.size).toBe(bytes.length)
  expect(after.ino).not.toBe(before.ino)
  expect(after.mode & 0o777).toBe(0o640)
})

test('a link stays a link, and the file that it leads to is written', () => {
  mkdirSync(at('elsewhere'))
  writeFileSync(at('elsewhere/real.stl'), 'old')
  symlinkSync(at('elsewhere/real.stl'), at('link.stl'))
  writeWhole(at('link.stl'), bytes)
  expect(lstatSync(at('link.stl')).isSymbolicLink()).toBe(true)
  expect(statSync(at('elsewhere/real.stl')).size).toBe(bytes.length)
})

test('a link to a file that is not there yet makes that file, folders and all', () => {
  symlinkSync('new/real.stl', at('link.stl'))
  writeWhole(at('link.stl'), bytes)
  expect(lstatSync(at('link.stl')).isSymbolicLink()).toBe(true)
  expect(statSync(at('new/real.stl')).size).toBe(bytes.length)
})

test('folders that were made for a file that cannot be written are removed again', () => {
  mkdirSync(at('kept'))
  expect(() => writeWhole(at(`kept/a/b/${'x'.repeat(300)}`), bytes)).toThrow(/the name is too long/)
  expect(readdirSync(folder, { recursive: true })).toEqual(['kept'])
})

test('a folder, a protected file, a path through a file and a full device are refused, each by its reason', () => {
  mkdirSync(at('folder.stl'))
  writeFileSync(at('protected.stl'), 'keep')
  chmodSync(at('protected.stl'), 0o444)
  const refused = {
    'folder.stl': /folder\.stl: is a folder/,
    'protected.stl': /protected\.stl: is read-only/,
    'protected.stl/part.stl': /leads through something that is no folder/,
    ['x'.repeat(300)]: /the name is too long/,
  }
  for (const [name, reason] of Object.entries(refused)) expect(() => writeWhole(at(name), bytes)).toThrow(reason)
  expect(readFileSync(at('protected.stl'), 'utf8')).toBe('keep')
  expect(readdirSync(folder).toSorted()).toEqual(['folder.stl', 'protected.stl'])
  if (existsSync('/dev/full'))
    expect(() => writeWhole('/dev/full', bytes)).toThrow('/dev/full: no space is left on the device')
})

/** A file system of 64 kB; undefined where one cannot be mounted. */
function tinyFileSystem(): string | undefined {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' })
    return folder
  } catch {
    return undefined
  }
}

test('on a full disk the file that was there is untouched and no other is left', ({ skip }) => {
  const tiny = tinyFileSystem()
  if (!tiny) skip('no file system can be mounted here')
  try {
    writeWhole(at('part.stl'), new Uint8Array(10_000))
    expect(() => writeWhole(at('part.stl'), bytes)).toThrow(/part\.stl: no space is left on the device/)
    expect(statSync(at('part.stl')).size).toBe(10_000)
    expect(readdirSync(folder)).toEqual(['part.stl'])
  } finally {
    execFileSync('umount', [folder])
  }
})
