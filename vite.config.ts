import { copyFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const require = createRequire(import.meta.url)

/** Manifold looks for its WebAssembly beside itself. */
const manifoldWasm: Plugin = {
  name: 'manifold-wasm',
  writeBundle({ dir = 'dist' }) {
    copyFileSync(require.resolve('manifold-3d/manifold.wasm'), join(dir, 'manifold.wasm'))
  },
}

/** The serializer needs two functions of JSCAD; the rest of it would be loaded for nothing. */
const smallJscad: Plugin = {
  name: 'small-jscad',
  apply: 'build',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === '@jscad/modeling' && importer?.includes('stl-serializer')
      ? join(import.meta.dirname, 'src/solid/jscad.ts')
      : null,
}

export default defineConfig({
  ssr: { noExternal: true },
  plugins: [manifoldWasm, smallJscad],
  build: {
    ssr: true,
    minify: true,
    target: 'node20',
    license: { fileName: 'LICENSES.md' },
    rolldownOptions: {
      input: { pegsmith: 'src/cli/main.ts', index: 'src/index.ts' },
      output: { chunkFileNames: '[name].js' },
    },
  },
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000 },
})
