import { defineConfig } from 'vite'
import { portableMath, smallJscad } from '../../vite.config.ts'

/** The web page: static files with relative addresses, for any folder of any host. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
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
