import { basename } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Design, problemText } from '#design'
import { readProject } from '../../src/build/project/read-project.ts'
import { findDesign } from '../../src/make.ts'
import { isDesignFile } from '../../src/settings/paths.ts'
import { readConf } from '../../src/settings/conf-file.ts'
import { plain } from '../../src/settings/table.ts'
import { loadDesignFile } from '../../src/cli/design-file.ts'
import { emptyFolder } from '../support/pegsmith.ts'
import { fileWith } from '../support/settings.ts'

const load = async (word: string): Promise<Design> => (isDesignFile(word) ? loadDesignFile(word) : findDesign(word))

/** What is read of a project: in a folder of its own, unless it is written already. */
async function read(text: string, name = 'a.toml', path = fileWith(name, text)) {
  const { entries, problems } = await readProject(await readConf(path), load)
  const lines = problems.map((each) => `${each.place}: ${problemText(each)}`.replaceAll(path, basename(path)))
  return { entries, lines }
}

const named = async (text: string) => {
  const { entries, lines } = await read(text)
  expect(lines).toEqual([])
  return entries.map(({ name }) => name)
}

/** A part of a project, as TOML. */
const aa = (more: string) => `[[part]]\nname = "aa"\ndesign = "battery-holder"\n${more}\n`

test('a part is what the file says of it', async () => {
  const { entries, lines } = await read(`
output = "garage"
[[part]]
design = "fit-gauge"

[[part]]
name = "aa"
design = "battery-holder"
needs = "fit-gauge"
copies = 2
preset = "tall"
formats = ["stl-ascii"]
parameters = { cell_diameter = "1in", quality = "fine" }
`)
  expect(lines).toEqual([])
  const [gauge, holder] = entries
  expect({ ...gauge, design: gauge.design.name, place: gauge.place.replace(/^.*\//, '') }).toEqual({
    name: 'fit-gauge',
    group: 'fit-gauge',
    design: 'fit-gauge',
    place: 'a.toml:4',
    parameters: new Map(),
    needs: [],
    copies: 1,
  })
  expect({ ...holder, design: holder.design.name, place: holder.place.replace(/^.*\//, '') }).toEqual({
    name: 'aa',
    group: 'aa',
    design: 'battery-holder',
    place: 'a.toml:7',
    preset: 'tall',
    parameters: new Map([
      ['cell_diameter', { value: '1in', line: 13 }],
      ['quality', { value: 'fine', line: 13 }],
    ]),
    needs: ['fit-gauge'],
    copies: 2,
    formats: ['stl-ascii'],
  })
})

test.each([
  ['a.yaml', 'part:\n  - name: aa\n    design: battery-holder\n    parameters:\n      columns: [2, 4]\n'],
  ['a.json', '{"part": [{"name": "aa", "design": "battery-holder", "parameters": {"columns": [2, 4]}}]}'],
  ['a.jsonc', '{"part": [\n// two\n{"name": "aa", "design": "battery-holder", "parameters": {"columns": [2, 4]}}]}'],
])('it may be written in any format that has lists: %s', async (name, text) => {
  const { entries, lines } = await read(text, name)
  expect(lines).toEqual([])
  expect(entries.map((each) => each.name)).toEqual(['aa-columns-2', 'aa-columns-4'])
})

test('a design file is seen from the folder of the project', async () => {
  const folder = emptyFolder()
  fileWith(
    'wall/designs/my-hook.js',
    'exports.main = ({ width }) => []\nexports.getParameterDefinitions = () => [{ name: "width", type: "float", initial: 3 }]\n',
    folder,
  )
  const path = fileWith(
    'wall/a.toml',
    '[[part]]\ndesign = "designs/my-hook.js"\nparameters = { width = [1, 2] }\n',
    folder,
  )
  const { entries, lines } = await read('', '', path)
  expect(lines).toEqual([])
  expect(entries.map(({ name, design }) => [name, design.name])).toEqual([
    ['my-hook-width-1', 'my-hook'],
    ['my-hook-width-2', 'my-hook'],
  ])
})

describe('a list where one value is expected makes a part for each, named after what differs', () => {
  test('in the order of the file, the last fastest; what does not differ is not told', async () => {
    expect(
      await named(
        aa(
          'copies = [1, 2]\nparameters = { rows = [1], columns = [2, 4], openFront = 1, depth = 3 }'.replace(
            ' openFront = 1,',
            '',
          ),
        ),
      ),
    ).toEqual(['aa-copies-1-columns-2', 'aa-copies-1-columns-4', 'aa-copies-2-columns-2', 'aa-copies-2-columns-4'])
  })

  test('its value alone is what the part gets', async () => {
    const { entries } = await read(
      aa('copies = [1, 2]\npreset = ["", "tall"]\nparameters = { battery = ["AA", 18650], cell-diameter = 20 }'),
    )
    expect(entries.map(({ copies, preset, parameters }) => [copies, preset, plain(parameters)])).toEqual(
      [1, 2].flatMap((copies) =>
        [undefined, 'tall'].flatMap((preset) =>
          ['AA', 18650].map((battery) => [copies, preset, { battery, 'cell-diameter': 20 }]),
        ),
      ),
    )
    expect(entries[3].name).toBe('aa-copies-1-preset-tall-battery-18650')
    expect(entries[0].name).toBe('aa-copies-1-preset-none-battery-AA')
  })

  test('texts become fit for the names of files', async () => {
    const values = '[\'1/4"\', "2.5cm", 3.5, "1-1/4 in"]'
    expect(await named(aa(`parameters = { cellDiameter = ${values} }`))).toEqual([
      'aa-cell-diameter-1-4in',
      'aa-cell-diameter-2.5cm',
      'aa-cell-diameter-3.5',
      'aa-cell-diameter-1-1-4-in',
    ])
    const goat = '[[part]]\ndesign = "goat-hook"\nparameters = '
    expect(await named(`${goat}{ beard = [true, false], sculpture = ["", "../a b/owl.stl"] }`)).toEqual([
      'goat-hook-beard-true-sculpture-none',
      'goat-hook-beard-true-sculpture-a-b-owl.stl',
      'goat-hook-beard-false-sculpture-none',
      'goat-hook-beard-false-sculpture-a-b-owl.stl',
    ])
  })

  test('three numbers are one value where a place is expected, and several of those a list', async () => {
    const goat = (places: string) => `[[part]]\ndesign = "goat-hook"\nparameters = { hole-from = ${places} }\n`
    expect(await named(goat('[0, -30, "1in"]'))).toEqual(['goat-hook'])
    expect(await named(goat('[[0, -30, 10], "0,-31,10"]'))).toEqual([
      'goat-hook-hole-from-0,-30,10',
      'goat-hook-hole-from-0,-31,10',
    ])
    expect(await named(goat('[[0, -30, 10]]'))).toEqual(['goat-hook'])
  })

  test('of several designs, each has its own parameters', async () => {
    const part = '[[part]]\nname = "wall"\ndesign = ["blank", "outlet"]\nparameters = { columns = [2, 3] }\n'
    expect((await read(part)).lines).toEqual(['a.toml:4: outlet has no columns'])
    expect(await named(part.replace('outlet', 'hex-bit-rack'))).toEqual([
      'wall-design-blank-columns-2',
      'wall-design-blank-columns-3',
      'wall-design-hex-bit-rack-columns-2',
      'wall-design-hex-bit-rack-columns-3',
    ])
  })

  test('who needs its name needs all of them', async () => {
    const { entries, lines } = await read(
      `${aa('parameters = { columns = [2, 4] }')}[[part]]\ndesign = "blank"\nneeds = ["aa"]\n`,
    )
    expect(lines).toEqual([])
    expect(entries[2].needs).toEqual(['aa-columns-2', 'aa-columns-4'])
  })

  test('ten thousand are read, one more is told, and so is a million at once', async () => {
    const list = (length: number) => JSON.stringify(Array.from({ length }, (_, i) => i))
    const { entries, lines } = await read(aa(`parameters = { columns = ${list(100)}, rows = ${list(100)} }`))
    expect([entries.length, lines]).toEqual([10_000, []])
    expect(new Set(entries.map(({ name }) => name)).size).toBe(10_000)
    const more = `${aa(`parameters = { columns = ${list(100)}, rows = ${list(100)} }`)}[[part]]\ndesign = "blank"\n`
    expect((await read(more)).lines).toEqual([
      'a.toml:6: brings the project to 10001 parts, of which it can have 10000',
    ])
    const begun = performance.now()
    const heap = process.memoryUsage().heapUsed
    const million = aa(`parameters = { columns = ${list(1000)}, rows = ${list(1000)}, lean = ${list(1000)} }`)
    expect((await read(million)).lines).toEqual([
      'a.toml:2: brings the project to 1000000000 parts, of which it can have 10000',
    ])
    expect(performance.now() - begun).toBeLessThan(1500)
    expect(process.memoryUsage().heapUsed - heap).toBeLessThan(1e8)
  })
})

/** What is told of a project file, all of it. */
const wrong: Record<string, [text: string, lines: string[]]> = {
  'no parts': ['output = "x"\n', ['a.toml:1: lists no parts: pegsmith init writes a file that does']],
  'a part that is no list': [
    '[part]\nname = "aa"\n',
    [
      'a.toml:1: part is no list: in TOML each begins with [[part]], in YAML and JSON they stand in a list; INI has none',
    ],
  ],
  'a part that is no table': ['part = ["blank"]\n', ['a.toml:1: part 1 of the list is no table']],
  'an unknown key': [
    aa('colour = 1\nneed = "x"'),
    ['a.toml:4: a part has no colour', 'a.toml:5: a part has no need; did you mean needs?'],
  ],
  'a key given twice': [aa('copies = 1\nCopies = 2'), ['a.toml:5: Copies is given twice: line 4 has it, too']],
  'no design': ['[[part]]\nname = "aa"\n', ['a.toml:2: lacks its design: the name of one, or a JSCAD file']],
  'a design that there is not': [
    '[[part]]\ndesign = "blnk"\n[[part]]\ndesign = "./no.js"\n',
    [
      'a.toml:2: blnk: no such design; did you mean blank?',
      expect.stringMatching(/^a\.toml:4: .*no\.js: no such file$/),
    ],
  ],
  'a design that is no name': [
    '[[part]]\ndesign = true\n',
    ['a.toml:2: design is told by names, in quotes', 'a.toml:2: lacks its design: the name of one, or a JSCAD file'],
  ],
  'several designs without a name': [
    '[[part]]\ndesign = ["blank", "outlet"]\n',
    ['a.toml:2: lacks its name: of several designs, none gives it one'],
  ],
  'a name for each': [
    '[[part]]\ndesign = "blank"\nname = ["a", "b"]\n',
    ['a.toml:3: name is one for all parts of a sweep'],
  ],
  'an unknown parameter': [
    aa('[part.parameters]\ncolums = 2\nshank-diameter = 3'),
    [
      'a.toml:5: battery-holder has no colums; did you mean columns?',
      'a.toml:6: battery-holder has no shank-diameter; did you mean hole-diameter?',
    ],
  ],
  'settings that stand elsewhere': [
    aa('[part.parameters]\noutput = "x"\nformat = "stl"'),
    [
      'a.toml:5: battery-holder has no output: it is the folder of all parts, and stands above them',
      'a.toml:6: battery-holder has no format: say formats, beside parameters',
    ],
  ],
  'parameters that are no table': [aa('parameters = 3'), ['a.toml:4: parameters is no table']],
  'copies that are no number': [
    aa('copies = "many"'),
    ['a.toml:4: copies many is not a number; give one from 1 to 1000'],
  ],
  'too many copies': [aa('copies = 1001'), ['a.toml:4: copies 1001 is too large: from 1 to 1000; try copies 1000']],
  'no copies, or half ones': [
    aa('copies = [0, 1.5]'),
    [
      'a.toml:4: copies 0 is too small: from 1 to 1000; try copies 1',
      'a.toml:4: copies 1.5 is not a whole number; try copies 2',
    ],
  ],
  'a format that there is not': [
    aa('formats = ["stil"]'),
    ['a.toml:4: formats stil is none of stl, stl-ascii; did you mean stl?'],
  ],
  'formats that are one file': [
    aa('formats = ["stl", "stl-ascii"]'),
    ['a.toml:4: formats: stl and stl-ascii would be one file, for both end in .stl'],
  ],
  'a preset that is no name': [aa('preset = { a = 1 }'), ['a.toml:4: preset is told by names, in quotes']],
  'needs that are no names': [aa('needs = [true]'), ['a.toml:4: needs is told by names, in quotes']],
  'needs that there are not': [aa('needs = ["aaa"]'), ['a.toml:2: aa needs "aaa", which is no part; did you mean aa?']],
  'a part that needs itself': [aa('needs = ["aa"]'), ['a.toml:2: aa needs itself']],
  'an empty list': [
    aa('parameters = { columns = [] }'),
    ['a.toml:4: columns is an empty list: give it a value, or several to make a part for each'],
  ],
  'a list of lists': [
    aa('parameters = { columns = [[1, 2], [3]] }'),
    ['a.toml:4: columns is a list, to make a part for each of its values: those are numbers, texts, true or false'],
  ],
  'a name twice': [aa('') + aa(''), ['a.toml:6: aa is taken: a.toml:2 has it, too']],
  'names that differ in case alone': [
    aa('') + aa('').replace('aa', 'AA'),
    ['a.toml:6: AA is the same file as "aa" on some systems: a.toml:2 has that'],
  ],
  "names that differ in Unicode's normal form alone": [
    aa('').replace('aa', 'h\u00f6') + aa('').replace('aa', 'ho\u0308'),
    ['a.toml:6: "ho\u0308" is the same file as "h\u00f6" on some systems: a.toml:2 has that'],
  ],
  'a sweep that makes the name of another part': [
    `${aa('parameters = { columns = [2, 4] }')}[[part]]\nname = "aa-Columns-4"\ndesign = "blank"\n`,
    ['a.toml:6: aa-Columns-4 is the same file as "aa-columns-4" on some systems: a.toml:2 has that'],
  ],
  'a sweep that is called like a part of another': [
    `${aa('parameters = { columns = [2, 4] }')}[[part]]\nname = "aa-columns-4"\ndesign = "blank"\nparameters = { rows = [1, 2] }\n`,
    ['a.toml:6: aa-columns-4 is taken: a.toml:2 has it, too'],
  ],
  'values that make the same name': [
    aa('parameters = { label = ["a b", "a/b", "a?b"] }'),
    ['a.toml:2: aa-label-a-b is the name of two of its parts: values of a sweep must differ in letters or digits'],
  ],
  'all of it at once': [
    `${aa('copies = 0\ncolour = "red"')}[[part]]\ndesign = "blnk"\n[[part]]\nname = "con"\ndesign = "blank"\nparameters = { colums = 3 }\n`,
    [
      'a.toml:5: a part has no colour',
      'a.toml:4: copies 0 is too small: from 1 to 1000; try copies 1',
      'a.toml:7: blnk: no such design; did you mean blank?',
      'a.toml:11: blank has no colums; did you mean columns?',
      'a.toml:9: con is a device on Windows, and no name for files',
    ],
  ],
}

describe('what is wrong with a project file is told with its line', () => {
  test.each(Object.entries(wrong))('%s', async (_, [text, lines]) => expect((await read(text)).lines).toEqual(lines))
})

describe('names that are none for files, on whatever system, are told', () => {
  const bad = [
    '',
    '../x',
    '..',
    '.',
    'a/b',
    'a\\b',
    '/a',
    'a:b',
    'a*',
    'a?',
    'a"b',
    '<a',
    'a>',
    'a|b',
    '.hidden',
    '-a',
    ' a',
    'a ',
    'a.',
    'con',
    'CON',
    'Aux.x',
    'nul',
    'prn.txt',
    'com1',
    'LPT9.stl',
    'com¹',
    'a\u0000b',
    'a\nb',
    'a\u007fb',
    'x'.repeat(300),
    'ö'.repeat(101),
  ]
  test.each(bad.map((name) => [name]))('%j', async (name) => {
    const { lines } = await read(JSON.stringify({ part: [{ name, design: 'blank' }] }), 'a.json')
    expect(lines).toEqual([expect.stringMatching(/^a\.json:1: /)])
    expect(lines[0].length).toBeLessThan(300)
  })
  const good = [
    'a',
    'AA holder',
    'con-a',
    'common',
    'com',
    'Größe 5',
    '棚',
    'x.y',
    '18650',
    'a-',
    '(1)',
    'x'.repeat(200),
  ]
  test.each(good.map((name) => [name]))('but not %j', async (name) => {
    const { entries, lines } = await read(JSON.stringify({ part: [{ name, design: 'blank' }] }), 'a.json')
    expect(lines).toEqual([])
    expect(entries[0].name).toBe(name)
  })
})

test('whatever values a sweep has, its names are names for files, or told', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.oneof(fc.string({ unit: 'binary' }), fc.double({ noNaN: true, noDefaultInfinity: true })), {
        minLength: 2,
        maxLength: 4,
      }),
      async (label) => {
        const { entries, lines } = await read(
          JSON.stringify({ part: [{ name: 'aa', design: 'battery-holder', parameters: { label } }] }),
          'a.json',
        )
        if (lines.length === 0)
          for (const { name } of entries) expect(name).toMatch(/^aa-label-[^/\\:*?"<>|\p{Cc}]*[^. ]$/u)
        expect(
          lines.every((line) => / is the name of two| is too long/.test(line)),
          lines.join(),
        ).toBe(true)
      },
    ),
    { numRuns: 100 },
  )
})
