import { catalogue, make } from '../../dist/index.js'

/** Builds the catalogue over and over, and prints how much the process grew, in MB, from the time when all was warm. Run with --expose-gc. */
const [BUILDS, WARM] = [2000, 200]

const used = () => {
  globalThis.gc()
  const { rss, external } = process.memoryUsage()
  return [rss / 2 ** 20, external / 2 ** 20]
}

let before
for (let i = 0; i < BUILDS; i++) {
  if (i === WARM) before = used()
  await make(catalogue[i % catalogue.length])
}
const after = used()
console.log(JSON.stringify({ builds: BUILDS, before, after }))
