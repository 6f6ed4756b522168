import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import manifest from './package.json' with { type: 'json' }

const root = import.meta.dirname
const require = createRequire(import.meta.url)

/** Manifold looks for its WebAssembly beside itself. */
const manifoldWasm: Plugin = {
  name: 'manifold-wasm',
  writeBundle({ dir = 'dist' }) {
    copyFileSync(require.resolve('manifold-3d/manifold.wasm'), join(dir, 'manifold.wasm'))
  },
}

/** The serializer needs two functions of JSCAD; the rest of it would be loaded for nothing. */
export const smallJscad: Plugin = {
  name: 'small-jscad',
  apply: 'build',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === '@jscad/modeling' && importer?.includes('stl-serializer') ? join(root, 'src/solid/jscad.ts') : null,
}

/** The build of the YAML library for browsers is made of modules, so that only what is used of it is shipped and loaded: a third of the time. */
const smallYaml: Plugin = {
  name: 'small-yaml',
  apply: 'build',
  enforce: 'pre',
  resolveId: (source) => (source === 'yaml' ? join(dirname(require.resolve('yaml')), '../browser/index.js') : null),
}

/** Puts functions that every engine computes alike in the place of those of `Math` that are left to each: the same bytes everywhere follow from it. */
export const portableMath: Plugin = {
  name: 'portable-math',
  transform(code, id) {
    const file = join(root, 'src/solid/portable-math.ts')
    const jscad = /\/@jscad\/modeling\/.*\.js$/.test(id)
    const own = id.startsWith(join(root, 'src/')) || id.startsWith(join(root, 'designs/'))
    const used = /\bMath\.(?=(a?sin|a?cos|a?tan|atan2|hypot)\b)/g
    if (id === file || !(jscad || own) || !used.test(code)) return null
    const from = JSON.stringify(file)
    // JSCAD comes as CommonJS.
    const brought = jscad ? `const portableMath = require(${from});` : `import * as portableMath from ${from};`
    return { code: brought + code.replace(used, 'portableMath.'), map: null }
  },
}

/**
 * The library's types: what TypeScript declares of each module that `src/index.ts` reaches, and nothing of the packages that are bundled,
 * which their users do not have.
 */
const declarations: Plugin = {
  name: 'declarations',
  apply: 'build',
  writeBundle({ dir = 'dist' }) {
    const entry = join(root, 'src/index.ts')
    const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
    const emit = { declaration: true, emitDeclarationOnly: true, noEmit: false, stripInternal: true }
    const program = ts.createProgram([entry], { ...options, ...emit, rootDir: root })
    const reached = [entry]
    for (const file of reached) {
      program.emit(program.getSourceFile(file), (_, text) => {
        const rewritten = text.replace(/(from|import\()(\s*)'([#.][^']+)'/g, (_whole, word, space, name) => {
          const target = name.startsWith('#')
            ? join(root, manifest.imports[name as keyof typeof manifest.imports])
            : join(dirname(file), name)
          if (!reached.includes(target)) reached.push(target)
          const path = relative(dirname(file), target).replace(/\.ts$/, '.js')
          return `${word}${space}'${path.startsWith('.') ? path : `./${path}`}'`
        })
        const place = join(dir, 'types', relative(root, file).replace(/\.ts$/, '.d.ts'))
        mkdirSync(dirname(place), { recursive: true })
        writeFileSync(place, rewritten)
      })
    }
    writeFileSync(join(dir, 'index.d.ts'), "export * from './types/src/index.js'\n")
  },
}

export default defineConfig(({ command }) => ({
  plugins: [manifoldWasm, smallJscad, smallYaml, portableMath, declarations],
  // Tests take packages as they are installed; what is shipped has them in it.
  ssr: command === 'build' ? { noExternal: true } : {},
  build: {
    ssr: true,
    minify: true,
    target: 'node20',
    license: { fileName: 'LICENSES.md' },
    rolldownOptions: {
      input: {
        pegsmith: 'src/cli/main.ts',
        index: 'src/index.ts',
        start: 'src/cli/start.ts',
        'design-thread': 'src/cli/design-thread.ts',
        'build-thread': 'src/cli/build-thread.ts',
        // The pool of workers looks for their beginning in a folder beside itself.
        'entry/worker': join(dirname(require.resolve('tinypool')), 'entry/worker.js'),
      },
      output: {
        chunkFileNames: '[name].js',
        // One file for all that is loaded at once: each costs a millisecond. The programs themselves stay out of it, for loading them runs them.
        codeSplitting: {
          groups: [
            {
              name: 'core',
              tags: ['$initial'],
              test: /^(?!.*(cli\/(main|start|design-thread|build-thread)\.ts|tinypool))/,
            },
          ],
        },
      },
    },
  },
  test: {
    testTimeout: 60_000,
    maxConcurrency: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'library',
          include: ['test/**/*.test.ts'],
          exclude: ['test/cli/**', 'test/preview/**'],
          // Computes, and shares nothing: on as many cores as there are.
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'program',
          include: ['test/cli/**/*.test.ts'],
          globalSetup: 'test/support/build-bundle.ts',
          maxWorkers: '100%',
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'page',
          include: ['test/preview/**/*.test.ts'],
          globalSetup: 'test/support/build-bundle.ts',
          // Browsers are to have the machine for themselves.
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
}))
