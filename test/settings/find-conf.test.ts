import { mkdirSync, symlinkSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { findConf } from '../../src/settings/conf-file.ts'
import { confEndings } from '../../src/settings/formats/format.ts'
import { emptyFolder } from '../support/pegsmith.ts'
import { fileWith } from '../support/settings.ts'

const deep = (root: string) => {
  const folder = join(root, 'a/b/c')
  mkdirSync(folder, { recursive: true })
  return folder
}

test.each(confEndings)('pegsmith%s is found in the folder', (ending) => {
  const folder = emptyFolder()
  fileWith(`pegsmith${ending}`, '', folder)
  expect(findConf(folder)).toBe(`pegsmith${ending}`)
})

test('the nearest parent wins, and its path is as seen from the folder', () => {
  const root = emptyFolder()
  const folder = deep(root)
  fileWith('pegsmith.toml', '', root)
  expect(findConf(folder)).toBe('../../../pegsmith.toml')
  expect(findConf(relative('.', folder))).toBe('../../../pegsmith.toml')
  fileWith('a/b/pegsmith.ini', '', root)
  expect(findConf(folder)).toBe('../pegsmith.ini')
  fileWith('a/b/c/.pegsmith.toml', '', root)
  fileWith('a/b/c/pegsmith.txt', '', root)
  expect(findConf(folder)).toBe('../pegsmith.ini')
})

test('none is none', () => {
  expect(findConf(deep(emptyFolder()))).toBeUndefined()
})

test('two side by side are refused, even farther up', () => {
  const root = emptyFolder()
  fileWith('pegsmith.yaml', '', root)
  fileWith('pegsmith.json', '', root)
  expect(() => findConf(root)).toThrow('pegsmith.json and pegsmith.yaml: lie side by side: say which with --conf')
  const folder = deep(root)
  expect(() => findConf(folder)).toThrow('../../../pegsmith.json and ../../../pegsmith.yaml: lie side by side')
  fileWith('a/pegsmith.toml', '', root)
  expect(findConf(folder)).toBe('../../pegsmith.toml')
})

test('a link that leads nowhere is meant, too', () => {
  const folder = emptyFolder()
  symlinkSync('/nowhere.toml', join(folder, 'pegsmith.toml'))
  expect(findConf(folder)).toBe('pegsmith.toml')
})
