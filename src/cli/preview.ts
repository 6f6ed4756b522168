import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { changed, count, type Design, flag, isModel, kebabCase, type Resolved, text, valueText } from '#design'
import type { Command } from './command.ts'
import { layerOptions } from './conf-options.ts'
import { Failure } from './failure.ts'
import { interrupted } from './interrupted.ts'
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
    const { host, port, open } = values as { host: string; port: number; open: boolean }
    const { serve, openDesignFile, writeAddress } = await import('../preview/server/index.ts')
    const file = design?.file === undefined ? undefined : openDesignFile(beside('design-thread.js'), design)
    const serving = await serve(beside('site'), { host, port }, file).catch(async (error: unknown) => {
      await file?.stop()
      throw new Failure('preview', wordsOf(error, host, port))
    })
    const address = serving.address + (design ? writeAddress(placeOf(design, values)) : '')
    // Whoever reads the address may ask to stop at once.
    const stopped = interrupted()
    await print(`${address}\n`)
    if (design) warn(design.name, [...warnings, ...unsent(design, values)])
    tell('Press Ctrl-C to stop.')
    if (open) openInBrowser(address)
    await stopped
    await Promise.all([serving.stop(), file?.stop()])
  },
}

/** What is shipped along with the program. */
const beside = (name: string) => join(import.meta.dirname, name)

function placeOf(design: Design, values: Resolved) {
  const given = changed(design, values).filter((name) => !isModel(values[name]))
  const texts = given.map((name): [string, string] => [kebabCase(name), valueText(values[name])])
  return { design: design.name, given: Object.fromEntries(texts) }
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

function openInBrowser(address: string): void {
  // Windows' own opener of files takes an address with `?` in it for a folder.
  const openers: Record<string, readonly string[]> = {
    darwin: ['open'],
    win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  }
  const [opener, ...options] = openers[process.platform] ?? ['xdg-open']
  const child = spawn(opener, [...options, address], { stdio: 'ignore', detached: true })
  child.on('error', () => tell(`pegsmith: preview: no browser could be opened: open ${address} yourself`))
  child.unref()
}
