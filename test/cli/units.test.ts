import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { generate } from '../../src/cli/generate.ts'
import { settle } from '../../src/cli/settle.ts'
import { emptyFolder, pegsmith } from '../support/pegsmith.ts'
import { pierced } from '../support/pierced.ts'

test.concurrent.each<[string[], Record<string, number>]>([
  [['blank', '--pitch', '1in'], { pitch: 25.4 }],
  [['blank', '--pitch', '1"', '--hole-diameter=1/4"'], { pitch: 25.4, 'hole-diameter': 6.35 }],
  [['blank', '--pitch', '1 1/4in', '--board-thickness', '3/16″'], { pitch: 31.75, 'board-thickness': 4.7625 }],
  [['blank', '--pitch', '2.5 CM', '--corner-radius', '0.1 inches'], { pitch: 25, 'corner-radius': 2.54 }],
  [['hex-bit-rack', '--lean', '20°', '--depth', '0.5in'], { lean: 20, depth: 12.7 }],
  [['hex-bit-rack', '--lean=20deg', '--spacing=.5"'], { lean: 20, spacing: 12.7 }],
])(
  'pegsmith generate %j: the report has millimetres and degrees, and typed again they make the same part',
  async (words, values) => {
    const { code, stdout, stderr } = await pegsmith(['generate', ...words, '--json'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const { parameters, mesh } = JSON.parse(stdout) as { parameters: Record<string, unknown>; mesh: unknown }
    expect(parameters).toMatchObject(values)
    const plain = Object.entries(values).map(([name, value]) => `--${name}=${value}`)
    const again = await pegsmith(['generate', words[0], ...plain, '--json'])
    expect(JSON.parse(again.stdout)).toMatchObject({ parameters, mesh })
  },
)

test.each([
  [['--hole-from', '-1in,0,2cm']],
  [['--hole-from=-1in,0,2cm']],
  [['--hole-from', '-1", 0mm, 2 cm']],
  [['--hole-from', '[-25.4,0,20]']],
])('a point is typed in any units, a minus in front: %j', async (words) => {
  const options = { ...generate.settings!(pierced), ...generate.options(pierced) }
  const typed = { where: 'pierced', words: ['generate', 'pierced', ...words], plain: 2 }
  const { values } = await settle({ ...typed, options, command: generate, design: pierced })
  expect(values.holeFrom).toEqual([-25.4, 0, 20])
})

test.concurrent('units that there are not, or not there, are told all at once, and nothing is written', async () => {
  const words = ['--columns', '4mm', '--rows', '2', '--pitch', '2.5cn', '--hole-diameter', '1/4', '--clearance', '-1in']
  const folder = emptyFolder()
  const { code, stdout, stderr } = await pegsmith(['generate', 'blank', ...words, '--board-thickness', '1ft'], folder)
  expect(stderr.split('\n')).toEqual([
    'pegsmith: blank: --columns 4mm takes no unit: give a number from 1 to 12; try --columns 4',
    'pegsmith: blank: --pitch 2.5cn is in no unit that it takes: mm, cm, m, in, ft; did you mean 2.5cm?',
    'pegsmith: blank: --hole-diameter 1/4 lacks its unit: mm, cm, m, in, ft; did you mean 1/4in?',
    'pegsmith: blank: --board-thickness 1ft is too large: from 1 to 11.5 mm; try --board-thickness 11.5',
    expect.stringMatching(
      /^pegsmith: blank: --clearance -1in is too small: from [\d.]+ to [\d.]+ mm; try --clearance [\d.]+$/,
    ),
    '',
  ])
  expect({ code, stdout, files: readdirSync(folder) }).toEqual({ code: 2, stdout: '', files: [] })
})

test.concurrent('help says once that lengths take units, where there are lengths', async () => {
  const times = async (...words: string[]) => {
    const { stdout } = await pegsmith([...words, '--help'])
    return stdout.split('Lengths are millimetres; 1in, 1/4", 2.5cm are read, too.').length - 1
  }
  expect(await times('generate', 'blank')).toBe(1)
  expect(await times('list')).toBe(0)
})
