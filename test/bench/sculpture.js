import { readFileSync, writeFileSync } from 'node:fs'
import { encode, make, readModel } from '../../dist/index.js'

/** Hangs a sculpture from an STL file on a plate, or the goat at a quality, in a process of its own, and prints seconds and the most memory in MB. */
const [what, out] = process.argv.slice(2)
const start = performance.now()
const sculpted = what.endsWith('.stl')
  ? await make('goat-hook', {
      sculpture: await readModel(readFileSync(what), what),
      funnelDiameter: 14,
      funnelDepth: 8,
    })
  : await make('goat-hook', {}, { quality: what })
writeFileSync(out, await encode(sculpted, 'stl'))
console.log(
  JSON.stringify({
    seconds: (performance.now() - start) / 1000,
    memory: process.resourceUsage().maxRSS / 1024,
    facets: sculpted.measures.triangles,
  }),
)
