import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { encode, make, report } from '../../dist/index.js'

/** Makes the parts of a project that is one sweep, one after the other, and writes the files that a build writes. */
const { part } = JSON.parse(readFileSync('pegsmith.json', 'utf8'))
const [{ design, parameters }] = part
const combinations = Object.entries(parameters).reduce(
  (all, [name, values]) => all.flatMap((each) => values.map((value) => ({ ...each, [name]: value }))),
  [{}],
)
const output = process.argv[2]
mkdirSync(output, { recursive: true })
for (const [i, given] of combinations.entries()) {
  const made = await make(design, given)
  const bytes = await encode(made, 'stl')
  writeFileSync(`${output}/${i}.stl`, bytes)
  const told = report(made, [{ path: `${i}.stl`, format: 'stl', bytes: bytes.length }])
  writeFileSync(`${output}/${i}.json`, JSON.stringify(told, null, 2))
}
