import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Model } from '../../src/index.ts'
import { describe, schemaOf } from '#design'
import { explain } from '../../src/cli/explain.ts'
import { generate } from '../../src/cli/generate.ts'
import { settle } from '../../src/cli/settle.ts'
import { binaryStl } from '../../src/files/stl.ts'
import { emptyFolder } from '../support/pegsmith.ts'
import { cube, pierced } from '../support/pierced.ts'

/** The values that a command line gives a design which holds a model and points. */
const settled = async (...words: string[]) => {
  const options = { ...generate.settings!(pierced), ...generate.options(pierced) }
  const typed = { where: 'pierced', words: ['generate', 'pierced', ...words], plain: 2 }
  return (await settle({ ...typed, options, command: generate, design: pierced })).values
}

test('a point is typed as x,y,z, a minus in front or not', async () => {
  for (const words of [['--hole-from', '-3,4,5e0'], ['--hole-from=-3,4,5'], ['--holeFrom', '[-3, 4, 5]']]) {
    expect((await settled(...words)).holeFrom, words.join(' ')).toEqual([-3, 4, 5])
  }
  expect((await settled('--sculpture-turn', '-.5,0,90', '--json')).sculptureTurn).toEqual([-0.5, 0, 90])
})

test('the path of a model is read, and stays its name', async () => {
  const path = join(emptyFolder(), '-my cube.stl')
  writeFileSync(path, binaryStl(cube, 'cube'))
  const { sculpture, holeFrom } = await settled('--sculpture', path)
  expect(sculpture).toMatchObject({ name: path })
  expect((sculpture as Model).mesh.triangles).toHaveLength(3 * 12)
  expect(holeFrom).toEqual([0, 0, 0])
  for (const none of [[], ['--sculpture='], ['--sculpture', '']]) expect((await settled(...none)).sculpture).toBe('')
})

test('a model comes through a pipe, too', async () => {
  const pipe = join(emptyFolder(), 'cube.stl')
  execFileSync('mkfifo', [pipe])
  const file = join(emptyFolder(), 'cube.stl')
  writeFileSync(file, binaryStl(cube, 'cube'))
  execFileSync('bash', ['-c', `cat '${file}' > '${pipe}' & disown`], { stdio: 'ignore' })
  expect((await settled('--sculpture', pipe)).sculpture).toMatchObject({ name: pipe })
})

test('what is wrong with a file is told along with all else, and nothing that would follow from the model', async () => {
  const folder = emptyFolder()
  const at = (name: string) => join(folder, name)
  mkdirSync(at('folder.stl'))
  writeFileSync(at('text.stl'), 'dear diary')
  writeFileSync(at('secret.stl'), binaryStl(cube, 'cube'))
  chmodSync(at('secret.stl'), 0)
  const told: Record<string, string> = {
    [at('gone.stl')]: 'cannot be read: no such file or folder',
    [at('text.stl/bust.stl')]: 'cannot be read: leads through something that is no folder',
    [at('folder.stl')]: 'cannot be read: it is a folder',
    '/dev/zero': 'cannot be read: it is no file',
    ...(process.getuid?.() !== 0 && { [at('secret.stl')]: 'cannot be read: permission denied' }),
  }
  for (const [path, reason] of Object.entries(told)) {
    await expect(settled('--sculpture', path, '--hole-from', '1,2', '--pitch', '99', '--hole', 'x')).rejects.toThrow(
      expect.objectContaining({
        name: 'RequestProblem',
        message: [
          'unknown parameter --hole; did you mean --hole-from?',
          `--sculpture ${path} ${reason}`,
          '--hole-from 1,2 is not three numbers x,y,z from -500 to 500 mm; try --hole-from 1,2,0',
          '--pitch 99 is too large: from 12 to 60 mm; try --pitch 60',
        ]
          .map((line) => `pierced: ${line}`)
          .join('\n'),
      }),
    )
  }
  await expect(settled('--sculpture', at('text.stl'), '--hole-from', '30,0,0')).rejects.toThrow(
    /^pierced: --sculpture \S+text\.stl (?!.*text\.stl).+$/,
  )
})

test('show, the schema and help tell how such parameters are given', () => {
  expect(describe(pierced.parameters).slice(0, 3)).toEqual([
    {
      name: 'sculpture',
      kind: 'model',
      default: '',
      description: 'What the block is as large as, from an STL, OBJ or 3MF file',
    },
    {
      name: 'hole-from',
      kind: 'point',
      default: [0, -2.5, 1],
      min: -500,
      max: 500,
      unit: 'mm',
      description: 'Corner of the hole, as x,y,z (by default follows from sculpture)',
    },
    {
      name: 'sculpture-turn',
      kind: 'turn',
      default: [0, 0, 0],
      min: -360,
      max: 360,
      unit: '°',
      description: 'How the hole is turned, as x,y,z',
    },
  ])
  expect((schemaOf(pierced) as { properties: object }).properties).toMatchObject({
    sculpture: { type: 'string', default: '', description: expect.stringMatching(/file, by its path$/) as string },
    'hole-from': {
      type: 'array',
      items: { type: 'number', minimum: -500, maximum: 500 },
      minItems: 3,
      maxItems: 3,
      default: [0, -2.5, 1],
    },
  })
  const help = explain(['generate', 'pierced', '--help'], generate, generate.settings!(pierced))
    .replace(/\s+/g, ' ')
    .replaceAll(' [', '[')
  expect(help).toContain('--sculpture What the block is as large as, from an STL, OBJ or 3MF file[default: none]')
  expect(help).toContain(
    '--hole-from Corner of the hole, as x,y,z, -500 to 500 mm[default: 0,-2.5,1 (follows sculpture)]',
  )
})
