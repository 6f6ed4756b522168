import { createHash } from 'node:crypto'
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'
import { portableMath, smallJscad } from '../../vite.config.ts'

/** Vite lists the licences of the page's own thread alone; the worker has in it what the program has, whose list is there already. */
const workerLicences: Plugin = {
  name: 'worker-licences',
  writeBundle({ dir = '.' }) {
    appendFileSync(join(dir, 'LICENSES.md'), `\n${readFileSync(join(dir, '../LICENSES.md'), 'utf8')}`)
  },
}

/**
 * Lets the browser load at once all that the first part needs, where it would find each file by having run the one before: page, script, worker,
 * kernel, WebAssembly. What the worker needs is but fetched, for it is the worker that compiles it.
 */
const earlyFiles: Plugin = {
  name: 'early-files',
  writeBundle({ dir = '.' }, bundle) {
    const links = Object.keys(bundle).flatMap((name) => {
      if (/\/(scene|rolldown-runtime)-.*\.js$/.test(name))
        return `<link rel="modulepreload" crossorigin href="./${name}">`
      if (/\/(worker|jscad|manifold)-/.test(name)) return `<link rel="prefetch" crossorigin href="./${name}">`
      return []
    })
    const index = join(dir, 'index.html')
    writeFileSync(index, readFileSync(index, 'utf8').replace('</head>', `  ${links.join('\n    ')}\n  </head>`))
  },
}

/** Tells the service worker which files there are, and their digests, which together are the version. */
const keptFiles: Plugin = {
  name: 'kept-files',
  writeBundle({ dir = '.' }, bundle) {
    const names = Object.keys(bundle).filter((name) => name !== SERVICE_WORKER && !name.endsWith('.md'))
    const digest = (content: string | Uint8Array) => `sha256-${createHash('sha256').update(content).digest('base64')}`
    const files = Object.fromEntries(
      names.map((name) => [name === 'index.html' ? './' : name, digest(readFileSync(join(dir, name)))]),
    )
    const code = readFileSync(join(dir, SERVICE_WORKER), 'utf8')
    const known = JSON.stringify(files)
    writeFileSync(
      join(dir, SERVICE_WORKER),
      `const FILES = ${known}, VERSION = ${JSON.stringify(digest(code + known))}\n${code}`,
    )
  },
}

/** The one script whose name stays: browsers look there for the next version. */
const SERVICE_WORKER = 'service-worker.js'

/** The web page: static files with relative addresses, for any folder of any host. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [workerLicences, earlyFiles, keptFiles],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es', plugins: () => [smallJscad, portableMath] },
  build: {
    outDir: '../../dist/site',
    emptyOutDir: true,
    target: 'es2023',
    license: { fileName: 'LICENSES.md' },
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['index.html', 'service-worker.ts'].map((file) => join(import.meta.dirname, file)),
      output: {
        entryFileNames: ({ name }) => (name === 'service-worker' ? SERVICE_WORKER : 'assets/[name]-[hash].js'),
      },
    },
  },
})
