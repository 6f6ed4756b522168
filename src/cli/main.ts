#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8'
import { fail } from './failure.ts'
import { tolerateClosedStreams } from './output.ts'
import { run } from './run.ts'

// A part is computed once, and by default the engine spends more on optimising the kernel and our loops at once than the part takes. With these
// budgets it starts where a part takes a second or more. A build computes many: it waits a little with our loops, for each worker has its own.
const args = process.argv.slice(2)
if (args[0] !== 'build') setFlagsFromString('--wasm-tiering-budget=100000000')
setFlagsFromString(`--interrupt-budget=${args[0] === 'build' ? 500_000 : 1_000_000}`)

tolerateClosedStreams()
const failed = (error: unknown) => fail(error, args.includes('--debug'))
// What a design file sets going may fail when nobody waits for it.
for (const event of ['uncaughtException', 'unhandledRejection']) {
  process.on(event, (error: unknown) => process.exit(failed(error)))
}
try {
  await run(args)
} catch (error) {
  process.exitCode = failed(error)
}
