import { figures } from '../figures.ts'
import { catalogue, make, report, write } from '../index.ts'
import { fail, placed } from './failure.ts'
import { print, tell, tolerateClosedStreams } from './output.ts'
import { table } from './table.ts'

/** `npm start`: the whole catalogue at its defaults, in output/. */
async function makeCatalogue(): Promise<void> {
  const rows: string[][] = []
  for (const { name } of catalogue) {
    try {
      const begun = performance.now()
      const part = await make(name)
      const file = await write(part, 'output/')
      const time = `${Math.round(performance.now() - begun)} ms`
      tell(file.path)
      const { size, volume, mass, triangles } = figures(report(part, [file]))
      rows.push([name, size, volume, mass, triangles, time])
    } catch (error) {
      process.exitCode = fail(placed(name, error), false)
    }
  }
  const numbers = [1, 2, 3, 4, 5]
  await print(`\n${table([['part', 'size', 'volume', 'mass', 'triangles', 'time'], ...rows], numbers)}\n`)
}

tolerateClosedStreams()
makeCatalogue().catch((error: unknown) => {
  process.exitCode = fail(error, false)
})
