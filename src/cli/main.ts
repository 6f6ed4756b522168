#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8'
import { fail } from './failure.ts'
import { tolerateClosedStreams } from './output.ts'
import { run } from './run.ts'

// A part is computed once. By default the engine starts to optimise the kernel at once and spends more on that than the part takes; with this
// budget it does so for parts that take a second and more.
setFlagsFromString('--wasm-tiering-budget=100000000')

tolerateClosedStreams()
const args = process.argv.slice(2)
try {
  await run(args)
} catch (error) {
  process.exitCode = fail(error, args.includes('--debug'))
}
