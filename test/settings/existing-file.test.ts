import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { RequestProblem } from '#design'
import { writeSettings } from '../../src/settings/write-settings.ts'
import {
  comparable,
  configured,
  designNamed,
  dump,
  fileWith,
  presentOf,
  settingsOf,
  valuesOf,
} from '../support/settings.ts'

const design = designNamed('battery-holder')
const blank = designNamed('blank')
const given = { columns: 5, rows: 2, label: 'mine' }

/** What every file below says besides the own table, in its own notation. */
const rest = {
  toml: '# about all\nrows = 3 # of all\n\n# the blank\n[blank] # a plate\ncolumns = 2\n\n[presets.box] # a set\nrows = 4\n',
  yaml: '# about all\nrows: 3 # of all\n\n# the blank\nblank: # a plate\n  columns: 2\n\npresets: {box: {rows: 4}} # a set\n',
  ini: '; about all\nrows = 3 ; of all\n\n; the blank\n[blank] ; a plate\ncolumns = 2\n\n[presets.box]\n# a set\nrows = 4\n',
  jsonc:
    '\n  // about all\n  "rows": 3, // of all\n\n  /* the blank */\n  "blank": { "columns": 2 }, // a plate\n  "presets": { "box": { "rows": 4 } } // a set\n',
}

/** The own table in odd forms, before what else there is or after it; its comments say so. */
const files: [name: string, file: string, text: string][] = [
  ['TOML inline table', 'a.toml', 'battery-holder = { columns = 3 } # mine 1\n' + rest.toml],
  ['TOML dotted keys', 'a.toml', 'battery-holder.columns = 3 # mine 1\nbattery_holder.rows = 3\n' + rest.toml],
  [
    'TOML with _',
    'a.toml',
    '[battery_holder] # mine 1\n# mine 2\n\tcolumns = 3 # mine 3\n' +
      rest.toml.replace('rows = 3 # of all', '# of all'),
  ],
  [
    'TOML quoted',
    'a.toml',
    rest.toml + '\n[ "battery-holder" ]\nlabel = """\nx no comment""" # mine 1\n# mine 2\n\n# mine 3',
  ],
  [
    'TOML with a table in it',
    'a.toml',
    rest.toml + '[battery-holder]\nrows = 1\n[battery-holder.further]\nx = 1 # mine 1\n',
  ],
  ['TOML without it', 'a.toml', rest.toml],
  ['TOML with blank lines at its end', 'a.toml', rest.toml + '\n\n\n'],
  ['YAML flow map', 'a.yaml', 'battery-holder: {columns: 3} # mine 1\n' + rest.yaml],
  ['YAML with _', 'a.yml', rest.yaml + 'battery_holder: # mine 1\n    # mine 2\n    columns: 3 # mine 3\n# mine 4\n'],
  ['YAML between others', 'a.yaml', 'lean: 5\n"batteryHolder":\n  columns: 3\n\n# mine 1\n' + rest.yaml],
  ['YAML with a start', 'a.yaml', '---\n' + rest.yaml],
  [
    'INI twice',
    'a.ini',
    rest.ini +
      '[battery-holder] ; mine 1\ncolumns=3 # mine 2\n[outlet]\ncolumns=3\n[battery-holder]\n; mine 3\nrows = "3" ; mine 4\n',
  ],
  ['INI with _', 'a.ini', rest.ini + '[battery_holder]\n  label = "a ; b"'],
  ['JSONC with commas', 'a.jsonc', `{${rest.jsonc.replace('} // a set', '}, // a set')}}`],
  [
    'JSONC within',
    'a.jsonc',
    `// mine 1\n{\n  "battery-holder": { // mine 2\n    /* mine 3\n    and on */ "columns": 3, // mine 4\n  }, // mine 5${rest.jsonc}}\n// mine 6\n`,
  ],
  ['JSONC without it', 'a.jsonc', `{${rest.jsonc}}`],
  ['JSONC of comments', 'a.jsonc', '// mine 1\n/* mine 2 */\n'],
  [
    'JSON',
    'a.json',
    '{\n  "$schema": "pegsmith.schema.json",\n  "rows": 3,\n  "battery_holder": { "columns": 3 },\n  "blank": { "columns": 2 }\n}',
  ],
  ['JSON in one line', 'a.json', '{"rows": 3, "blank": {"columns": 2}, "presets": {"box": {"rows": 4}}}'],
  ['nothing', 'a.jsonc', ''],
  ['nothing in JSON', 'a.json', '{}'],
]
const variants = files.flatMap(([name, file, text]) => [
  [name, file, text] as const,
  [`${name}, CRLF`, file, text.replaceAll('\n', '\r\n')] as const,
  [`${name}, byte order mark`, file, '\ufeff' + text] as const,
])

const comments = /(mine \d|about all|of all|the blank|a plate|a set|and on)/g

test.each(variants)('%s: all else stays as it is', async (_, file, text) => {
  const path = fileWith(file, text)
  const before = valuesOf(blank, (await configured(blank, path)).settings)
  const box = (await configured(blank, path, { preset: 'box' })).settings.get('rows')?.value
  const present = presentOf(design, given)
  const after = await dump(present, path)

  const { settings, problems } = await configured(design, path)
  expect(problems).toEqual([])
  expect(comparable(settingsOf(design), valuesOf(design, settings))).toEqual(
    comparable(settingsOf(design), present.resolved),
  )
  expect(valuesOf(blank, (await configured(blank, path)).settings)).toEqual(before)
  expect((await configured(blank, path, { preset: 'box' })).settings.get('rows')?.value).toEqual(box)

  expect(new Set(after.match(comments))).toEqual(new Set(text.match(comments)))
  expect(after.startsWith('\ufeff')).toBe(text.startsWith('\ufeff'))
  if (text.includes('\r\n')) expect(after).not.toMatch(/[^\r]\n/)
  expect(await dump(present, path)).toBe(after)
})

test.each(variants.filter(([, , text]) => text.includes('about all')))(
  '%s: lines of others are kept',
  async (_, file, text) => {
    const path = fileWith(file, text)
    const after = (await dump(presentOf(design, given), path)).split(/(?<=\n)/)
    const there = text.split(/(?<=\n)/)
    const others = Object.values(rest).flatMap((each) => each.split('\n').filter(Boolean))
    // What was last in JSONC gets a comma.
    const kept = there.filter((line) => others.includes(line.trimEnd()) && !line.includes('} // a set'))
    expect(kept.length).toBeGreaterThan(3)
    for (const line of kept) expect(after).toContain(line)
  },
)

test('lines with ends of both kinds keep them', async () => {
  const path = fileWith('a.toml', '# one\r\nrows = 3\n\r\n[blank]\ncolumns = 2\r\n')
  expect(await dump(presentOf(design, given), path)).toMatch(/^# one\r\nrows = 3\n\r\n\[blank\]\ncolumns = 2\r\n\r\n\[/)
})

test('comments that pegsmith wrote do not pile up as values and the rest of the file change', async () => {
  const path = fileWith('a.toml', '')
  const fresh = await dump(presentOf(design, {}), path)
  const same = await dump(presentOf(design, { rows: 3 }), fileWith('b.toml', 'rows = 3\n' + fresh))
  expect(same).toContain('; the same for every design')
  const other = fileWith('c.toml', same.replace(/^rows = 3\n/, ''))
  await dump(presentOf(design, { columns: 9 }), other)
  expect(await dump(presentOf(design, {}), other)).toBe(fresh)
})

test.each([
  ['a list of keys', 'a.yaml', '- 1\n'],
  ['a flow map', 'a.yaml', '{rows: 3}\n'],
  ['a document with an end', 'a.yaml', 'rows: 3\n...\n'],
  ['an anchor in the own table that others use', 'a.yaml', 'battery-holder: &x\n  columns: 3\nblank: *x\n'],
  ['old line ends', 'a.ini', 'lean=5\r[battery-holder]\rcolumns=3\r[blank]\rcolumns=1\r'],
  ['text', 'a.toml', 'columns\n'],
  ['a list', 'a.json', '[1]'],
  ['bytes', 'a.ini', '\0'],
  ['another own table', 'a.json', '{"battery-holder": {"columns": 3}, "batteryHolder": {"columns": 4}}'],
])('a file of %s cannot take the settings, and stays', async (_, file, text) => {
  const path = fileWith(file, text)
  const refused = await writeSettings(presentOf(design, given), { path }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(RequestProblem)
  expect((refused as Error).message).toContain(path)
  expect(readFileSync(path, 'utf8')).toBe(text)
})
