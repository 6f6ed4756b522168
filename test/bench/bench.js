import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { catalogue, make } from '../../dist/index.js'
import { dentedBall } from './ball.js'
import { builds as measureBuilds } from './builds.js'
import { byHand } from './by-hand.js'
import { byJscad } from './by-jscad.js'
import { openscad } from './by-openscad.js'
import { figure, table, times, warm, wholeProcesses } from './measure.js'
import { previewer } from './page.js'
import * as shapes from './shapes.js'

/*
 * Speed and memory, as ratios within one run: machines differ and are busy, ratios less so. Nothing here fails; read it.
 * Names of functions below as arguments choose among them: `npm run bench -- previewer`.
 */
const here = (name) => join(import.meta.dirname, name)
const folder = mkdtempSync(join(tmpdir(), 'pegsmith-bench-'))
const out = (name) => join(folder, name)
const node = process.execPath
const pegsmith = join(import.meta.dirname, '../../dist/pegsmith.js')
const has = (name) => catalogue.some((design) => design.name === name)
const hasOpenscad = !spawnSync('openscad', ['--version'], { stdio: 'ignore' }).error

console.log(`${cpus()[0].model}, ${cpus().length} cores, Node ${process.version}`)

function wholeProcess() {
  const bare = 'node -e 0'
  const taken = wholeProcesses(
    {
      [bare]: [node, '-e', '0'],
      'pegsmith --help': [node, pegsmith, '--help'],
      'pegsmith list': [node, pegsmith, 'list'],
      ...Object.fromEntries(
        catalogue.map(({ name }) => [
          `pegsmith generate ${name}`,
          [node, pegsmith, 'generate', name, '-o', out(`${name}.stl`)],
        ]),
      ),
    },
    9,
  )
  table(
    'Whole processes, file written (bar: generate hex-bit-rack at most 3 × node -e 0)',
    ['', 's', `of ${bare}`],
    Object.entries(taken).map(([name, value]) => [name, figure(value, 3), times(value, taken[bare])]),
  )
}

/** What settings cost: a configuration file of each format, and ten variables of the environment. */
function settings() {
  const explain = [node, pegsmith, 'generate', 'blank', '--explain']
  const variables = [
    'COLUMNS',
    'ROWS',
    'BLANK_COLUMNS',
    'BLANK_ROWS',
    'GANGS',
    'TIERS',
    'LENGTH',
    'HORNS',
    'GAP',
    'WALL',
  ]
  const ten = ['env', ...variables.map((name) => `PEGSMITH_${name}=3`)]
  const confs = {
    toml: 'board = "skadis"\n[blank]\ncolumns = 3\n',
    json: '{"board": "skadis", "blank": {"columns": 3}}',
    yaml: 'board: skadis\nblank:\n  columns: 3\n',
    ini: 'board = skadis\n[blank]\ncolumns = 3\n',
  }
  for (const [ending, text] of Object.entries(confs)) writeFileSync(out(`settings.${ending}`), text)
  const none = 'no file, no variables'
  const taken = wholeProcesses(
    {
      [none]: ['env', ...explain, '--no-conf'],
      ...Object.fromEntries(
        Object.keys(confs).map((ending) => [ending, [...ten, ...explain, '--conf', out(`settings.${ending}`)]]),
      ),
    },
    21,
  )
  table(
    'Settings, whole processes: a file and ten variables (bar: 5 ms more than none)',
    ['', 'ms', 'more, ms'],
    Object.entries(taken).map(([name, value]) => [
      name,
      figure(value * 1000, 1),
      figure((value - taken[none]) * 1000, 1),
    ]),
  )
}

/** Sizes of racks, and up to how many sockets a contender that is slow is tried. */
const racks = [
  [10, 1],
  [10, 4],
  [20, 10],
  [40, 25],
  [80, 50],
]
const PATIENCE = { jscad: 40, openscad: 200 }

function peers() {
  const rows = racks.map(([columns, tiers]) => {
    const sockets = columns * tiers
    const scad = out(`${sockets}.scad`)
    writeFileSync(scad, openscad(shapes.rack(columns, tiers)))
    const size = [`${columns}`, `${tiers}`]
    const taken = wholeProcesses(
      {
        hand: [node, here('by-hand.js'), ...size, out('hand.stl')],
        ...(has('hex-bit-rack') && {
          pegsmith: [
            node,
            pegsmith,
            'generate',
            'hex-bit-rack',
            '--columns',
            size[0],
            '--rows',
            size[1],
            '-o',
            out('rack.stl'),
          ],
        }),
        ...(sockets <= PATIENCE.jscad && { jscad: [node, here('by-jscad.js'), ...size, out('jscad.stl')] }),
        ...(hasOpenscad && sockets <= PATIENCE.openscad && { openscad: ['openscad', '-o', out('scad.stl'), scad] }),
      },
      sockets > 1000 ? 3 : 5,
    )
    const ratio = (name) => times(taken[name], taken.hand)
    return [sockets, figure(taken.hand), figure(taken.pegsmith), ratio('pegsmith'), ratio('jscad'), ratio('openscad')]
  })
  table(
    `Racks, whole processes; ratios are to manifold-3d by hand${hasOpenscad ? '' : ' (openscad is not installed)'}`,
    ['sockets', 'by hand, s', 'pegsmith, s', 'pegsmith', 'JSCAD booleans', 'OpenSCAD'],
    rows,
  )
}

async function regeneration() {
  const hand = await byHand()
  const alike = {
    blank: () => hand(shapes.plate()),
    'battery-holder': () => hand(shapes.cups(4, 2)),
    'hex-bit-rack': () => hand(shapes.rack(10, 3)),
  }
  const rows = []
  for (const { name } of catalogue) {
    const works = { pegsmith: () => make(name), ...(alike[name] && { hand: alike[name] }) }
    const taken = await warm(works, 25)
    rows.push([name, figure(taken.pegsmith, 1), figure(taken.hand, 1), times(taken.pegsmith, taken.hand)])
  }
  const jscad = await warm({ rack: () => byJscad(shapes.rack(10, 3)) }, 1)
  rows.push(['(JSCAD booleans: plain rack of 30)', figure(jscad.rack, 1)])
  table(
    'Made again, warm (bar: 16 ms; by hand: a plain shape of that kind)',
    ['', 'ms', 'by hand, ms', 'of by hand'],
    rows,
  )
}

async function growth() {
  if (!has('hex-bit-rack')) return
  const sized = (columns, rows) => () => make('hex-bit-rack', { columns, rows })
  const taken = await warm({ small: sized(20, 20), large: sized(80, 50) }, 5)
  table(
    'Ten times the sockets, warm (bar: 12 ×)',
    ['', 'ms', ''],
    [
      ['400 sockets', figure(taken.small, 0)],
      ['4,000 sockets', figure(taken.large, 0), times(taken.large, taken.small)],
    ],
  )
}

function memory() {
  const { builds, before, after } = JSON.parse(
    execFileSync(node, ['--expose-gc', here('memory.js')], { encoding: 'utf8' }),
  )
  table(
    `Memory over ${builds} builds, MB`,
    ['', 'warm', 'at the end', 'growth'],
    ['resident', 'outside the heap'].map((name, i) => [
      name,
      figure(before[i], 1),
      figure(after[i], 1),
      figure(after[i] - before[i], 1),
    ]),
  )
}

async function sculptures() {
  if (!has('goat-hook')) return
  const qualities = ['draft', 'normal', 'fine']
  const made = await warm(
    Object.fromEntries(qualities.map((quality) => [quality, () => make('goat-hook', {}, { quality })])),
    5,
  )
  const alone = (what) =>
    JSON.parse(execFileSync(node, [here('sculpture.js'), what, out('goat.stl')], { encoding: 'utf8' }))
  table(
    'The goat (bars: 120, 400 and 2,500 ms warm on the reference machine, below 400 MB)',
    ['', 'warm, ms', 'cold, s', 'MB', 'facets'],
    qualities.map((quality) => {
      const { seconds, memory, facets } = alone(quality)
      return [quality, figure(made[quality], 0), figure(seconds), figure(memory, 0), facets]
    }),
  )
  const balls = [100_000, 1_000_000, 2_000_000].map((facets) => {
    const file = out(`${facets}.stl`)
    writeFileSync(file, dentedBall(facets))
    const { seconds, memory } = alone(file)
    return [facets.toLocaleString('en'), figure(seconds), figure(memory, 0)]
  })
  table(
    'Sculptures from STL files, hung (bars: 1.5 s for 100,000 facets, 15 s for a million)',
    ['facets', 's', 'MB'],
    balls,
  )
}

const builds = () => measureBuilds(out)

const parts = [wholeProcess, settings, peers, regeneration, sculptures, growth, memory, builds, previewer]
const wanted = process.argv.slice(2)
for (const part of parts) {
  if (wanted.length > 0 && !wanted.includes(part.name)) continue
  try {
    await part()
  } catch (error) {
    console.log(`\n${part.name}: ${error.message}`)
  }
}
rmSync(folder, { recursive: true })
