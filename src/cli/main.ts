#!/usr/bin/env node
import { fail } from './failure.ts'
import { tolerateClosedStreams } from './output.ts'
import { run } from './run.ts'

tolerateClosedStreams()
const args = process.argv.slice(2)
try {
  await run(args)
} catch (error) {
  process.exitCode = fail(error, args.includes('--debug'))
}
