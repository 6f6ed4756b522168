import tseslint from 'typescript-eslint'

/** What each layer may not reach up to; imports point down only: cli → preview → build → check → settings → files → design → pegboard → solid. */
const layers = ['solid', 'pegboard', 'design', 'designs', 'files', 'settings', 'check', 'build', 'preview', 'cli']
const files = (layer) => (layer === 'designs' ? ['designs/**/*.ts'] : [`src/${layer}/**/*.{ts,tsx}`])
const siblings = [
  ['designs', 'settings'],
  ['designs', 'files'],
]
const above = (layer) =>
  layers
    .slice(layers.indexOf(layer) + 1)
    .filter((other) => other !== layer)
    .concat(siblings.flatMap((pair) => (pair[1] === layer ? [pair[0]] : [])))

const arrow = (layer) => ({
  files: files(layer),
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...above(layer).map((other) => ({
            regex: `(^|/)${other}(/|$)|^#${other}$`,
            message: `Imports point down only: ${layer} may not use ${other}.`,
          })),
          ...(['solid', 'pegboard', 'design', 'designs'].includes(layer)
            ? [{ regex: '^node:', message: `${layer} runs in browsers, too: no Node modules.` }]
            : []),
        ],
      },
    ],
  },
})

export default tseslint.config(
  { ignores: ['dist/', 'output/', 'node_modules/'] },
  ...tseslint.configs.strict,
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  ...layers.map(arrow),
  {
    files: ['src/preview/*.{ts,tsx}', 'src/preview/{page,session,scene,worker}/**'],
    ignores: ['src/preview/vite.config.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '(^|/)cli(/|$)', message: 'Imports point down only: preview may not use cli.' },
            { regex: '^node:|/server/', message: 'The page runs in browsers: no Node modules.' },
          ],
        },
      ],
    },
  },
  { files: ['test/**'], rules: { 'no-console': 'off' } },
)
