import { isMainThread } from 'node:worker_threads'

// Tells at the end of a process how much memory it had at the most, in megabytes.
if (isMainThread) {
  process.on('exit', () => process.stderr.write(`most memory: ${Math.round(process.resourceUsage().maxRSS / 1024)}\n`))
}
