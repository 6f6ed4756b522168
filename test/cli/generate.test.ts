import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { catalogue, encode, make, type Report } from '../../src/index.ts'
import { emptyFolder, pegsmith, shell } from '../support/pegsmith.ts'
import { measureFacets, readBinaryStl, readTextStl } from '../support/read-stl.ts'

test.concurrent('stdout carries the path and nothing else; what is for people goes to stderr, uncoloured', async () => {
  const folder = emptyFolder()
  const { code, stdout, stderr } = await pegsmith(['generate', 'blank'], folder)
  expect(code).toBe(0)
  expect(stdout).toBe('output/blank.stl\n')
  expect(stderr).toMatch(/^blank: [\d.]+ × [\d.]+ × [\d.]+ mm, [\d.]+ cm³, [\d.]+ g of PLA, \d+ triangles\n/)
  expect(stderr).not.toContain('\x1b')
  expect(readdirSync(join(folder, 'output'))).toEqual(['blank.stl'])
})

test.concurrent('the file is byte for byte what the library makes of the same parameters', async () => {
  const folder = emptyFolder()
  await pegsmith(['generate', 'blank', '--columns', '3', '--plate-thickness=7', '--board', 'skadis'], folder)
  const part = await make('blank', { columns: 3, plateThickness: 7, board: 'skadis' })
  expect(readFileSync(join(folder, 'output/blank.stl'))).toEqual(Buffer.from(await encode(part, 'stl')))
})

test.concurrent('--json reports, and what it reports makes the same part again', async () => {
  const folder = emptyFolder()
  const { code, stdout } = await pegsmith(
    ['generate', 'blank', '--rows', '3', '--board', 'metric-25', '--json'],
    folder,
  )
  expect(code).toBe(0)
  const { design, parameters, files, mesh, print, warnings } = JSON.parse(stdout) as Report
  const path = join(folder, 'output/blank.stl')
  expect(design).toBe('blank')
  expect(parameters).toMatchObject({
    rows: 3,
    board: 'metric-25',
    pitch: 25,
    'hole-diameter': 5,
    'board-thickness': 5.5,
  })
  expect(files).toEqual([{ path: 'output/blank.stl', format: 'stl', bytes: statSync(path).size }])
  expect(mesh).toEqual(measureFacets(readBinaryStl(readFileSync(path)).facets))
  expect(mesh.bounds.min[2]).toBe(0)
  expect(print).toMatchObject({ orientation: 'print', overhangArea: expect.any(Number) as number })
  expect(print.mass).toBeGreaterThan(0)
  expect(print.mass).toBeLessThanOrEqual(mesh.volume * 1.24e-3)
  expect(warnings).toEqual([])
  const again = Object.entries(parameters).flatMap(([name, value]) => [`--${name}`, String(value)])
  await pegsmith(['generate', 'blank', ...again, '-o', 'again.stl'], folder)
  expect(readFileSync(join(folder, 'again.stl')).subarray(84)).toEqual(readFileSync(path).subarray(84))
})

test.concurrent('-o takes a file, a folder that is there, one that ends in a slash, and - for stdout', async () => {
  const folder = emptyFolder()
  const outputs = ['part.STL', 'new/', 'new', 'plain'].map((path) => ['-o', path])
  const written: string[] = []
  for (const output of outputs) written.push((await pegsmith(['generate', 'blank', ...output], folder)).stdout)
  expect(written).toEqual(['part.STL\n', 'new/blank.stl\n', 'new/blank.stl\n', 'plain\n'])
  const piped = await shell('pegsmith generate blank --output - | cat > piped.stl', folder)
  expect(piped).toMatchObject({ code: 0, stdout: '' })
  expect(readFileSync(join(folder, 'piped.stl'))).toEqual(readFileSync(join(folder, 'plain')))
})

test.concurrent('--format, --orientation and --quality are heard', async () => {
  const folder = emptyFolder()
  const options = ['--format', 'stl-ascii', '--orientation', 'hung', '--quality', 'draft', '-o', 'part.stl']
  expect(await pegsmith(['generate', 'blank', ...options], folder)).toMatchObject({ code: 0 })
  const { facets } = readTextStl(readFileSync(join(folder, 'part.stl'), 'utf8'))
  const hung = await make('blank', {}, { orientation: 'hung', quality: 'draft' })
  expect(measureFacets(facets)).toEqual(hung.measures)
  expect(hung.measures.bounds.max[1]).toBeGreaterThan(6)
})

test.concurrent('options may stand before the design, and short ones joined by =', async () => {
  expect(await pegsmith(['generate', '--columns', '3', '-o=x.stl', 'blank'])).toMatchObject({
    code: 0,
    stdout: 'x.stl\n',
  })
})

test.concurrent('--help of a design lists each parameter with its default, range and unit', async () => {
  for (const design of catalogue) {
    const { code, stdout } = await pegsmith(['generate', design.name, '--help'])
    expect(code).toBe(0)
    for (const option of ['--output', '--format', '--orientation', '--quality', '--json'])
      expect(stdout).toContain(option)
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /--pitch Distance from hole to hole, [\d.]+ to [\d.]+ mm \[default: 25\.4/,
    )
  }
})

test.concurrent('text may begin with a dash, and -o may stand close to its path', async () => {
  const folder = emptyFolder()
  const { stderr } = await pegsmith(['generate', 'battery-holder', '-opart.stl', '--label', '-x'], folder)
  const { code } = await pegsmith(['generate', 'battery-holder', '--label=-x', '-o', 'same.stl'], folder)
  expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringMatching(/^battery-holder: /) as string })
  expect(readFileSync(join(folder, 'part.stl'))).toEqual(readFileSync(join(folder, 'same.stl')))
})

test.concurrent('/dev/stdout carries the part and nothing else, like -', async () => {
  const folder = emptyFolder()
  for (const output of ['-', '/dev/stdout']) {
    await shell(`pegsmith generate blank -o ${output} > part.stl`, folder)
    const stl = readFileSync(join(folder, 'part.stl'))
    expect(stl.length, output).toBe(84 + 50 * stl.readUInt32LE(80))
  }
})

test.concurrent('a part that few beds hold is warned of, by its size and axis', async () => {
  const { warnings, mesh } = JSON.parse(
    (await pegsmith(['generate', 'blank', '--columns', '11', '--json'])).stdout,
  ) as Report
  const width = mesh.bounds.max[0] - mesh.bounds.min[0]
  expect(width).toBeGreaterThan(250)
  expect(warnings).toEqual([`larger than a bed of 250 × 250 × 250: ${width.toFixed(1)} mm in x`])
})

test.concurrent('help before a command tells what --help after it tells', async () => {
  for (const words of [[], ['generate'], ['show', 'blank']]) {
    const { stdout } = await pegsmith(['help', ...words])
    expect(stdout, words.join(' ')).toMatch(/^pegsmith /)
    expect(stdout).toBe((await pegsmith([...words, '--help'])).stdout)
  }
})
