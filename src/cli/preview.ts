import { spawn } from 'node:child_process'
import { join } from 'node:path'
import {
  changed,
  count,
  type Design,
  flag,
  isModel,
  kebabCase,
  RequestProblem,
  type Resolved,
  text,
  valueText,
} from '#design'
import { catalogue } from '../../designs/index.ts'
import { serve } from '../preview/server/serve.ts'
import { writeAddress } from '../preview/session/address.ts'
import type { Command } from './command.ts'
import { layerOptions } from './conf-options.ts'
import { Failure } from './failure.ts'
import { print, tell, warn } from './output.ts'

export const preview: Command = {
  name: 'preview',
  summary: 'Serve a web page that shows parts, turns their knobs and downloads them',
  takesDesign: 'optional',
  settings: (design) => design?.parameters ?? {},
  options: (design) => ({
    ...(design && layerOptions(design)),
    port: count('Port to serve it on; 0 is any that is free', { default: 0, min: 0, max: 65_535 }),
    host: text('Address to serve it on', { default: '127.0.0.1' }),
    open: flag('Open it in the browser', { default: false }),
  }),

  run: async (values, design: Design | undefined, { warnings }) => {
    if (design && !catalogue.includes(design)) throw notOfCatalogue(design)
    const { host, port, open } = values as { host: string; port: number; open: boolean }
    const serving = await serve(join(import.meta.dirname, 'site'), { host, port }).catch((error: unknown) => {
      throw new Failure('preview', wordsOf(error, host, port))
    })
    const address = serving.address + (design ? hashOf(design, values) : '')
    await print(`${address}\n`)
    if (design) warn(design.name, [...warnings, ...unsent(design, values)])
    tell('Press Ctrl-C to stop.')
    if (open) openInBrowser(address)
    await interrupted()
    await serving.stop()
  },
}

const notOfCatalogue = (design: Design) =>
  new RequestProblem(design.name, [
    {
      parameters: [],
      reason: `the page shows designs of the catalogue: ${catalogue.map(({ name }) => name).join(', ')}`,
    },
  ])

function hashOf(design: Design, values: Resolved): string {
  const given = changed(design, values).filter((name) => !isModel(values[name]))
  const texts = given.map((name) => [kebabCase(name), valueText(values[name])])
  return writeAddress({ design: design.name, given: Object.fromEntries(texts) as Record<string, string> })
}

const unsent = (design: Design, values: Resolved): string[] =>
  Object.keys(design.parameters)
    .filter((name) => isModel(values[name]))
    .map((name) => `--${kebabCase(name)} is a file: choose it on the page`)

/** Why the server could not be started. */
function wordsOf(error: unknown, host: string, port: number): string {
  const { code, message } = error as NodeJS.ErrnoException
  switch (code) {
    case 'EADDRINUSE':
      return `port ${port} of ${host} is in use; --port 0 takes any that is free`
    case 'EACCES':
      return `port ${port} is not open to you; take one from 1024 on, or --port 0`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is no address of this machine`
    default:
      return message
  }
}

/** Waits until somebody asks the program to stop. */
const interrupted = () =>
  new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })

function openInBrowser(address: string): void {
  const opener = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open'
  const child = spawn(opener, [address], { stdio: 'ignore', detached: true })
  child.on('error', () => tell(`pegsmith: preview: no browser could be opened: open ${address} yourself`))
  child.unref()
}
