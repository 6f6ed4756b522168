import { chmodSync, closeSync, ftruncateSync, mkdirSync, openSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { RequestProblem } from '#design'
import { findConf, readConf } from '../../src/settings/conf-file.ts'
import { plain } from '../../src/settings/table.ts'
import { emptyFolder } from '../support/pegsmith.ts'
import { fileWith } from '../support/settings.ts'

/** What is told of a file, without its folder. */
async function refusal(path: string): Promise<string> {
  const error: unknown = await readConf(path).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(RequestProblem)
  expect((error as Error).message.startsWith(path)).toBe(true)
  return (error as Error).message.slice(path.lastIndexOf('/') + 1)
}

test.each([
  ['a.toml', 'columns = 3\nrows = \n', /^a\.toml:2:7: expected a value/],
  ['a.toml', 'battery = AA\n', /^a\.toml:1:11: .*"text"; there is AA/],
  ['a.toml', 'rows = # none\nlean = 5\n', /^a\.toml:1:7: expected a value/],
  ['a.toml', '[blank\n', /^a\.toml:1:7: expected ]/],
  ['a.toml', 'columns = 3\n columns = 4\n', /^a\.toml:2:2: columns is given twice/],
  ['a.toml', '[blank]\n[blank]\n', /^a\.toml:2:2: /],
  ['a.json', '{\n  "columns": 3,\n}\n', /^a\.json:3:1: expected a name in double quotes/],
  ['a.json', '{\n  columns: 3 }\n', /^a\.json:2:3: /],
  ['a.json', '{ "a": 1 // no\n}', /^a\.json:1:10: .*name the file \.jsonc/],
  ['a.json', '{ "a": 1,\n "a": 2 }', /^a\.json:2: a is given twice: line 1/],
  ['a.json', '[1]', /^a\.json:1:1: expected \{/],
  ['a.jsonc', '{ "a": 1 "b": 2 }', /^a\.jsonc:1:10: expected a comma/],
  ['a.jsonc', '/* x', /^a\.jsonc:1:1: /],
  ['a.yaml', 'columns: 3\n\trows: 4\n', /^a\.yaml:2:\d+: /],
  ['a.yaml', 'columns: "3\n', /^a\.yaml:\d+:\d+: missing closing/],
  ['a.yaml', 'a: 1\nb: 2\na: 3\n', /^a\.yaml:3: a is given twice: line 1/],
  ['a.yaml', '- 1\n', /^a\.yaml:1:1: expected key: value/],
  ['a.yaml', 'a: !mine 1\n', /^a\.yaml:1:4: /],
  ['a.yaml', 'a: &a [*a]\n', /^a\.yaml:1: \*a leads back to itself/],
  ['a.yaml', 'a: &a {b: {c: *a}}\n', /^a\.yaml:1: \*a leads back to itself/],
  ['a.yaml', 'a: 1\nb: *b\n', /^a\.yaml:2: there is no anchor &b/],
  ['a.yaml', 'a: *a\nb: &a 1\n', /^a\.yaml:1: there is no anchor &a/],
  ['a.ini', 'columns = 3\nrows\n', /^a\.ini:2:1: expected \[section\], key = value or ; comment/],
  ['a.ini', '[blank\n', /^a\.ini:1:1: /],
  ['a.ini', '[blank]\na=1\n[blank]\na=2\n', /^a\.ini:4: a is given twice: line 2/],
])('%s with %j is refused where it is wrong', async (name, text, told) => {
  expect(await refusal(fileWith(name, text))).toMatch(told)
  // What went before a line does not move it.
  expect(await refusal(fileWith(name, text.replaceAll('\n', '\r\n')))).toMatch(told)
  expect(await refusal(fileWith(name, '\ufeff' + text))).toMatch(told)
})

test('bytes that are no text are refused', async () => {
  expect(await refusal(fileWith('a.toml', 'a = 1\nb = "\0"\n'))).toBe('a.toml:2: holds a NUL byte: it is no text file')
  expect(await refusal(fileWith('a.ini', Buffer.from('a = 1\n', 'utf16le')))).toContain('NUL byte')
  expect(await refusal(fileWith('a.ini', Buffer.from([0x61, 0x3d, 0xe4])))).toBe('a.ini: is not text in UTF-8')
})

test.each([
  ['toml', 'a = 1\r\n# b\r\n[c]\r\nd = 2\r\n'],
  ['json', '{"a": 1,\r\n"c": {"d": 2}}'],
  ['jsonc', '{"a": 1, // b\r\n"c": {"d": 2},\r\n}'],
  ['yaml', 'a: 1\r\n# b\r\nc:\r\n  d: 2\r\n'],
  ['ini', 'a = 1\r\n; b\r\n[c]\r\nd = 2\r\n'],
])('%s takes a byte order mark and CRLF', async (ending, text) => {
  const { table } = await readConf(fileWith(`a.${ending}`, '\ufeff' + text))
  const value = (n: number) => (ending === 'ini' ? String(n) : n)
  expect(plain(table)).toEqual({ a: value(1), c: { d: value(2) } })
})

test('what is no file, or cannot be read, is refused', async () => {
  const folder = emptyFolder()
  mkdirSync(join(folder, 'a.toml'))
  expect(await refusal(join(folder, 'a.toml'))).toContain('cannot be read: it is a folder')
  expect(await refusal(join(folder, 'none.toml'))).toContain('cannot be read: ')
  expect(await refusal('/dev/null.toml')).toContain('cannot be read: ')
  expect(await refusal(fileWith('a.txt', ''))).toContain('ends in none of .toml, .json, .jsonc, .yaml, .yml, .ini')
  symlinkSync('pegsmith.toml', join(folder, 'pegsmith.toml'))
  expect(findConf(folder)).toBe('pegsmith.toml')
  expect(await refusal(join(folder, 'pegsmith.toml'))).toContain('cannot be read: ')
})

test.skipIf(process.getuid?.() === 0)('a file that is not ours to read is refused', async () => {
  const path = fileWith('a.toml', '')
  chmodSync(path, 0)
  expect(await refusal(path)).toContain('cannot be read: ')
})

test('a file of 100 MB is refused at once', async () => {
  const path = fileWith('a.yaml', '')
  const file = openSync(path, 'r+')
  ftruncateSync(file, 100_000_000)
  closeSync(file)
  const start = performance.now()
  expect(await refusal(path)).toContain('has 100000000 bytes')
  expect(performance.now() - start).toBeLessThan(200)
})

const DEEP = 10_000
const many = (text: string, times = DEEP) => text.repeat(times)

test.each([
  ['toml', `a = ${many('[')}${many(']')}`],
  ['toml', `a = ${many('{a=')}1${many('}')}`],
  ['toml', `${many('a.')}a = 1`],
  ['toml', `[${many('a.')}a]`],
  ['json', `{"a":${many('[')}${many(']')}}`],
  ['json', `${many('{"a":')}1${many('}')}`],
  ['jsonc', `${many('{"a":')}1${many('}')}`],
  ['yaml', `a: ${many('[')}${many(']')}`],
  ['yaml', `${many('- ')}1`],
  ['yaml', `a: ${many('{a: ')}1${many('}')}`],
  ['yaml', Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ['ini', `[${many('a.')}a]\nb=1`],
])('%s that is nested 10,000 deep is refused: %.20s', async (ending, text) => {
  expect(await refusal(fileWith(`a.${ending}`, text))).toContain('has tables or lists too deep within one another')
})

test('what people nest is taken', async () => {
  const { table } = await readConf(fileWith('a.yaml', `a: ${many('{a: ', 50)}1${many('}', 50)}`))
  expect(JSON.stringify(plain(table))).toBe(`${many('{"a":', 51)}1${many('}', 51)}`)
})

test.each([
  ['json', `{${Array.from({ length: 60_000 }, (_, i) => `"k${i}":1`).join(',\n')}}`],
  ['toml', Array.from({ length: 60_000 }, (_, i) => `k${i}=1`).join('\n')],
  ['ini', Array.from({ length: 60_000 }, (_, i) => `k${i}=1`).join('\n')],
  ['yaml', Array.from({ length: 40_000 }, (_, i) => `k${i}: 1`).join('\n')],
  ['yaml', `a: &a 1\n${Array.from({ length: 20_000 }, (_, i) => `k${i}: *a`).join('\n')}`],
])('%s of the largest size takes seconds, not minutes', { timeout: 10_000 }, async (ending, text) => {
  const { table } = await readConf(fileWith(`a.${ending}`, text))
  const last = [...table.values()].at(-1)
  expect(last?.line).toBe(text.split('\n').length)
})

test('YAML aliases stand for what was anchored last, and for no more than a person writes', async () => {
  const { table } = await readConf(fileWith('a.yaml', 'a: &x 1\nb: *x\nc: &x [2]\nd: [*x, *x]\n'))
  expect(plain(table)).toEqual({ a: 1, b: 1, c: [2], d: [[2], [2]] })
  const bomb = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}]`)
  expect(await refusal(fileWith('a.yaml', ['a0: &a0 [x]', ...bomb].join('\n')))).toContain(
    'holds more than 50000 values',
  )
})
