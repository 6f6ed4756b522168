import { appendFileSync, readFileSync } from 'node:fs'
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

/** The web page: static files with relative addresses, for any folder of any host. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [workerLicences],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es', plugins: () => [smallJscad, portableMath] },
  build: {
    outDir: '../../dist/site',
    emptyOutDir: true,
    target: 'es2023',
    license: { fileName: 'LICENSES.md' },
    modulePreload: { polyfill: false },
  },
})
