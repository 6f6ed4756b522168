import { test } from 'vitest'
import { writeFileSync, mkdirSync } from 'node:fs'
import { startKernel } from '#solid'
import { makePart, resolveParameters } from '#design'
import { catalogue } from '../designs/index.ts'
import { binaryStl } from '../src/files/stl.ts'
test('dump', async () => {
  await startKernel()
  mkdirSync('/tmp/parts', { recursive: true })
  for (const design of catalogue) for (const board of ['us-quarter-inch','us-eighth-inch','metric-25','skadis']) for (const mount of ['slide-in','integral']) for (const orientation of ['print','hung'] as const) {
    try {
    const r = resolveParameters(design, { board, ...('mount' in design.parameters && {mount}) })
    let part; for (let i=0;i<12;i++) { var t=performance.now(); part = makePart(design, r, { orientation }); t=performance.now()-t }
    writeFileSync(`/tmp/parts/${design.name}-${board}-${mount}-${orientation}.stl`, binaryStl(part.mesh, design.name))
    console.log(design.name, board, mount, orientation, t.toFixed(1), JSON.stringify(part.measures))
    } catch (e) { console.log(design.name, board, mount, orientation, String(e.stack).slice(0,600)) }
  }
})
